import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { type Column, columnsOf } from '../database/tables.ts';
import { computedColumns, present } from './computed.ts';
import { areHeaders, isHeader } from './header.ts';
import { lateColumns } from './late-columns.ts';
import { type RowType, rowOf } from './row-type.ts';
import { COMPUTED_OF_RUN } from './run-columns.ts';
import { NAMES_A_RUN, naming, orElse, type RunParts, timeOfRows } from './run-parts.ts';
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
      nullable: true,
      description: 'When the header was written; without one, when the earliest row that names the run was.',
    },
  ],
  ...FROM_HEADER.flatMap((field): [string, Column][] => {
    const column = header.get(field);
    return column ? [[field, { ...column, nullable: true }]] : [];
  }),
  ...computedColumns(COMPUTED_OF_RUN),
]);

/** The workflow runs: as a list those with a header, and by their ids those that any table names. */
export const WORKFLOW_RUN: RowType = {
  name: 'WorkflowRun',
  columns,
  key: ['runId'],
  defaultOrder: [{ field: 'lastActivityAt', descending: true }],
  all: (sources, isCount) => {
    const record = sources.table('RunRecord');
    return {
      from: record.from,
      where: [...record.where, ...(isCount ? isHeader(record.row) : areHeaders(record.row))],
      row: runRow(sources, { id: record.row.column('runId'), header: record.row, hasHeader: true }),
    };
  },
  keyed: {
    rows: runsWithIds,
    row: runWithId,
    provenBy: (type, field) => NAMES_A_RUN.some((one) => one.type === type && one.field === field),
  },
};

/** What a run is made of is written in subqueries. */
const joinsNothing = (): never => {
  throw new Error('A column of a run cannot join.');
};

function runRow(sources: Sources, run: RunParts): RowAlias {
  return rowOf(WORKFLOW_RUN, (field) => {
    if (field === 'runId') return run.id;
    if (field === 'createdAt')
      return orElse(run, present(sources, 'RunRecord', run.header, ['createdAt']), () =>
        timeOfRows(sources, run.id, 'min'),
      );
    const computed = COMPUTED_OF_RUN[field];
    return computed ? computed.sql(sources, run, joinsNothing) : run.header.column(field);
  });
}

/** The header of the run with this id, to be joined. */
function headerOf(sources: Sources, id: Sql) {
  const { from, row, where } = sources.table('RunRecord');
  return { from, header: row, on: [sql`${row.column('runId')} = ${id}`, ...isHeader(row), ...where] };
}

/**
 * The same, looked up for each id of a list. LIMIT keeps the planner from joining: it expects thousands of ids, and would
 * read the headers of all runs for the ten that there are.
 */
function lookedUpHeader(sources: Sources, id: Sql): ReturnType<typeof headerOf> {
  const { from, header, on } = headerOf(sources, id);
  const { alias, row, selected } = lateColumns(sources, 'header', [header]);
  return {
    from: sql`lateral (select ${sql.join(selected)} from ${from} where ${and(on)} limit 1) as ${alias}`,
    header: row,
    on: [],
  };
}

/** Where the database has no headers, a run is known by the other tables, and its own columns say what is missing. */
const NO_HEADERS = (sources: Sources): RowAlias => ({
  column: (field) => sources.table('RunRecord').row.column(field),
});

/**
 * The workflow run with this id, whatever names it. Of one id alone the header is looked up: of a partitioned table, in
 * one partition.
 */
function runWithId(sources: Sources, id: Sql, known: boolean, isOnly = false): JoinedRow {
  const find = isOnly ? lookedUpHeader : headerOf;
  const joined = sources.has('RunRecord') ? find(sources, id) : undefined;
  const header = joined?.header ?? NO_HEADERS(sources);
  return {
    joins: joined ? [{ from: joined.from, on: joined.on }] : [],
    row: runRow(sources, { id, header, hasHeader: false }),
    present: known ? sql`${id} is not null` : isKnown(sources, joined?.header, id),
  };
}

/** The workflow runs with these ids (a subquery of one column), with or without a header; unknown ones left out. */
function runsWithIds(sources: Sources, ids: Sql, known: boolean): Source {
  const alias = sql.ref(sources.alias('runs'));
  const id = sql`${alias}.run_id`;
  const joined = sources.has('RunRecord') ? lookedUpHeader(sources, id) : undefined;
  const header = joined?.header ?? NO_HEADERS(sources);
  return {
    from: sql`(${ids}) as ${alias}(run_id)${joined ? sql` left join ${joined.from} on true` : sql``}`,
    where: known ? [] : [isKnown(sources, joined?.header, id)],
    row: runRow(sources, { id, header, hasHeader: false }),
  };
}

/** The run with this id, with or without a header, and what its columns are made of. */
export function partsOfRun(sources: Sources, runId: Sql): { readonly from: Sql; readonly run: RunParts } {
  const alias = sql.ref(sources.alias('run'));
  const id = sql`${alias}.run_id`;
  const { from, header, on } = headerOf(sources, id);
  return {
    from: sql`(select ${runId} as run_id) as ${alias} left join ${from} on ${and(on)}`,
    run: { id, header, hasHeader: false },
  };
}

/** Whether any table names the run with this id. */
export const isKnownRun = (sources: Sources, id: Sql): Sql => isKnown(sources, undefined, id);

/** That no table names the run with this id; each on its own, so that the planner can join whole lists of ids. */
export const namedByNone = (sources: Sources, id: Sql): readonly Sql[] =>
  naming(sources).map(
    ({ source, runId }) =>
      sql`not exists (select from ${source.from} where ${and([sql`${runId} = ${id}`, ...source.where])})`,
  );

/** CASE keeps PostgreSQL from asking all tables about a run whose header it has found. */
function isKnown(sources: Sources, header: RowAlias | undefined, id: Sql): Sql {
  const named = naming(sources).map(
    ({ source, runId }) =>
      sql`exists (select from ${source.from} where ${and([sql`${runId} = ${id}`, ...source.where])})`,
  );
  const byAny = named.length === 0 ? sql`false` : sql`(${sql.join(named, sql` or `)})`;
  return header ? sql`case when ${header.column('rowId')} is not null then true else ${byAny} end` : byAny;
}
