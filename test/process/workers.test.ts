import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { hasPostgres, PgCluster } from '../support/pg-cluster.ts';
import { ask, type Started, start, urlOf } from '../support/process.ts';

const RUNS = '{ workflowRuns(first: 1) { totalCount } }';
const DIGESTS = '{ streamlitSessions(first: 1, orderBy: [{ rowId: ASC }]) { nodes { sessionIdDigest } } }';
const answers = { data: { workflowRuns: { totalCount: expect.any(Number) } } };

/** The processes that serve, without the one that supervises them. */
const workersOf = ({ child: { pid } }: Started): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

// Written for Linux's /proc, by which the test finds the processes.
const isLinux = process.platform === 'linux';

describe.skipIf(!hasPostgres || !isLinux)('WORKERS=2 (needs the binaries of PostgreSQL, and /proc)', () => {
  let cluster: PgCluster;
  beforeAll(async () => {
    cluster = await PgCluster.withDemo();
  });
  afterAll(() => cluster.remove());

  async function startTwo(env: Record<string, string> = {}): Promise<{ started: Started; url: string }> {
    const started = start({ DATABASE_URL: cluster.url, WORKERS: '2', LOG_LEVEL: 'silent', ...env });
    return { started, url: await urlOf(started) };
  }

  test('two processes answer on one port, with the same digests', async () => {
    const { started, url } = await startTwo();
    expect(started.output.out.match(/ by 2 processes, /g)).toHaveLength(1);
    const asked = await Promise.all(Array.from({ length: 20 }, () => ask(url, DIGESTS)));
    for (const answer of asked) expect(answer).toEqual(asked[0]);
    expect(asked[0]).toMatchObject({
      data: { streamlitSessions: { nodes: [{ sessionIdDigest: expect.any(String) }] } },
    });
  });

  test('/metrics counts the requests of both', async () => {
    const { url } = await startTwo();
    for (let count = 0; count < 20; count += 1) await ask(url, RUNS);
    const texts = await Promise.all(
      Array.from({ length: 4 }, async () => (await fetch(new URL('/metrics', url))).text()),
    );
    for (const text of texts) expect(text).toContain('lineage_requests_total{status="200"} 20\n');
  });

  test('both keep to one budget', async () => {
    const { url } = await startTwo({ COST_PER_MINUTE: '50' });
    const query = '{ documents(first: 20) { nodes { docId } } }';
    const codes: unknown[] = [];
    for (let count = 0; count < 10; count += 1) {
      const answer = await ask(url, query);
      codes.push(JSON.stringify(answer).includes('COST_LIMIT_EXCEEDED'));
    }
    // Each costs 21.
    expect(codes).toEqual([false, false, ...Array<boolean>(8).fill(true)]);
  });

  test('one that is killed is replaced, and nobody who asks then is refused', {
    timeout: 60_000,
  }, async () => {
    const { started, url } = await startTwo();
    const [victim = 0] = workersOf(started);
    process.kill(victim, 'SIGKILL');
    await vi.waitFor(() => expect(started.output.out).toContain(`Process ${victim} ended (SIGKILL)`));
    for (let count = 0; count < 10; count += 1) expect(await ask(url, RUNS)).toMatchObject(answers);
    await vi.waitFor(() => expect(workersOf(started)).toHaveLength(2), { timeout: 5000 });
    expect(workersOf(started)).not.toContain(victim);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends all of them, and the exit code is 0', async (signal) => {
    const { started, url } = await startTwo();
    const workers = workersOf(started);
    started.child.kill(signal);
    expect(await started.exited).toBe(0);
    await expect(ask(url, RUNS)).rejects.toThrow();
    expect(workers.filter(lives)).toEqual([]);
    expect(started.output.err).toBe('');
  });

  test('when their supervisor is killed, they end too', async () => {
    const { started } = await startTwo();
    const workers = workersOf(started);
    started.child.kill('SIGKILL');
    await started.exited;
    await vi.waitFor(() => expect(workers.filter(lives)).toEqual([]), { timeout: 10_000 });
  });

  test('a port in use is told once, and the exit code is 1', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await vi.waitFor(() => expect(server.listening).toBe(true));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const started = start({ DATABASE_URL: cluster.url, WORKERS: '2', PORT: String(port) });
    expect(await started.exited).toBe(1);
    expect(started.output.err).toMatch(new RegExp(`^PORT ${port} is in use on 127.0.0.1.*\\n$`));
  });
});

/** Signal 0 reaches any process that lives. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // One that ended and was not yet waited for still has its number.
  return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
}
