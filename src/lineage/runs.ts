import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { type Column, columnsOf, type TableType } from '../database/tables.ts';
import { areHeaders, isHeader } from './header.ts';
import { type RowType, rowOf } from './row-type.ts';
import type { JoinedRow, Source, Sources } from './source.ts';

/**
 * A workflow run has no table: it is a run id that some table names. Its columns are those of its header, all of them
 * null when it has none.
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

/** The columns in which a table names the run that its rows belong to. A run is known if one of them holds its id. */
export const NAMES_A_RUN: readonly { readonly type: TableType; readonly field: string }[] = [
  { type: 'RunRecord', field: 'runId' },
  { type: 'TokenUsage', field: 'runId' },
  { type: 'PipelineRun', field: 'workflowRunId' },
  { type: 'PrepManifest', field: 'runId' },
  // Last, since no index helps it: it is read only for a run that none of the others knows.
  { type: 'RetrievalEvent', field: 'runId' },
];

const header = columnsOf('RunRecord');

const columns: ReadonlyMap<string, Column> = new Map<string, Column>([
  [
    'runId',
    {
      field: 'runId',
      name: 'run_id',
      kind: 'String',
      nullable: false,
      description: 'The id that the rows of the run share.',
    },
  ],
  [
    'createdAt',
    {
      field: 'createdAt',
      name: 'created_at',
      kind: 'DateTime',
      nullable: false,
      description: 'When the header was written; without one, when the earliest row that names the run was.',
    },
  ],
  ...FROM_HEADER.flatMap((field): [string, Column][] => {
    const column = header.get(field);
    return column ? [[field, { ...column, nullable: true }]] : [];
  }),
]);

/** The workflow runs: as a list those with a header, and by their ids those that any table names. */
export const WORKFLOW_RUN: RowType = {
  name: 'WorkflowRun',
  columns,
  key: ['runId'],
  defaultOrder: [{ field: 'createdAt', descending: true }],
  all: (sources) => {
    const record = sources.table('RunRecord');
    return {
      from: record.from,
      where: [...record.where, ...areHeaders(record.row)],
      row: runRow(record.row, record.row.column('runId'), () => record.row.column('createdAt')),
    };
  },
  keyed: {
    rows: runsWithIds,
    row: runWithId,
    provenBy: (type, field) => NAMES_A_RUN.some((one) => one.type === type && one.field === field),
  },
};

function runRow(record: RowAlias, runId: Sql, createdAt: () => Sql): RowAlias {
  return rowOf(WORKFLOW_RUN, (field) => {
    if (field === 'runId') return runId;
    return field === 'createdAt' ? createdAt() : record.column(field);
  });
}

/** The header of the run with this id, to be joined. */
function headerOf(sources: Sources, id: Sql) {
  const { from, row, where } = sources.table('RunRecord');
  return { from, record: row, on: [sql`${row.column('runId')} = ${id}`, ...isHeader(row), ...where] };
}

/** The workflow run with this id, whatever names it. */
function runWithId(sources: Sources, id: Sql, known: boolean): JoinedRow {
  const { from, record, on } = headerOf(sources, id);
  return {
    joins: [{ from, on }],
    row: runRow(record, id, () => createdAt(sources, record, id)),
    present: known ? sql`${id} is not null` : isKnown(sources, record, id),
  };
}

/** The workflow runs with these ids (a subquery of one column), with or without a header; unknown ones left out. */
function runsWithIds(sources: Sources, ids: Sql, known: boolean): Source {
  const alias = sql.ref(sources.alias('runs'));
  const id = sql`${alias}.run_id`;
  const { from, record, on } = headerOf(sources, id);
  return {
    from: sql`(${ids}) as ${alias}(run_id) left join ${from} on ${and(on)}`,
    where: known ? [] : [isKnown(sources, record, id)],
    row: runRow(record, id, () => createdAt(sources, record, id)),
  };
}

/** CASE keeps PostgreSQL from asking all tables about a run whose header it has found. */
function isKnown(sources: Sources, record: RowAlias, id: Sql): Sql {
  const named = naming(sources).map(
    ({ source, runId }) =>
      sql`exists (select from ${source.from} where ${and([sql`${runId} = ${id}`, ...source.where])})`,
  );
  return sql`case when ${record.column('rowId')} is not null then true else ${sql.join(named, sql` or `)} end`;
}

/** When the header was written, else the earliest row that names the run. */
function createdAt(sources: Sources, record: RowAlias, id: Sql): Sql {
  const earliest = naming(sources).map(
    ({ source, runId }) =>
      sql`(select min(${source.row.column('createdAt')}) from ${source.from} where ${and([
        sql`${runId} = ${id}`,
        ...source.where,
      ])})`,
  );
  return sql`coalesce(${record.column('createdAt')}, least(${sql.join(earliest)}))`;
}

const naming = (sources: Sources): { readonly source: Source; readonly runId: Sql }[] =>
  NAMES_A_RUN.filter(({ type }) => sources.has(type)).map(({ type, field }) => {
    const source = sources.table(type);
    return { source, runId: source.row.column(field) };
  });

/** Ids that some table names although no header record has them. Reads the run ids of whole tables. */
export function idsWithoutHeader(sources: Sources): Sql {
  const named = naming(sources).map(
    ({ source, runId }) =>
      sql`select ${runId} from ${source.from} where ${and([sql`${runId} is not null`, ...source.where])}`,
  );
  const record = sources.table('RunRecord');
  return sql`(${sql.join(named, sql` union `)}) except select ${record.row.column('runId')} from ${
    record.from
  } where ${and([...isHeader(record.row), ...record.where])}`;
}
