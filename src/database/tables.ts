import { getDatamodel, type default as PrismaTypes } from '../../prisma/generated/pothos-types.ts';

/** A GraphQL type that reads one table; the type has the name of its Prisma model. */
export type TableType = keyof PrismaTypes;

export type ColumnKind = 'String' | 'Int' | 'BigInt' | 'Float' | 'Boolean' | 'DateTime' | 'Json';

export interface Table {
  /** As in SQL: `schema.table`. */
  readonly name: string;
  /** The fields of the primary key. */
  readonly key: string;
  /** The field that global ids are made of, where the key is given to other rows in time. */
  readonly stableKey?: string;
  /** The time by which lists of all its rows are sorted, the latest first: that of a large table with an index on it. */
  readonly latestBy?: string;
  /** Of a table that grows without end: the fields by which an index of a real deployment finds rows. */
  readonly indexed?: readonly string[];
}

/** Which table each type reads, and by which field its rows are told apart. */
export const TABLES = {
  Document: { name: 'ingestion.documents', key: 'docId' },
  PaperMetadata: { name: 'ingestion.paper_metadata', key: 'docId' },
  PrepManifest: { name: 'ingestion.prep_manifests', key: 'runId' },
  StreamlitUser: { name: 'auth.streamlit_users', key: 'rowId' },
  StreamlitSession: { name: 'auth.streamlit_sessions', key: 'rowId' },
  Project: { name: 'auth.projects', key: 'projectId' },
  ProjectPaper: { name: 'auth.project_papers', key: 'rowId' },
  ProjectPersona: { name: 'auth.project_personas', key: 'personaId' },
  OpenalexCacheEntry: { name: 'enrichment.openalex_cache', key: 'cacheKey' },
  OpenalexTitleOverride: { name: 'enrichment.openalex_title_overrides', key: 'rowId' },
  OpenalexHttpCacheEntry: { name: 'enrichment.openalex_http_cache', key: 'requestKey' },
  OpenalexCitationGraphCacheEntry: { name: 'enrichment.openalex_citation_graph_cache', key: 'cacheKey' },
  CitecCacheEntry: { name: 'enrichment.citec_cache', key: 'cacheKey' },
  PaperOpenalexMetadata: { name: 'enrichment.paper_openalex_metadata', key: 'paperPath' },
  PipelineRun: { name: 'indexing.pipeline_runs', key: 'rowId' },
  IndexVersion: { name: 'indexing.index_versions', key: 'indexId' },
  IndexShard: { name: 'indexing.index_shards', key: 'rowId' },
  // Its row ids count anew when an index is rebuilt; a chunk id is made of the content.
  Vector: {
    name: 'indexing.vectors',
    key: 'rowId',
    stableKey: 'chunkId',
    indexed: ['rowId', 'chunkId', 'docId', 'pipelineRunId'],
  },
  RunRecord: {
    name: 'workflow.run_records',
    key: 'rowId',
    latestBy: 'createdAt',
    indexed: [
      'rowId',
      'runId',
      'status',
      'step',
      'workstreamId',
      'questionId',
      'reuseSourceRunId',
      'createdAt',
    ],
  },
  AsyncJob: { name: 'workflow.async_jobs', key: 'rowId' },
  QueryCacheEntry: { name: 'retrieval.query_cache', key: 'cacheKey', latestBy: 'createdAt' },
  ProjectQueryCacheEntry: { name: 'retrieval.project_query_cache', key: 'projectCacheKey' },
  ChatTurn: { name: 'retrieval.chat_history_turns', key: 'rowId' },
  PaperComparison: { name: 'retrieval.paper_comparison_runs', key: 'comparisonId' },
  PaperComparisonCell: { name: 'retrieval.paper_comparison_cells', key: 'rowId' },
  PaperNote: { name: 'retrieval.paper_notes', key: 'rowId' },
  RetrievalEvent: {
    name: 'retrieval.retrieval_events',
    key: 'rowId',
    latestBy: 'createdAt',
    indexed: ['rowId', 'createdAt', 'requestId'],
  },
  TokenUsage: {
    name: 'observability.token_usage',
    key: 'rowId',
    latestBy: 'createdAt',
    indexed: ['rowId', 'runId', 'requestId', 'sessionId', 'step', 'questionId', 'createdAt'],
  },
  RequestFailure: { name: 'observability.request_failures', key: 'rowId' },
} as const satisfies Readonly<Record<TableType, Table>>;

/** The schemas that they lie in. */
export const SCHEMAS: readonly string[] = [
  ...new Set(Object.values(TABLES).map(({ name }) => name.slice(0, name.indexOf('.')))),
];

export interface Column {
  readonly field: string;
  /** The column's name in SQL. */
  readonly name: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  /** What it holds, in which unit. */
  readonly description?: string;
  /** How many subqueries its SQL takes; none for what a table holds. */
  readonly subqueries?: number;
  /** Its value grows while time passes: rows are sorted by this other field, in which they keep their places. */
  readonly sortsBy?: string;
}

/** A column that no table holds; it can be null unless told otherwise. */
export const derivedColumn = (
  field: string,
  kind: ColumnKind,
  options: Partial<Pick<Column, 'name' | 'nullable' | 'description' | 'subqueries'>> = {},
): Column => ({ field, name: field, kind, nullable: true, ...options });

export const columnsByField = (columns: Iterable<Column>): ReadonlyMap<string, Column> =>
  new Map(Array.from(columns, (column) => [column.field, column]));

const KINDS: ReadonlySet<string> = new Set<ColumnKind>([
  'String',
  'Int',
  'BigInt',
  'Float',
  'Boolean',
  'DateTime',
  'Json',
]);
const isKind = (kind: string): kind is ColumnKind => KINDS.has(kind);

/** camelCase to snake_case; a numeric primary key is `rowId` in the graph, since `id` is Relay's there. */
export const columnName = (field: string): string =>
  field === 'rowId' ? 'id' : field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function readColumns(): ReadonlyMap<string, ReadonlyMap<string, Column>> {
  const models = Object.entries(getDatamodel().datamodel.models);
  return new Map(
    models.map(([model, { fields }]) => [
      model,
      new Map(
        fields.flatMap(({ name: field, type, isRequired, documentation }) =>
          isKind(type)
            ? [
                [
                  field,
                  {
                    field,
                    name: columnName(field),
                    kind: type,
                    nullable: !isRequired,
                    ...(documentation !== undefined && { description: documentation }),
                  },
                ],
              ]
            : [],
        ),
      ),
    ]),
  );
}

const columns = readColumns();

/** The columns of a table by field name, as the Prisma schema has them (relations left out). */
export function columnsOf(type: TableType): ReadonlyMap<string, Column> {
  const found = columns.get(type);
  if (!found) throw new Error(`The Prisma schema has no model ${type}.`);
  return found;
}

export const isTableType = (type: string): type is TableType => Object.hasOwn(TABLES, type);
