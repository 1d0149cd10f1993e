import { isRow, type Row, SLOTS } from '../../execution/row.ts';
import { EDGES } from '../../lineage/edges.ts';
import { joined } from '../../lineage/joined.ts';
import { type Cell, NO_PLACE } from '../../lineage/query.ts';
import type { Relation } from '../../lineage/relation.ts';
import type { TypeName } from '../../schema/builder.ts';
import { redactText } from '../../security/redact.ts';
import { paperName } from './paper-name.ts';

/** What lists and pictures say of a node. */
export interface Described {
  readonly title: string | undefined;
  readonly status?: string | undefined;
  readonly page?: number | undefined;
  /** What many of its kind are called, where that is more than what many of its type are. */
  readonly many?: string | undefined;
}

/** Reads columns, each as a text: undefined where it is empty, missing in this database, or kept from the caller. */
type Read = (field: string) => string | undefined;

interface Description {
  /** What many of them are called. */
  readonly many: string;
  readonly columns: readonly string[];
  /** Rows that it leads to. */
  readonly below?: readonly Cell[];
  readonly say: (read: Read, below: (key: string) => Read) => Described;
}

const columns = (fields: readonly string[]): readonly Cell[] =>
  fields.map((field) => ({ kind: 'column', field }));

function rowBelow(key: string, relation: Relation, cells: readonly Cell[]): Cell {
  const rows = { relation, place: NO_PLACE, orders: [] };
  return { kind: 'query', key, shared: false, apart: false, query: { kind: 'row', rows, cells } };
}

const METADATA = rowBelow(
  'metadata',
  joined('Document.metadata', 'Document', EDGES.Document.metadata),
  columns(['publicationYear']),
);
const DOCUMENT = rowBelow('document', joined('Vector.document', 'Vector', EDGES.Vector.document), [
  ...columns(['title', 'author', 'docId']),
  METADATA,
]);

const words = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined && part !== '').join(' ') || undefined;
const listed = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter(Boolean).join(', ') || undefined;
const counted = (count: string | undefined, what: string): string | undefined =>
  count === undefined ? undefined : `${count} ${what}`;
const fileOf = (path: string | undefined): string | undefined => path?.split(/[\\/]/).at(-1);

const ACTIVITY = new Map([
  ['true', 'active'],
  ['false', 'inactive'],
]);

const RECORDS = new Map([
  ['step', 'steps'],
  ['question', 'questions'],
  ['report', 'reports'],
  ['artifact', 'artifacts'],
]);

