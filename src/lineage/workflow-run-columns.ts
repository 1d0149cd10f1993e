import { type Column, columnsOf, isTableType, TABLES } from '../database/tables.ts';

/**
 * A workflow run has no table: it is a run id that some table names. Its columns are those of its header, the
 * `run_records` row with record_kind 'run', step '' and record_key 'main'; all of them null when it has none.
 */
const FROM_HEADER = [
  'status',
  'workstreamId',
  'arm',
  'triggerSource',
  'parentRunId',
  'papersDir',
  'gitSha',
  'question',
  'startedAt',
  'finishedAt',
  'projectId',
  'personaId',
] as const;

const header = columnsOf('RunRecord');

export const RUN_COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['runId', { field: 'runId', name: 'run_id', kind: 'String', nullable: false }],
  ['createdAt', { field: 'createdAt', name: 'created_at', kind: 'DateTime', nullable: false }],
  ...FROM_HEADER.flatMap((field): [string, Column][] => {
    const column = header.get(field);
    return column ? [[field, { ...column, nullable: true }]] : [];
  }),
]);

/** The columns in which a table names the run that its rows belong to. A run is known if one of them holds its id. */
export const NAMES_A_RUN = [
  { type: 'RunRecord', field: 'runId' },
  { type: 'TokenUsage', field: 'runId' },
  { type: 'PipelineRun', field: 'workflowRunId' },
  { type: 'PrepManifest', field: 'runId' },
  // Last, since no index helps it: it is read only for a run that none of the others knows.
  { type: 'RetrievalEvent', field: 'runId' },
] as const;

/** The columns of any type of the graph, by field name. */
export const columnsOfType = (type: string): ReadonlyMap<string, Column> =>
  isTableType(type) ? columnsOf(type) : RUN_COLUMNS;

/** The field by which rows of a type are told apart. */
export const keyOf = (type: string): string => (isTableType(type) ? TABLES[type].key : 'runId');
