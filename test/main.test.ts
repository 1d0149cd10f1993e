import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SETTINGS } from '../src/config/settings.ts';
import { folderForTest } from './support/folder-for-test.ts';
import { ask, type Started, start, urlOf } from './support/process.ts';

const DOCUMENTS = '{ documents(first: 0) { totalCount } }';
const UNAVAILABLE = { data: { documents: null }, errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] };

/** Takes connections and says nothing: a database that hangs. */
async function silentPort(): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A server with a request that runs, since it waits for its database. */
async function busyServer(
  patience: string,
): Promise<{ started: Started; url: string; answer: Promise<unknown> }> {
  const url = `postgres://reader@127.0.0.1:${await silentPort()}/lineage`;
  const started = start({ DATABASE_URL: url, CONNECT_TIMEOUT_MS: patience });
  const endpoint = await urlOf(started);
  const answer = ask(endpoint, DOCUMENTS).catch(() => 'cut off');
  // Nothing outside shows that it runs: it joins the connection that the start line waits for.
  await sleep(500);
  return { started, url: endpoint, answer };
}

test('--help shows every setting and starts nothing', async () => {
  const { exited, output } = start({ PORT: 'wrong' }, ['--help']);
  expect(await exited).toBe(0);
  for (const { name, meaning } of Object.values(SETTINGS)) {
    expect(output.out).toContain(`\n${name}\n    ${meaning}`);
  }
});

test('an option that it does not know is refused in one line', async () => {
  const { exited, output } = start({}, ['--prot=1']);
  expect(await exited).toBe(1);
  expect(output.err).toMatch(/^.*--prot.*\n$/);
});