/** What names a row, and what its status is. */
const DESCRIPTIONS: Readonly<Record<TypeName, Description>> = {
  Document: {
    many: 'papers',
    columns: ['title', 'author', 'path'],
    below: [METADATA],
    say: (read, below) => ({
      title: paperTitle(
        paperName(read('author'), read('title'), below('metadata')('publicationYear')),
        read('title') ?? fileOf(read('path')),
      ),
    }),
  },
  PaperMetadata: {
    many: 'bibliographic records',
    columns: ['title'],
    say: (read) => ({ title: read('title') }),
  },
  PaperOpenalexMetadata: {
    many: 'OpenAlex matches',
    columns: ['title', 'openalexTitle', 'matchStatus'],
    say: (read) => ({ title: read('openalexTitle') ?? read('title'), status: read('matchStatus') }),
  },
  PrepManifest: {
    many: 'manifests',
    columns: ['corpusHash'],
    say: (read) => ({ title: words('manifest', read('corpusHash')?.slice(0, 8)) }),
  },
  StreamlitUser: { many: 'users', columns: ['username'], say: (read) => ({ title: read('username') }) },
  StreamlitSession: {
    many: 'sessions',
    columns: ['username', 'source', 'revokedAt'],
    say: (read) => ({
      title: listed(read('username'), read('source')),
      status: read('revokedAt') === undefined ? undefined : 'revoked',
    }),
  },
  Project: { many: 'projects', columns: ['name'], say: (read) => ({ title: read('name') }) },
  ProjectPaper: {
    many: 'papers of projects',
    columns: ['paperPath'],
    say: (read) => ({ title: fileOf(read('paperPath')) }),
  },
  ProjectPersona: { many: 'personas', columns: ['name'], say: (read) => ({ title: read('name') }) },
  OpenalexCacheEntry: {
    many: 'OpenAlex answers',
    columns: ['query', 'workId'],
    say: (read) => ({ title: read('query') ?? read('workId') }),
  },
  OpenalexTitleOverride: {
    many: 'title overrides',
    columns: ['titlePattern'],
    say: (read) => ({ title: read('titlePattern') }),
  },
  OpenalexHttpCacheEntry: {
    many: 'OpenAlex answers',
    columns: ['url', 'statusCode'],
    say: (read) => ({ title: read('url'), status: read('statusCode') }),
  },
  OpenalexCitationGraphCacheEntry: {
    many: 'citation networks',
    columns: ['centerWorkId'],
    say: (read) => ({ title: read('centerWorkId') }),
  },
  CitecCacheEntry: {
    many: 'CitEc answers',
    columns: ['repecHandle'],
    say: (read) => ({ title: read('repecHandle') }),
  },
  PipelineRun: {
    many: 'index builds',
    columns: ['rowId', 'embeddingModel', 'arm'],
    say: (read) => ({ title: listed(words('build', read('rowId')), read('embeddingModel'), read('arm')) }),
  },
  IndexVersion: {
    many: 'index versions',
    columns: ['indexId', 'embeddingModel'],
    say: (read) => ({ title: listed(read('indexId'), read('embeddingModel')) }),
  },
  IndexShard: {
    many: 'index shards',
    columns: ['shardName', 'isActive'],
    say: (read) => ({ title: read('shardName'), status: ACTIVITY.get(read('isActive') ?? '') }),
  },
  Vector: {
    many: 'chunks',
    columns: ['page', 'startWord', 'endWord'],
    below: [DOCUMENT],
    say: (read, below) => {
      const [of, page] = [below('document'), read('page')];
      const paper =
        paperName(of('author'), of('title'), below('document.metadata')('publicationYear')) ?? of('docId');
      const range = read('startWord') && `words ${read('startWord')}-${read('endWord') ?? ''}`;
      return {
        title: listed(paper, page && `p. ${page}`, range),
        many: paper && `chunks of ${paper}`,
        page: page === undefined ? undefined : Number(page),
      };
    },
  },
  WorkflowRun: {
    many: 'runs',
    columns: ['runId', 'outcome', 'arm'],
    say: (read) => ({ title: listed(read('runId'), read('arm')), status: read('outcome') }),
  },
  RunRecord: {
    many: 'records',
    columns: ['recordKind', 'step', 'recordKey', 'status', 'question', 'artifactType'],
    say: (read) => ({
      title: recordTitle(read),
      status: read('status'),
      many: RECORDS.get(read('recordKind') ?? ''),
    }),
  },
  AsyncJob: {
    many: 'jobs',
    columns: ['jobId', 'jobType', 'status'],
    say: (read) => ({ title: words(read('jobType'), 'job', read('jobId')), status: read('status') }),
  },
  QueryCacheEntry: {
    many: 'cached answers',
    columns: ['query', 'model'],
    say: (read) => ({ title: read('query') ?? read('model') }),
  },
  ProjectQueryCacheEntry: {
    many: 'cached answers of projects',
    columns: ['query', 'model'],
    say: (read) => ({ title: read('query') ?? read('model') }),
  },
  ChatTurn: {
    many: 'chat turns',
    columns: ['query', 'paperId'],
    say: (read) => ({ title: read('query') ?? read('paperId') }),
  },
  PaperComparison: {
    many: 'comparisons',
    columns: ['name', 'status'],
    say: (read) => ({ title: read('name'), status: read('status') }),
  },
  PaperComparisonCell: {
    many: 'cells of comparisons',
    columns: ['questionText', 'questionId', 'cellStatus'],
    say: (read) => ({ title: read('questionText') ?? read('questionId'), status: read('cellStatus') }),
  },
  PaperNote: {
    many: 'notes',
    columns: ['noteText', 'pageNumber'],
    say: (read) => ({ title: read('noteText') ?? words('note on page', read('pageNumber')) }),
  },
  RetrievalEvent: {
    many: 'retrievals',
    columns: ['method', 'topK'],
    say: (read) => ({ title: listed(read('method'), read('topK') && `top ${read('topK')}`) }),
  },
  TokenUsage: {
    many: 'model calls',
    columns: ['model', 'operation', 'totalTokens'],
    say: (read) => ({
      title: listed(read('model'), read('operation'), counted(read('totalTokens'), 'tokens')),
      many: read('model') && `model calls of ${read('model')}`,
    }),
  },
  RequestFailure: { many: 'failures', columns: ['component'], say: (read) => ({ title: read('component') }) },
};

/** The title, behind the name if that says more. */
const paperTitle = (name: string | undefined, title: string | undefined): string | undefined =>
  name === undefined || title === undefined || title.startsWith(name) ? title : `${name}: ${title}`;

function recordTitle(read: Read): string | undefined {
  const [kind, key] = [read('recordKind'), read('recordKey')];
  if (kind === 'step') return words('step', read('step'));
  if (kind === 'question') return [key, read('question')].filter(Boolean).join(': ');
  if (kind === 'artifact') return words('artifact', read('artifactType') ?? key);
  return words(kind === 'run' ? 'header' : kind, key === 'main' ? undefined : key);
}

const descriptionOf = (type: string): Description | undefined => {
  const all: Readonly<Record<string, Description>> = DESCRIPTIONS;
  return Object.hasOwn(all, type) ? all[type] : undefined;
};

interface Named {
  readonly title: string;
  readonly many: string;
}

/** What many rows of a type are called. */
export const manyOf = (type: string): string => descriptionOf(type)?.many ?? type;

/** What has to be read of a row to describe it. */
export const describingCells = (type: string): readonly Cell[] => {
  const description = descriptionOf(type);
  return [...columns(description?.columns ?? []), ...(description?.below ?? [])];
};

/** Says what a row is; one that is gone, or keeps its name back, is named by its key. */
export function describe(type: string, key: string, of: unknown): Described & Named {
  const said = isRow(of)
    ? descriptionOf(type)?.say(reader(of), (path) => reader(rowUnder(of, path)))
    : undefined;
  return { ...said, title: said?.title ?? key, many: said?.many ?? manyOf(type) };
}

function rowUnder(of: Row, path: string): Row | undefined {
  let row: unknown = of;
  for (const key of path.split('.')) row = isRow(row) ? row[SLOTS]?.[key] : undefined;
  return isRow(row) ? row : undefined;
}

const reader =
  (row: Row | undefined): Read =>
  (field) => {
    const value = row?.[field];
    if (value == null || value instanceof Error) return undefined;
    const text = String(value);
    return text.trim() === '' ? undefined : redactText(text);
  };
