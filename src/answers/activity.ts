import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf } from '../connection/connection-type.ts';
import type { Sql } from '../database/sql.ts';
import { columnsByField, derivedColumn, type TableType } from '../database/tables.ts';
import { type Row, rowOrNull, slotValue, textIn } from '../execution/row.ts';
import { firstTime } from '../lineage/computed.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listedColumns } from '../lineage/fields/listed-columns.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowOf } from '../lineage/row-type.ts';
import type { Source, Sources } from '../lineage/source.ts';
import { union } from '../lineage/union.ts';
import { builder } from '../schema/builder.ts';
import { RunActivityKind } from '../schema/closed-sets.ts';

/** A row that says what happened in a run. `type` and `rowId` say which row it is. */
const ACTIVITY: RowType = {
  name: 'RunActivity',
  columns: columnsByField([
    derivedColumn('at', 'DateTime', {
      nullable: false,
      description:
        'When it began: startedAt of a record or a job, else its createdAt; createdAt of a call or an event. The producer writes calls and events when they are over.',
    }),
    derivedColumn('kind', 'String', { nullable: false, description: 'What happened.' }),
    derivedColumn('type', 'String', { nullable: false }),
    derivedColumn('rowId', 'BigInt', { name: 'row_id', nullable: false }),
  ]),
  key: ['kind', 'rowId'],
  defaultOrder: [{ field: 'at', descending: false }],
};

/** The tables in which a run leaves what happened in it. */
const PARTS: readonly { readonly kind: string; readonly type: TableType }[] = [
  { kind: 'record', type: 'RunRecord' },
  { kind: 'call', type: 'TokenUsage' },
  { kind: 'event', type: 'RetrievalEvent' },
  { kind: 'job', type: 'AsyncJob' },
];

function partOf(sources: Sources, { kind, type }: (typeof PARTS)[number], runId: Sql): Source {
  const { from, row, where } = sources.table(type);
  const values = new Map([
    ['at', firstTime(sources, type, row, ['startedAt'], 'createdAt')],
    ['kind', sql.lit(kind)],
    ['type', sql.lit(type)],
  ]);
  return {
    from,
    where: [sql`${row.column('runId')} = ${runId}`, ...where],
    row: rowOf(ACTIVITY, (field) => values.get(field) ?? row.column(field)),
  };
}

const OF_RUN: Relation = {
  name: 'WorkflowRun.activity',
  to: ACTIVITY,
  as: 'connection',
  startsAt: ['runId'],
  description: '',
  reads: PARTS.map(({ type }) => type),
  subqueries: PARTS.length,
  cost: () => ({ base: 5, rows: 0 }),
  source: (sources, run) =>
    union(
      sources,
      'activity',
      PARTS.map((part) => () => partOf(sources, part, run.column('runId'))),
    ),
};

const RunActivity = builder.objectRef<Row>('RunActivity').implement({
  description: 'Something that happened in a workflow run, and the row that says so.',
});

const meaning = (field: string): string => ACTIVITY.columns.get(field)?.description ?? '';

builder.objectFields(RunActivity, (t) => ({
  at: t.field({
    type: 'DateTime',
    description: meaning('at'),
    extensions: needs({ kind: 'value', fields: ['at'] }),
    resolve: (row) => String(textIn(row, 'at')),
  }),
  kind: t.field({
    type: RunActivityKind,
    description: meaning('kind'),
    extensions: needs({ kind: 'value', fields: ['kind'] }),
    resolve: (row) => String(textIn(row, 'kind')),
  }),
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'The row: a RunRecord, TokenUsage, RetrievalEvent or AsyncJob.',
    extensions: needs({
      kind: 'node',
      typeField: 'type',
      keyField: 'rowId',
      of: PARTS.map(({ type }) => type),
      partial: true,
    }),
    resolve: (row, _args, _context, info) => rowOrNull(slotValue(row, info)),
  }),
}));

builder.objectField('WorkflowRun', 'activity', (t) =>
  t.field({
    type: connectionOf('RunActivity', RunActivity, {}),
    description:
      'What happened in the run, in the order of time unless orderBy says otherwise: its records, model calls, retrievals, and the jobs that made it. What this database lacks, or the caller may not read, is left out. Reads all rows of the run, and no index of a real deployment helps with retrievals and jobs. Tables workflow.run_records, observability.token_usage, retrieval.retrieval_events, workflow.async_jobs.',
    args: connectionArguments(listedColumns(ACTIVITY, ['at', 'kind'])),
    ...fromRows(OF_RUN),
  }),
);