describe('a start that cannot be says why in one line and exits 1', () => {
  test.each([
    [{ PORT: 'http' }, /^PORT is "http".*\n$/],
    [{ DATABASE_URL: 'mysql://user:s3cret@host/db' }, /^DATABASE_URL (?!.*s3cret).*\n$/],
  ])('%o', async (env, line) => {
    const { exited, output } = start(env);
    expect(await exited).toBe(1);
    expect(output.err).toMatch(line);
    expect(output.out).toBe('');
  });

  test.each([
    ['HOST', 'nosuch.invalid'],
    ['HOST', '192.0.2.1'],
    ['DATA_DIR', '/dev/null/folder'],
    ['DATA_DIR', '/dev/null'],
    ['DATABASE_URL', 'postgres://h/db?sslmode=verify-ca&sslrootcert=/nowhere/ca.crt'],
    ['DATABASE_URL', 'postgres://h/db?sslmode=sometimes'],
  ])('%s=%s names the setting', async (name, value) => {
    const env = name === 'HOST' ? { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' } : {};
    const { exited, output } = start({ ...env, JWT_SECRET: 'x'.repeat(32), [name]: value });
    expect(await exited).toBe(1);
    expect(output.err).toMatch(new RegExp(`^.*${name}.*\\n$`));
    expect(output.err).not.toContain('    at ');
  });

  test('a port in use', async () => {
    const port = await silentPort();
    const { exited, output } = start({
      PORT: String(port),
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    });
    expect(await exited).toBe(1);
    expect(output.err).toMatch(new RegExp(`^PORT ${port} is in use on 127.0.0.1.*\\n$`));
  });
});

test('an unreachable database: the server starts, says so in one line and answers DATABASE_UNAVAILABLE', async () => {
  const started = start({
    DATABASE_URL: 'postgres://reader:s3cret@127.0.0.1:1/lineage',
    LOG_LEVEL: 'silent',
  });
  const url = await urlOf(started);
  expect(await ask(url, DOCUMENTS)).toMatchObject(UNAVAILABLE);
  expect(await ask(url, '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
  expect((await fetch(new URL('/ready', url))).status).toBe(503);
  const lines = linesOf(started);
  expect(lines.at(-1)).toMatchObject({
    level: 30,
    msg:
      `Ragonometrics lineage API: ${url}, over PostgreSQL lineage at 127.0.0.1:1, which does not answer yet ` +
      '(connect ECONNREFUSED 127.0.0.1:1); callers get DATABASE_UNAVAILABLE until it does; no token is needed.',
  });
  expect(started.output.out).not.toContain('s3cret');
});

/** Each line of standard output. Throws for one that is not JSON. */
const linesOf = ({ output }: Started) =>
  output.out
    .trim()
    .split('\n')
    .map((line): { msg: string; level: number; reason?: string } => JSON.parse(line));

test('the log is JSON from its first line, which comes before the database is opened', async () => {
  const started = start({ DATABASE_URL: 'postgres://reader@127.0.0.1:1/none', PROT: '5000' });
  const url = await urlOf(started);
  await ask(url, DOCUMENTS);
  await ask(url, DOCUMENTS);
  started.child.kill('SIGTERM');
  expect(await started.exited).toBe(0);
  const lines = linesOf(started);
  expect(lines[0]?.msg).toBe('Ragonometrics lineage API: starting ...');
  expect(lines[1]).toMatchObject({ level: 40, msg: 'PROT is not a setting; did you mean PORT?' });
  // One warning, not one for each request.
  expect(lines.filter(({ msg }) => msg === 'the database cannot be reached')).toMatchObject([
    { level: 40, reason: 'connect ECONNREFUSED 127.0.0.1:1' },
  ]);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: a running request finishes, then the process exits 0',
  async (signal) => {
    const { started, url, answer } = await busyServer('4000');
    started.child.kill(signal);
    expect(await answer).toMatchObject(UNAVAILABLE);
    const answered = Date.now();
    expect(await started.exited).toBe(0);
    // Kept-alive connections do not hold the process.
    expect(Date.now() - answered).toBeLessThan(2000);
    await expect(ask(url, DOCUMENTS)).rejects.toThrow();
  },
);

test('a Redis that does not answer does not hold the process', async () => {
  const started = start({
    DATABASE_URL: 'postgres://reader@127.0.0.1:1/none',
    COST_PER_MINUTE: '50',
    BUDGET_REDIS_URL: 'redis://127.0.0.1:1',
  });
  expect(await ask(await urlOf(started), '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
  started.child.kill('SIGTERM');
  expect(await started.exited).toBe(0);
});

test('a second signal ends the process at once', async () => {
  const { started, url, answer } = await busyServer('30000');
  started.child.kill('SIGTERM');
  // The first one is heard: nobody new is let in.
  await expect.poll(() => fetch(url).catch(() => 'refused')).toBe('refused');
  started.child.kill('SIGTERM');
  expect(await started.exited).toBe(1);
  expect(await answer).toBe('cut off');
});

test('the embedded database survives kill -9 and serves again', { timeout: 120_000 }, async () => {
  const DATA_DIR = folderForTest();
  const first = start({ DATA_DIR });
  const before = await ask(await urlOf(first), DOCUMENTS);
  // The first start takes some seconds, and says what it does meanwhile.
  expect(linesOf(first).map(({ msg }) => msg)).toEqual([
    'Ragonometrics lineage API: starting ...',
    expect.stringMatching(/^Making the demo database/),
    expect.stringMatching(/filling them with demo data/),
    expect.stringMatching(/^Ragonometrics lineage API: http/),
  ]);
  expect(before).toMatchObject({ data: { documents: { totalCount: expect.any(Number) } } });
  first.child.kill('SIGKILL');
  await first.exited;
  const second = start({ DATA_DIR });
  expect(await ask(await urlOf(second), DOCUMENTS)).toEqual(before);
  expect(second.output.out).not.toContain('demo data ...');
  second.child.kill('SIGTERM');
  expect(await second.exited).toBe(0);
  expect(second.output.err).toBe('');
});
