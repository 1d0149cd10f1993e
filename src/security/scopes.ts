import type { Scope } from './principal.ts';

/** Types whose every row needs more than lineage:read. */
const OF_TYPES: Readonly<Record<string, Scope>> = {
  StreamlitUser: 'auth:read',
  StreamlitSession: 'auth:read',
};

/** Columns that hold what papers, people and models said, and JSON in which that may stand. */
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  AsyncJob: ['payloadJson', 'resultJson'],
  CitecCacheEntry: ['response'],
  OpenalexCacheEntry: ['query', 'response'],
  PaperMetadata: ['openalexJson', 'citecJson', 'metadataJson'],
  PaperOpenalexMetadata: ['openalexJson'],
  PrepManifest: ['payload'],
  QueryCacheEntry: ['query', 'queryNormalized', 'answer'],
  RequestFailure: ['contextJson'],
  RetrievalEvent: ['query', 'statsJson'],
  RunRecord: ['question', 'configEffectiveJson', 'outputJson', 'payloadJson', 'metadataJson'],
  TokenUsage: ['meta'],
  Vector: ['text'],
};

const OF_COLUMNS: ReadonlyMap<string, Scope> = new Map<string, Scope>([
  ...Object.entries(CONTENT).flatMap(([type, fields]) =>
    fields.map((field): [string, Scope] => [`${type}.${field}`, 'content:read']),
  ),
  // By its digest, calls can be laid at a person's door.
  ['TokenUsage.sessionId', 'auth:read'],
]);

/** What it takes to learn anything from rows of a type. */
export const scopeOfType = (type: string): Scope => OF_TYPES[type] ?? 'lineage:read';

/** What it takes to read a column, to filter by it or to sort by it. A workflow run's columns are its header's. */
export const scopeOfColumn = (type: string, field: string): Scope =>
  OF_COLUMNS.get(`${type === 'WorkflowRun' ? 'RunRecord' : type}.${field}`) ?? scopeOfType(type);
