import { sql } from 'kysely';
import { and, firstOf, type Sql } from '../database/sql.ts';
import { namesReuseSource, reuseSourceOf } from './reuse-source.ts';
import { isKnownRun } from './runs.ts';
import type { Sources } from './source.ts';

/**
 * One row: where the index of a run was built, through all runs that took it over from one before: `state`, `run_id`,
 * `distance`, `builds`, and `found_run_id`, the run if there is one.
 */
export function indexSourceOf(sources: Sources, runId: Sql): Sql {
  const chain = sources.alias('chain');
  const at = (column: string): Sql => sql.ref(`${chain}.${column}`);
  const source = sql.ref(sources.alias('source'));
  const end = sources.alias('chain_end');
  const of = (column: string): Sql => sql.ref(`${end}.${column}`);
  const first = sql`select ${runId} as run_id, 0 as distance, array[${runId}] as seen, false as is_circle`;
  const next = sql`select ${source}.run_id, ${at('distance')} + 1, ${at('seen')} || ${source}.run_id, ${source}.run_id = any(${at('seen')})
    from ${sql.ref(chain)} cross join lateral (${sourceOfStep(sources, at('run_id'))}) as ${source}(run_id)
    where not ${at('is_circle')} and not exists (select ${buildsOf(sources, at('run_id'))})`;
  const states = [
    { state: 'cycle', when: of('is_circle') },
    { state: 'built_here', when: sql`${of('builds')} > 0 and ${of('distance')} = 0` },
    { state: 'absent', when: sql`${of('distance')} = 0` },
    { state: 'reused', when: sql`${of('builds')} > 0 or ${isKnownRun(sources, of('run_id'))}` },
    { state: 'dangling', when: sql`true` },
  ];
  const alias = sql.ref(sources.alias('found'));
  return sql`(select ${alias}.*, case when state in ('built_here', 'reused') then run_id end as found_run_id from
    (select ${firstOf(states, ({ state }) => sql.lit(state))} as state, ${of('run_id')} as run_id, ${of('distance')} as distance, ${of('builds')} as builds from
      (select last.*, (select count(*) ${buildsOf(sources, sql`last.run_id`)}) as builds from
        (with recursive ${sql.ref(chain)} as (${first} union all ${next}) select * from ${sql.ref(chain)} order by distance desc limit 1) as last) as ${sql.ref(end)}) as ${alias})`;
}

/** What the latest record of the step says, if a run has several. */
function sourceOfStep(sources: Sources, runId: Sql): Sql {
  const { from, row, where } = sources.table('RunRecord');
  return sql`select ${reuseSourceOf(row)} from ${from} where ${and([
    sql`${row.column('runId')} = ${runId}`,
    sql`${row.column('recordKind')} = 'step'`,
    sql`${row.column('step')} = 'index'`,
    namesReuseSource(row),
    ...where,
  ])} order by ${row.column('rowId')} desc limit 1`;
}

/** The builds of a run, as the end of a SELECT. */
function buildsOf(sources: Sources, runId: Sql): Sql {
  const { from, row, where } = sources.table('PipelineRun');
  return sql`from ${from} where ${and([sql`${row.column('workflowRunId')} = ${runId}`, ...where])}`;
}

/** The id of the run whose index a run searched: its own, or the one that it took over. */
export const indexRunOf = (sources: Sources, runId: Sql): Sql =>
  sql`(select found_run_id from ${indexSourceOf(sources, runId)} as ${sql.ref(sources.alias('index_source'))})`;
