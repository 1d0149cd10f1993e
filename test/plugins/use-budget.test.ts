import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** Costs 21. */
const QUERY = '{ documents(first: 20) { nodes { docId } } }';

async function serve(secrets: { budgetRedisUrl?: string } = {}, requestTimeout = 30_000) {
  const { database } = await databaseForTest('empty');
  const server = await serverForTest(database, {
    costPerMinute: 50,
    requestTimeout,
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

/** A Redis that lets callers in until one asks it for a budget, and from then on is silent to all. */
async function silentRedis(): Promise<{ url: string; asked: () => boolean }> {
  let asked = false;
  const server = createServer((socket) => {
    socket.on('error', () => {}).setEncoding('utf8');
    socket.on('data', (text: string) => {
      asked ||= /^eval(?:sha)?\r$/im.test(text);
      for (const [command] of text.matchAll(/^(?:client|info)\r$/gim))
        if (!asked) socket.write(/^info/i.test(command) ? '$9\r\nloading:0\r\n' : '+OK\r\n');
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return { url: `redis://127.0.0.1:${address.port}`, asked: () => asked };
}

it('a Redis that falls silent keeps nobody waiting: the budgets are kept in memory', async () => {
  const { url, asked } = await silentRedis();
  const ask = await serve({ budgetRedisUrl: url });
  // Until it is connected, it is not asked.
  for (let count = 0; !asked(); count += 1) expect(await ask(`caller ${count}`)).toEqual(SERVED);
  expect([await ask('ann'), await ask('ann')]).toEqual([SERVED, SERVED]);
  expect(await ask('ann')).toMatchObject({ status: 429 });
});

it('a request whose time is up while Redis is silent gets TIMEOUT', async () => {
  const { url, asked } = await silentRedis();
  const ask = await serve({ budgetRedisUrl: url }, 150);
  let answer: unknown = SERVED;
  for (let count = 0; !asked(); count += 1) answer = await ask(`caller ${count}`);
  expect(answer).toEqual({ status: 504, retryAfter: null, code: 'TIMEOUT' });
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
