import type { SqlSession } from '../../prisma/migrate.ts';

/** Id, status and tokens of all runs, newest first: what the pages about data make of the list. */
export async function runsBySql(sql: SqlSession['query']): Promise<readonly unknown[]> {
  const rows = await sql(`select run_id, status,
      (select coalesce(sum(total_tokens), 0)::int from observability.token_usage u where u.run_id = r.run_id) as tokens
    from workflow.run_records r where record_kind = 'run' and step = '' and record_key = 'main'
    order by coalesce(finished_at, updated_at, created_at) desc, run_id desc`);
  return rows.map(({ run_id, status, tokens }) => [run_id, status, tokens]);
}
