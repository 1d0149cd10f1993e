import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serverOver } from '../support/cluster-server.ts';
import { hasPostgres, PgCluster } from '../support/pg-cluster.ts';
import type { Answer } from '../support/server.ts';

const CALLERS = 20;
const RECOVERY_MS = 2000;
const WINDOW_MS = 500;
const WALK = `query Walk { workflowRuns(first: 3) { nodes { runId steps { step status } } } }`;

interface Seen {
  readonly ended: number;
  readonly answer: Answer | Error;
}

const isFailed = (answer: Seen['answer']): boolean => !('data' in answer) || answer.errors !== undefined;

describe.skipIf(!hasPostgres)('under load (needs the binaries of PostgreSQL)', () => {
  let cluster: PgCluster;
  beforeAll(async () => {
    cluster = await PgCluster.withDemo();
  });
  afterAll(() => cluster.remove());

  test('PostgreSQL is killed and started again, five times: callers get DATABASE_UNAVAILABLE until it is back', async () => {
    const server = await serverOver(cluster.url, {
      poolSize: 10,
      statementTimeout: 15_000,
      connectTimeout: 3000,
    });
    const good = await server.ask(WALK);
    expect(good.data.workflowRuns.nodes).toHaveLength(3);

    const seen: Seen[] = [];
    let loaded = true;
    const callers = Array.from({ length: CALLERS }, async () => {
      while (loaded) {
        const answer = await server.ask(WALK).catch((error: Error) => error);
        seen.push({ answer, ended: performance.now() });
      }
    });

    // A window of time: what is answered in it is compared with as long a one after each start.
    await sleep(WINDOW_MS);
    const answeredBefore = seen.length;
    const starts: number[] = [];
    for (const signal of ['SIGKILL', 'SIGQUIT', 'SIGINT', 'SIGKILL', 'SIGQUIT'] as const) {
      await cluster.kill(signal);
      const from = seen.length;
      await vi.waitFor(() => expect(seen.slice(from).some(({ answer }) => isFailed(answer))).toBe(true), {
        timeout: 20_000,
      });
      await cluster.start();
      starts.push(performance.now());
      await sleep(RECOVERY_MS + WINDOW_MS);
    }
    loaded = false;
    await Promise.all(callers);

    const failed = seen.filter(({ answer }) => isFailed(answer));
    const codes = failed.map(({ answer }) =>
      'data' in answer ? answer.errors?.map(({ extensions }) => extensions.code).join() : String(answer),
    );
    expect(new Set(codes)).toEqual(new Set(['DATABASE_UNAVAILABLE']));
    for (const start of starts) {
      const late = seen.filter(
        ({ ended }) => ended > start + RECOVERY_MS && ended < start + RECOVERY_MS + WINDOW_MS,
      );
      // As many as before, or about: whatever else this machine does.
      expect(late.length).toBeGreaterThan(answeredBefore / 5);
      for (const { answer } of late) expect(answer).toEqual(good);
    }
  }, 120_000);
});
