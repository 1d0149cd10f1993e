import { sql } from 'kysely';
import type { Sql } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import type { Row } from '../execution/row.ts';
import { EDGES } from '../lineage/edges.ts';
import { fromList, fromRows } from '../lineage/fields/from-rows.ts';
import { summed } from '../lineage/grouped.ts';
import { joined } from '../lineage/joined.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { allKnown, callsThatMade, reusedSources, someKnown, sourcesIn } from '../lineage/reused-sources.ts';
import { type RowType, rowNamed, rowOf, tableRows } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { REUSED_SOURCE, ReusedSource } from './reused-source.ts';
import { USAGE_MEASURES } from './usage-measures.ts';
import { USAGE_SUMMARY, UsageSummary, usageArguments } from './usage-summary.ts';

/** The run, and the sources of what it took over as one value: the sums below all start there. */
const RUN_COST: RowType = {
  name: 'RunCost',
  columns: columnsByField([
    derivedColumn('runId', 'String', { name: 'run_id', nullable: false }),
    derivedColumn('sources', 'Json'),
    derivedColumn('unknownSources', 'Int', { name: 'unknown_sources', nullable: false }),
  ]),
  key: ['runId'],
  defaultOrder: [],
};

const READS = ['RunRecord', 'TokenUsage'] as const;

const RELATION: Relation = {
  name: 'WorkflowRun.cost',
  to: RUN_COST,
  as: 'one',
  startsAt: ['runId'],
  description: '',
  reads: READS,
  subqueries: 5,
  cost: () => ({ base: 5, rows: 1 }),
  source: (sources, run) => {
    const alias = sources.alias('run_cost');
    const found = sql.ref(`${alias}.sources`);
    return {
      // `offset 0` keeps the planner from looking for the sources once for each use.
      from: sql`(select ${run.column('runId')} as run_id, ${reusedSources(sources, run.column('runId'))} as sources offset 0) as ${sql.ref(alias)}`,
      where: [],
      row: rowOf(RUN_COST, (field) =>
        field === 'unknownSources'
          ? sql`(select count(*) from ${sourcesIn(found, sql`source`)} where state <> 'known')`
          : rowNamed(RUN_COST, alias).column(field),
      ),
    };
  },
};

const CALLS = tableRows('TokenUsage');

/** The calls of the sources, without or with those of the run; no sums of them where the condition does not hold. */
const calls = (name: string, withOwn: boolean, having: (sources: Sql) => Sql): Relation => ({
  name,
  to: CALLS,
  as: 'connection',
  startsAt: ['runId', 'sources'],
  description: '',
  reads: READS,
  source: (sources, cost) => {
    const { from, row, where } = sources.table('TokenUsage');
    const found = cost.column('sources');
    const made = callsThatMade(found, cost.column('runId'), sources.alias('made'), { withOwn });
    return {
      from: sql`${made.from} cross join ${from}`,
      row,
      where: [made.which(row), ...where],
      having: having(found),
    };
  },
});

const SUMS = {
  own: {
    calls: joined('RunCost.own', 'WorkflowRun', EDGES.WorkflowRun.tokenUsage),
    description: 'Sums over the model calls of the run itself, as its usage.',
  },
  inherited: {
    calls: calls('RunCost.inherited', false, someKnown),
    description:
      'What the steps and answers that the run took over cost where they were made: each call once, however often its result was taken over. Of those sources whose calls are known; null where there are sources, and the calls of none are known.',
  },
  savedByReuse: {
    calls: calls('RunCost.savedByReuse', false, allKnown),
    description:
      'What the run did not have to make again: as inherited, but null, and not a part of it, where the calls of any source are unknown.',
  },
  total: {
    calls: calls('RunCost.total', true, allKnown),
    description:
      'The full price of what the run came to: own and inherited, each call once; null where the calls of any source are unknown.',
  },
} as const;

const SOURCES: Relation = {
  name: 'RunCost.sources',
  to: REUSED_SOURCE,
  as: 'list',
  startsAt: ['sources'],
  description: '',
  reads: READS,
  cost: () => ({ base: 0, rows: 20 }),
  source: (sources, cost) => {
    const alias = sources.alias('source');
    return {
      from: sourcesIn(cost.column('sources'), sql.ref(alias)),
      where: [],
      row: rowNamed(REUSED_SOURCE, alias),
    };
  },
};

const RunCost = builder.objectRef<Row>('RunCost').implement({
  description:
    'The price of a run, with that of what it took over from others. Tables workflow.run_records, observability.token_usage.',
});

builder.objectFields(RunCost, (t) => ({
  ...Object.fromEntries(
    Object.entries(SUMS).map(([name, { calls: over, description }]) => [
      name,
      t.field({
        type: UsageSummary,
        description,
        args: usageArguments,
        ...fromRows(summed(`RunCost.${name}`, over, USAGE_SUMMARY, USAGE_MEASURES)),
      }),
    ]),
  ),
  unknownSources: t.int({
    description: 'How many of the sources have a state other than KNOWN: what they cost is unknown, not 0.',
    extensions: needs({ kind: 'value', fields: ['unknownSources'] }),
    resolve: ({ unknownSources }) => Number(unknownSources),
  }),
  sources: t.field({
    type: [ReusedSource],
    description:
      'Where the steps and answers that the run took over were made, at the end of their reuseChain; each once.',
    ...fromList(SOURCES),
  }),
}));

builder.objectField('WorkflowRun', 'cost', (t) =>
  t.field({
    type: RunCost,
    description:
      'What the run cost, what it would have cost without the steps and answers that it took over from other runs, and what of it is unknown.',
    ...fromRows(RELATION),
  }),
);
