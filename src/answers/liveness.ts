import { sql } from 'kysely';
import { millisecondsBetween } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { type Row, textIn } from '../execution/row.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowOf } from '../lineage/row-type.ts';
import { judge, STALLED_AFTER_HOURS } from '../lineage/run-outcome.ts';
import { partsOfRun } from '../lineage/runs.ts';
import { builder } from '../schema/builder.ts';
import { RunSign } from '../schema/closed-sets.ts';
import { columnFields } from './column-fields.ts';

const LIVENESS: RowType = {
  name: 'RunLiveness',
  columns: columnsByField([
    derivedColumn('lastSignAt', 'DateTime', {
      name: 'last_sign_at',
      description:
        'The last time at which the header, a step, the report or a model call of the run was written; null where there is none of them.',
    }),
    derivedColumn('from', 'String', { name: 'last_sign_from' }),
    derivedColumn('silentForMs', 'Float', {
      name: 'silent_for_ms',
      description:
        'Milliseconds since then, of a run that is not finished; null for all others, and where that time is infinite.',
    }),
    derivedColumn('stalledForMs', 'Float', {
      name: 'stalled_for_ms',
      description: `Milliseconds since then, of a run whose outcome is STALLED: not finished, and silent for ${STALLED_AFTER_HOURS} hours. Null for all others, and where that time is infinite.`,
    }),
  ]),
  key: ['lastSignAt'],
  defaultOrder: [],
};

/** By the judgement that makes the outcome, so that both say the same. */
const RELATION: Relation = {
  name: 'WorkflowRun.liveness',
  to: LIVENESS,
  as: 'one',
  startsAt: ['runId'],
  description: '',
  reads: ['RunRecord', 'TokenUsage'],
  subqueries: 3,
  source: (sources, parent) => {
    const { from, run } = partsOfRun(sources, parent.column('runId'));
    const { from: found, signs, lastSignAt, outcome } = judge(sources, run);
    const alias = sources.alias('liveness');
    const at = (name: string) => sql.ref(`${alias}.${name}`);
    const which = signs.map((sign) => sql`when ${sign.at} then ${sql.lit(sign.from)}`);
    const silent = millisecondsBetween(at('last_sign_at'), sql`now()`);
    const values: Readonly<Record<string, () => ReturnType<typeof at>>> = {
      lastSignAt: () => at('last_sign_at'),
      from: () => at('last_sign_from'),
      silentForMs: () => sql`case when ${at('outcome')} in ('running', 'stalled') then ${silent} end`,
      stalledForMs: () => sql`case when ${at('outcome')} = 'stalled' then ${silent} end`,
    };
    return {
      from: sql`(select ${lastSignAt} as last_sign_at, case ${lastSignAt} ${sql.join(which, sql` `)} end as last_sign_from, ${outcome} as outcome
        from ${from} cross join lateral ${found}) as ${sql.ref(alias)}`,
      where: [],
      row: rowOf(LIVENESS, (field) => values[field]?.() ?? at(field)),
    };
  },
};

const RunLiveness = builder.objectRef<Row>('RunLiveness').implement({
  description:
    'Whether something still happens in a run: tells a slow one from a dead one. By the same signs as WorkflowRun.outcome. Tables workflow.run_records, observability.token_usage.',
});

columnFields(RunLiveness, LIVENESS, ['from']);
builder.objectField(RunLiveness, 'from', (t) =>
  t.field({
    type: RunSign,
    nullable: true,
    description: 'What was written then.',
    extensions: needs({ kind: 'value', fields: ['from'] }),
    resolve: (row) => textIn(row, 'from'),
  }),
);

builder.objectField('WorkflowRun', 'liveness', (t) =>
  t.field({
    type: RunLiveness,
    description: 'When something of the run was last written, and for how long nothing was.',
    ...fromRows(RELATION),
  }),
);
