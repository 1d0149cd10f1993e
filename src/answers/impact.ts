import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionType } from '../connection/connection-type.ts';
import type { RowAlias, Sql } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import type { Row } from '../execution/row.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { summed } from '../lineage/grouped.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowOf, rowsWithIds, tableRows } from '../lineage/row-type.ts';
import { WORKFLOW_RUN } from '../lineage/runs.ts';
import { builder } from '../schema/builder.ts';
import { IMPACT_OWNERS, type ImpactOwner, withReusing } from './impact-runs.ts';
import { USAGE_MEASURES } from './usage-measures.ts';
import { USAGE_SUMMARY, UsageSummary, usageArguments } from './usage-summary.ts';

/** The runs that an impact is about, as one array: the lists and sums below it all start there. */
const IMPACT: RowType = {
  name: 'Impact',
  columns: columnsByField([derivedColumn('runs', 'String', { nullable: false })]),
  key: ['runs'],
  defaultOrder: [],
};

const impactOf = ({ type, startsAt, reads, runs }: ImpactOwner): Relation => ({
  name: `${type}.impact`,
  to: IMPACT,
  as: 'one',
  startsAt,
  description: '',
  reads,
  subqueries: 14,
  cost: () => ({ base: 20, rows: 1 }),
  source: (sources, of) => {
    const alias = sources.alias('impact');
    const all = withReusing(sources, runs(sources, of));
    return {
      from: sql`(select array(${all}) as runs) as ${sql.ref(alias)}`,
      where: [],
      row: rowOf(IMPACT, () => sql.ref(`${alias}.runs`)),
    };
  },
});

/** As an estimate has it, the array is a text. */
const runsIn = (impact: RowAlias): Sql => sql`${impact.column('runs')}::text[]`;

const RUNS: Relation = {
  name: 'Impact.runs',
  to: WORKFLOW_RUN,
  as: 'connection',
  startsAt: ['runs'],
  description: '',
  reads: ['WorkflowRun'],
  subqueries: 10,
  source: (sources, impact) => {
    return rowsWithIds(WORKFLOW_RUN, sources, sql`select unnest(${runsIn(impact)})`);
  },
};

const rowsOfRuns = (
  name: string,
  type: 'RunRecord' | 'TokenUsage',
  which: (row: RowAlias) => readonly Sql[] = () => [],
): Relation => ({
  name,
  to: tableRows(type),
  as: 'connection',
  startsAt: ['runs'],
  description: '',
  reads: [type],
  source: (sources, impact) => {
    const source = sources.table(type);
    const { row } = source;
    const ofRuns = sql`${row.column('runId')} = any(${runsIn(impact)})`;
    return { ...source, where: [ofRuns, ...which(row), ...source.where] };
  },
});

const ANSWERS = rowsOfRuns('Impact.answers', 'RunRecord', (row) => [
  sql`${row.column('recordKind')} = 'question'`,
]);
const CALLS = rowsOfRuns('Impact.usage', 'TokenUsage');

const Impact = builder.objectRef<Row>('Impact').implement({
  description:
    'What rests on a row and would have to be done again without it, or with another in its place.',
});
builder.objectFields(Impact, (t) => ({
  runs: t.field({
    type: connectionType('WorkflowRun'),
    description: 'The runs that would have to be done again, each once.',
    args: connectionArguments(listed(WORKFLOW_RUN)),
    ...fromRows(RUNS),
  }),
  answers: t.field({
    type: connectionType('RunRecord'),
    description: 'The questions of these runs, whose answers would have to be given again.',
    args: connectionArguments(listed(tableRows('RunRecord'))),
    ...fromRows(ANSWERS),
  }),
  usage: t.field({
    type: UsageSummary,
    description:
      'What these runs have used: about what doing them again will take. Of the answers alone with where: { questionId: { isNull: false } }.',
    args: usageArguments,
    ...fromRows(summed('Impact.usage', CALLS, USAGE_SUMMARY, USAGE_MEASURES)),
  }),
}));

for (const owner of IMPACT_OWNERS) {
  builder.objectField(owner.type, 'impact', (t) =>
    t.field({
      type: Impact,
      description: `${owner.description}, and those that took over a result of such a run, through chains.`,
      ...fromRows(impactOf(owner)),
    }),
  );
}
