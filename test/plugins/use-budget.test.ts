import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** Costs 21. */
const QUERY = '{ documents(first: 20) { nodes { docId } } }';

async function serve(secrets: { budgetRedisUrl?: string } = {}) {
  const { database } = await databaseForTest('empty');
  const server = await serverForTest(database, {
    costPerMinute: 50,
    secrets: { jwtSecret: JWT_SECRET, ...secrets },
  });
  return async (sub: string) => {
    const response = await server.post(
      JSON.stringify({ query: QUERY }),
      await bearer({ scope: 'lineage:read', sub }),
    );
    const { errors } = JSON.parse(await response.text());
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      code: errors?.[0].extensions.code,
    };
  };
}
const SERVED = { status: 200, retryAfter: null, code: undefined };

it('a caller spends a budget of cost a minute; others have their own', async () => {
  const ask = await serve();
  expect(await ask('ann')).toEqual(SERVED);
  expect(await ask('ann')).toEqual(SERVED);
  const refused = await ask('ann');
  expect(refused).toMatchObject({ status: 429, code: 'COST_LIMIT_EXCEEDED' });
  expect(Number(refused.retryAfter)).toBeGreaterThan(0);
  expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60);
  expect(await ask('bob')).toEqual(SERVED);
});

it('while Redis does not answer, each process keeps the budgets itself', async () => {
  const ask = await serve({ budgetRedisUrl: 'redis://user:hidden@127.0.0.1:1' });
  expect([await ask('ann'), await ask('ann')]).toEqual([SERVED, SERVED]);
  expect(await ask('ann')).toMatchObject({ status: 429 });
});

// Debian's package; `.ci/run` installs it.
const REDIS = '/usr/bin/redis-server';

describe.skipIf(!existsSync(REDIS))(`with a Redis (${REDIS})`, () => {
  it('two processes share the budgets', async () => {
    const port = await freePort();
    const redis = spawn(REDIS, ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
      stdio: 'ignore',
    });
    onTestFinished(() => void redis.kill());
    const url = `redis://127.0.0.1:${port}`;
    const [one, other] = [await serve({ budgetRedisUrl: url }), await serve({ budgetRedisUrl: url })];
    const reader = new Redis(url).on('error', () => {});
    onTestFinished(() => reader.disconnect());
    // Until it is connected, each keeps the budgets itself.
    for (const [index, ask] of [one, other].entries())
      await vi.waitFor(
        async () => {
          await ask(`caller ${index}`);
          expect(await reader.dbsize()).toBe(index + 1);
        },
        { timeout: 20_000 },
      );
    expect([await one('ann'), await other('ann')]).toEqual([SERVED, SERVED]);
    expect([(await one('ann')).status, (await other('ann')).status]).toEqual([429, 429]);
  });
});
