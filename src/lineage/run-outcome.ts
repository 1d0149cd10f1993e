import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
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

/** What happened to a run: `outcome`, or the sentence that says why. */
export function judged(sources: Sources, run: RunParts, give: 'outcome' | 'because'): Sql {
  const { from, where, row } = sources.table('RunRecord');
  const found = sql.ref(sources.alias('found'));
  const parts = sql`(select ${partsOf(sources, row)} from ${from} where ${and([
    sql`${row.column('runId')} = ${run.id}`,
    sql`${row.column('recordKind')} in ('step', 'report')`,
    ...where,
  ])}) as ${found}`;
  const verdicts = verdictsOf(sources, run, found);
  const cases = verdicts.map((verdict) =>
    give === 'outcome'
      ? sql`when ${verdict.when} then ${sql.lit(verdict.outcome)}`
      : sql`when ${verdict.when} then ${verdict.because}`,
  );
  return sql`(select case ${sql.join(cases, sql` `)} end from ${parts})`;
}

/** What the steps and the report of a run say, in one row. */
function partsOf(sources: Sources, row: RowAlias): Sql {
  const column = (field: string): Sql => row.column(field);
  const [agenticStatus = sql`null`] = present(sources, 'RunRecord', row, ['agenticStatus']);
  const isFailed = sql`(${column('status')} in ${FAILED} or ${agenticStatus} in ${FAILED})`;
  const name = sql`case ${column('recordKind')} when 'step' then ${column('step')} else 'the report' end`;
  const times = present(sources, 'RunRecord', row, ['updatedAt', 'finishedAt', 'startedAt', 'createdAt']);
  return sql.join([
    sql`count(*) as parts`,
    sql`count(*) filter (where ${column('recordKind')} = 'report') as reports`,
    sql`string_agg(${name}, ', ' order by ${column('rowId')}) filter (where ${isFailed}) as failed`,
    sql`max(greatest(${sql.join(times)})) as last_at`,
  ]);
}

function verdictsOf(sources: Sources, run: RunParts, found: Sql): readonly Verdict[] {
  const { header } = run;
  const status = header.column('status');
  const hasNone = sql`${header.column('rowId')} is null`;
  const [finishedAt = sql`null::timestamptz`] = present(sources, 'RunRecord', header, ['finishedAt']);
  const ended = sql`(${status} = 'completed' or (${finishedAt} is not null and coalesce(${status} in ${UNFINISHED}, true)) or (${hasNone} and ${found}.reports > 0))`;
  const last = lastSign(sources, run, found);
  const at = sql`to_char(${last} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"')`;
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

/** The last time at which anything of the run was written: its header, a step, its report, a model call. */
function lastSign(sources: Sources, { id, header }: RunParts, found: Sql): Sql {
  const own = present(sources, 'RunRecord', header, ['updatedAt', 'startedAt', 'createdAt']);
  return sql`greatest(${sql.join([...own, sql`${found}.last_at`, ...lastCall(sources, id)])})`;
}

function lastCall(sources: Sources, id: Sql): readonly Sql[] {
  if (!sources.has('TokenUsage', 'runId') || !sources.has('TokenUsage', 'createdAt')) return [];
  const { from, where, row } = sources.table('TokenUsage');
  return [
    sql`(select max(${row.column('createdAt')}) from ${from} where ${and([sql`${row.column('runId')} = ${id}`, ...where])})`,
  ];
}
