import { sql } from 'kysely';
import { and, firstOf, latest, type RowAlias, type Sql } from '../database/sql.ts';
import { present } from './computed.ts';
import type { RunParts } from './run-parts.ts';
import type { Sources } from './source.ts';

/** A run that is not finished and shows no sign of life for as long as this has stalled. */
export const STALLED_AFTER_HOURS = 6;

const FAILED = sql`('failed', 'error')`;
const UNFINISHED = sql`('running', 'queued', 'started', 'pending')`;

interface Verdict {
  readonly outcome: string;
  readonly when: Sql;
  /** For people. */
  readonly because: Sql;
}

/** A time at which something of a run was written, and what that was. */
interface Sign {
  readonly from: string;
  readonly at: Sql;
}

/** What is known of a run when its steps, its report and its calls were looked at, which stand in `from`. */
interface Judged {
  readonly from: Sql;
  readonly outcome: Sql;
  readonly because: Sql;
  /** In the order in which they decide between equal times. */
  readonly signs: readonly Sign[];
  readonly lastSignAt: Sql;
}

/** What happened to a run: `outcome`, or the sentence that says why. */
export function judged(sources: Sources, run: RunParts, give: 'outcome' | 'because'): Sql {
  const { from, [give]: given } = judge(sources, run);
  return sql`(select ${given} from ${from})`;
}

export function judge(sources: Sources, run: RunParts): Judged {
  const { from, where, row } = sources.table('RunRecord');
  const found = sql.ref(sources.alias('found'));
  const parts = sql`(select ${partsOf(sources, row)} from ${from} where ${and([
    sql`${row.column('runId')} = ${run.id}`,
    sql`${row.column('recordKind')} in ('step', 'report')`,
    ...where,
  ])}) as ${found}`;
  const signs = signsOf(sources, run, found);
  const lastSignAt = sql`greatest(${sql.join(signs.map(({ at }) => at))})`;
  const verdicts = verdictsOf(sources, run, found, lastSignAt);
  return {
    from: parts,
    outcome: firstOf(verdicts, ({ outcome }) => sql.lit(outcome)),
    because: firstOf(verdicts, ({ because }) => because),
    signs,
    lastSignAt,
  };
}

/** What the steps and the report of a run say, in one row. */
function partsOf(sources: Sources, row: RowAlias): Sql {
  const column = (field: string): Sql => row.column(field);
  const [agenticStatus = sql`null`] = present(sources, 'RunRecord', row, ['agenticStatus']);
  const isFailed = sql`(${column('status')} in ${FAILED} or ${agenticStatus} in ${FAILED})`;
  const name = sql`case ${column('recordKind')} when 'step' then ${column('step')} else 'the report' end`;
  const times = present(sources, 'RunRecord', row, ['updatedAt', 'finishedAt', 'startedAt', 'createdAt']);
  const last = (kind: string): Sql =>
    sql`max(greatest(${sql.join(times)})) filter (where ${column('recordKind')} = ${sql.lit(kind)})`;
  return sql.join([
    sql`count(*) as parts`,
    sql`count(*) filter (where ${column('recordKind')} = 'report') as reports`,
    sql`string_agg(${name}, ', ' order by ${column('rowId')}) filter (where ${isFailed}) as failed`,
    sql`${last('step')} as last_step_at`,
    sql`${last('report')} as last_report_at`,
  ]);
}

function verdictsOf(sources: Sources, run: RunParts, found: Sql, last: Sql): readonly Verdict[] {
  const { header } = run;
  const status = header.column('status');
  const hasNone = sql`${header.column('rowId')} is null`;
  const [finishedAt = sql`null::timestamptz`] = present(sources, 'RunRecord', header, ['finishedAt']);
  const ended = sql`(${status} = 'completed' or (${finishedAt} is not null and coalesce(${status} in ${UNFINISHED}, true)) or (${hasNone} and ${found}.reports > 0))`;
  const at = sql`coalesce(to_char(${last} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), ${last}::text)`;
  const failed = sql`coalesce(' Failed: ' || ${found}.failed || '.', '')`;
  return [
    {
      outcome: 'failed',
      when: sql`${status} in ${FAILED}`,
      because: sql`'The header says that the run failed.' || ${failed}`,
    },
    {
      outcome: 'completed_with_failures',
      when: sql`${ended} and ${found}.failed is not null`,
      because: sql`'The run came to its end, but not all of it worked.' || ${failed}`,
    },
    {
      outcome: 'completed',
      when: ended,
      because: sql`'The run came to its end, and no step and no report failed.'`,
    },
    {
      outcome: 'unknown',
      when: sql`${hasNone} and ${found}.parts = 0`,
      because: sql`'The run has no header, no step and no report.'`,
    },
    {
      outcome: 'unknown',
      when: sql`not coalesce(${status} in ${UNFINISHED}, true)`,
      because: sql`'The status of the header is none that is known here.'`,
    },
    {
      outcome: 'stalled',
      when: sql`${last} < now() - ${sql.lit(`${STALLED_AFTER_HOURS} hours`)}::interval`,
      because: sql`'The run is not finished, and its last sign of life is of ' || ${at} || '.' || ${failed}`,
    },
    {
      outcome: 'running',
      when: sql`true`,
      because: sql`'The run is not finished; its last sign of life is of ' || ${at} || '.' || ${failed}`,
    },
  ];
}

/** When each part of the run was last written: its header, a step, its report, a model call. */
function signsOf(sources: Sources, { id, header }: RunParts, found: Sql): readonly Sign[] {
  const own = present(sources, 'RunRecord', header, ['updatedAt', 'startedAt', 'createdAt']);
  return [
    { from: 'step', at: sql`${found}.last_step_at` },
    { from: 'report', at: sql`${found}.last_report_at` },
    { from: 'header', at: sql`greatest(${sql.join(own)})` },
    ...lastCall(sources, id),
  ];
}

function lastCall(sources: Sources, id: Sql): readonly Sign[] {
  if (!sources.has('TokenUsage', 'runId') || !sources.has('TokenUsage', 'createdAt')) return [];
  const { from, where, row } = sources.table('TokenUsage');
  const at = sql`(select ${latest(row.column('createdAt'))} from ${from} where ${and([sql`${row.column('runId')} = ${id}`, ...where])})`;
  return [{ from: 'usage', at }];
}
