import { sql } from 'kysely';
import { and, firstOf, type RowAlias, type Sql } from '../database/sql.ts';
import { chainsOf } from './reuse-chain.ts';
import { isKnownRun } from './runs.ts';
import type { Sources } from './source.ts';

/** A source as `sourcesIn` reads it: the run in which a result was made, and which step or question of it. */
const COLUMNS = sql`run_id text, step text, question_id text, state text`;

/** The rows that `reusedSources` holds. */
export const sourcesIn = (sources: Sql, alias: Sql): Sql =>
  sql`jsonb_to_recordset(${sources}) as ${alias}(${COLUMNS})`;

/**
 * Where the steps and answers that a run took over were made, each once, as one JSON value. `state` says whether what
 * they cost there is known: it is if the run there has model calls at all.
 */
export function reusedSources(sources: Sources, runId: Sql): Sql {
  const chains = chainsOf(sources, (record) => [
    sql`${record.column('runId')} = ${runId}`,
    sql`${record.column('recordKind')} in ('step', 'question')`,
  ]);
  const links = sql.ref(sources.alias('link'));
  const last = sources.alias('made');
  const at = (column: string): Sql => sql.ref(`${last}.${column}`);
  const start = sources.table('RunRecord');
  const made = sources.table('RunRecord');
  const calls = sources.table('TokenUsage');
  const questionId = sql`coalesce(${made.row.column('questionId')}, ${start.row.column('questionId')})`;
  const states = [
    { state: 'cycle', when: at('is_cycle') },
    { state: 'dangling', when: sql`not ${isKnownRun(sources, at('run_id'))}` },
    {
      state: 'known',
      when: sql`exists (select from ${calls.from} where ${and([
        sql`${calls.row.column('runId')} = ${at('run_id')}`,
        ...calls.where,
      ])})`,
    },
    { state: 'no_usage', when: sql`true` },
  ];
  const isQuestion = sql`${start.row.column('recordKind')} = 'question'`;
  return sql`(select coalesce(jsonb_agg(to_jsonb(source) order by source.run_id, source.step, source.question_id), '[]') from (
    select distinct ${at('run_id')} as run_id, ${start.row.column('step')} as step, case when ${isQuestion} then ${questionId} end as question_id,
      ${firstOf(states, ({ state }) => sql.lit(state))} as state
    from (select distinct on (start_id) * from ${chains} as ${links} order by start_id, distance desc) as ${sql.ref(last)}
    join ${start.from} on ${start.row.column('rowId')} = ${at('start_id')}
    left join ${made.from} on ${and([sql`${made.row.column('rowId')} = ${at('record_id')}`, ...made.where])}
    where ${at('distance')} > 0 and (not ${isQuestion} or ${questionId} is not null)) as source)`;
}

/** Whether the cost of a source is known. */
const IS_KNOWN = sql`state = 'known'`;

/** Which model calls a price is made of. */
export interface Calls {
  /** Of these runs, each once, so that each call comes once. */
  readonly from: Sql;
  which(call: RowAlias): Sql;
}

/** The model calls that made these sources: of a step those that were made in it, of a question those that answered it. */
export function callsThatMade(
  sources: Sql,
  runId: Sql,
  alias: string,
  { withOwn }: { readonly withOwn: boolean },
): Calls {
  const at = (column: string): Sql => sql.ref(`${alias}.${column}`);
  const own = withOwn ? sql` union all select ${runId}, null, null, true` : sql``;
  return {
    from: sql`(select run_id, array_agg(step) filter (where question_id is null) as steps, array_agg(question_id) as questions, false as is_whole
      from ${sourcesIn(sources, sql`source`)} where ${IS_KNOWN} and run_id <> ${runId} group by run_id${own}) as ${sql.ref(alias)}`,
    which: (call) =>
      sql`${call.column('runId')} = ${at('run_id')} and (${at('is_whole')} or ${call.column('pipelineStep')} = any(${at('steps')}) or ${call.column('questionId')} = any(${at('questions')}))`,
  };
}

/** Whether the costs of all of these sources are known. */
export const allKnown = (sources: Sql): Sql =>
  sql`not exists (select from ${sourcesIn(sources, sql`source`)} where not ${IS_KNOWN})`;

/** Whether the cost of one of them is known, or there is none. */
export const someKnown = (sources: Sql): Sql =>
  sql`(${sources} = '[]' or exists (select from ${sourcesIn(sources, sql`source`)} where ${IS_KNOWN}))`;
