import { expect } from 'vitest';
import type { SqlSession } from '../../prisma/migrate.ts';
import type { App } from './app-of-page.ts';

/** Throws what `tsc` complains of. */
export const checkTypes = (app: App): Promise<string> => app.run('tsc', '--noEmit');

/** What a page's program prints is what plain SQL finds: the runs of two pages, and the first of them again by its id. */
export async function expectTwoPagesAndANode(printed: string, sql: SqlSession['query']): Promise<void> {
  const runs = await sql(`select run_id, status, (select count(*)::int from observability.token_usage u
      where u.run_id = r.run_id) as calls
    from workflow.run_records r where record_kind = 'run' and step = '' and record_key = 'main'
    order by coalesce(finished_at, updated_at, created_at) desc, run_id desc limit 10`);
  const answer = JSON.parse(printed);
  expect(answer.runs).toEqual(runs.map(({ run_id }) => run_id));
  const [run] = runs;
  expect(answer.again).toMatchObject({
    runId: run?.run_id,
    status: run?.status,
    usage: { calls: run?.calls },
  });
}
