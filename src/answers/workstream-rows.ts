import { sql } from 'kysely';
import type { RowAlias, Sql } from '../database/sql.ts';
import { and } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { LineageError } from '../errors.ts';
import { attempt } from '../lineage/available.ts';
import { present } from '../lineage/computed.ts';
import { areHeaders } from '../lineage/header.ts';
import type { Relation } from '../lineage/relation.ts';
import { allOf, type RowType, rowNamed, rowOf, tableRows } from '../lineage/row-type.ts';
import { WORKFLOW_RUN } from '../lineage/runs.ts';
import type { Source, Sources } from '../lineage/source.ts';

const WORKSTREAM_ID = derivedColumn('workstreamId', 'String', {
  name: 'workstream_id',
  nullable: false,
  description: 'The id that the headers of its runs name.',
});

const FIGURES = [
  derivedColumn('runCount', 'Int', {
    name: 'run_count',
    nullable: false,
    description: 'How many runs name it in their header.',
  }),
  derivedColumn('firstActivityAt', 'DateTime', {
    name: 'first_activity_at',
    description: 'When the first of its runs began.',
  }),
  derivedColumn('lastActivityAt', 'DateTime', {
    name: 'last_activity_at',
    description: 'The latest lastActivityAt of its runs, by their headers.',
  }),
];

/** A workstream has no table: it is an id that headers of runs name. */
export const WORKSTREAM: RowType = {
  name: 'Workstream',
  columns: columnsByField([
    WORKSTREAM_ID,
    ...FIGURES,
    derivedColumn('armCount', 'Int', {
      name: 'arm_count',
      description: 'How many different arms its runs name.',
    }),
  ]),
  key: ['workstreamId'],
  defaultOrder: [{ field: 'lastActivityAt', descending: true }],
};

/** The runs of a workstream that name the same arm, or none. */
export const WORKSTREAM_ARM: RowType = {
  name: 'WorkstreamArm',
  columns: columnsByField([
    WORKSTREAM_ID,
    derivedColumn('arm', 'String', { description: 'The variant; null for the runs that name none.' }),
    ...FIGURES,
  ]),
  key: ['arm'],
  defaultOrder: [],
};

const armOf = (header: RowAlias): Sql => sql`nullif(${header.column('arm')}, '')`;

/** The headers of a workstream, or of all. */
function headers(sources: Sources, workstreamId?: Sql): Source {
  const { from, row, where } = sources.table('RunRecord');
  const own = row.column('workstreamId');
  const which = workstreamId ? sql`${own} = ${workstreamId}` : sql`${own} is not null`;
  return { from, row, where: [which, sql`${own} <> ''`, ...areHeaders(row), ...where] };
}

/** One row for all headers of a workstream, or one for each of its arms. */
export function workstreams(sources: Sources, type: RowType, workstreamId?: Sql): Source {
  const { from, row, where } = headers(sources, workstreamId);
  const at = (fields: readonly string[]): Sql => {
    const times = present(sources, 'RunRecord', row, fields);
    return times.length > 0 ? sql`coalesce(${sql.join(times)})` : row.column('createdAt');
  };
  const keys = type === WORKSTREAM ? [row.column('workstreamId')] : [row.column('workstreamId'), armOf(row)];
  const values: Readonly<Record<string, () => Sql>> = {
    workstreamId: () => row.column('workstreamId'),
    arm: () => armOf(row),
    runCount: () => sql`count(*)`,
    armCount: () => sql`count(distinct ${armOf(row)})`,
    firstActivityAt: () => sql`min(${at(['startedAt', 'createdAt'])})`,
    lastActivityAt: () => sql`max(${at(['finishedAt', 'updatedAt', 'createdAt'])})`,
  };
  const made = new Map([...type.columns.keys()].map((field) => [field, attempt(() => values[field]?.())]));
  const selected = [...type.columns.values()].flatMap(({ field, name }) => {
    const value = made.get(field);
    return value === undefined || value instanceof LineageError ? [] : [sql`${value} as ${sql.ref(name)}`];
  });
  const alias = sources.alias(type === WORKSTREAM ? 'workstreams' : 'arms');
  return {
    from: sql`(select ${sql.join(selected)} from ${from} where ${and(where)} group by ${sql.join(keys)}) as ${sql.ref(alias)}`,
    where: [],
    row: rowOf(type, (field) => {
      const value = made.get(field);
      // What this database lacks takes along its own column alone.
      if (value instanceof LineageError) throw value;
      return rowNamed(type, alias).column(field);
    }),
  };
}

/** Whether a header is of the workstream, and of the arm, that a row stands for. */
const ofParent = (header: RowAlias, parent: RowAlias, type: RowType): readonly Sql[] => [
  sql`${header.column('workstreamId')} = ${parent.column('workstreamId')}`,
  ...(type === WORKSTREAM ? [] : [sql`${armOf(header)} is not distinct from ${parent.column('arm')}`]),
];

const startsAt = (type: RowType): readonly string[] =>
  type === WORKSTREAM ? ['workstreamId'] : ['workstreamId', 'arm'];

/** The runs of a workstream, or of one of its arms. */
export const runsOf = (type: RowType): Relation => ({
  name: `${type.name}.runs`,
  to: WORKFLOW_RUN,
  as: 'connection',
  startsAt: startsAt(type),
  description: '',
  reads: ['WorkflowRun'],
  source: (sources, parent) => {
    const source = allOf(WORKFLOW_RUN, sources);
    return { ...source, where: [...ofParent(source.row, parent, type), ...source.where] };
  },
});

/** The model calls of these runs. */
export const callsOf = (type: RowType): Relation => ({
  name: `${type.name}.tokenUsage`,
  to: tableRows('TokenUsage'),
  as: 'connection',
  startsAt: startsAt(type),
  description: '',
  reads: ['RunRecord', 'TokenUsage'],
  source: (sources, parent) => {
    const header = headers(sources, parent.column('workstreamId'));
    const { from, row, where } = sources.table('TokenUsage');
    const arm = type === WORKSTREAM ? [] : ofParent(header.row, parent, type).slice(1);
    return {
      from,
      row,
      where: [sql`${row.column('runId')} = ${header.row.column('runId')}`, ...where],
      through: { from: header.from, where: [...header.where, ...arm] },
    };
  },
});
