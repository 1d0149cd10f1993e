import { readFileSync } from 'node:fs';
import pg from 'pg';
import { ask } from './drive.ts';
import { POSTGRAPHILE } from './postgraphile.ts';
import { SCENARIOS } from './scenarios.ts';
import { APPLICATION, cpuOf, memoryOf, start } from './server-process.ts';
import { check, say } from './verdict.ts';

/** Requests of each kind in a round. The first round is not counted. */
const TIMES = 300;
const ROUNDS = 4;
const WALK = SCENARIOS.find(({ name }) => name === 'walk')?.query ?? '';

/** The walk as a notebook sends it: its values stand in the text, so no two texts are the same. */
const written = (query: string, n: number): string =>
  `${query
    .replace('($runId: String!)', '')
    .replace('$runId', JSON.stringify(`run-${1 + (n % 2000)}`))
    .replace('first: 40', `first: ${30 + (n % 11)}`)}\n# ${n}`;

const known = (query: string, n: number): object => ({
  query,
  variables: { runId: `run-${1 + (n % 2000)}` },
});
const fresh = (query: string, n: number): object => ({ query: written(query, n) });

/** What a document that was never seen takes, against the same with variables, and against PostGraphile. */
export async function measureNewDocuments(
  databaseUrl: string,
  postgraphile: string | undefined,
): Promise<void> {
  const ours = await start('ours', 'src/main.ts', databaseUrl, APPLICATION);
  let sent = 0;
  /** CPU of the server's process and time of a request, in ms; the process of PostGraphile is not known. */
  const round = async (url: string, body: (n: number) => object, pid?: number) => {
    const [cpu, time] = [pid === undefined ? undefined : cpuOf(pid), performance.now()];
    for (let index = 0; index < TIMES; index += 1) {
      sent += 1;
      const answer = await ask(url, JSON.stringify(body(sent)));
      if (answer.startsWith('{"errors"')) throw new Error(answer.slice(0, 300));
    }
    const used = pid === undefined || cpu === undefined ? undefined : (cpuOf(pid) ?? 0) - cpu;
    return { cpu: (used ?? Number.NaN) / TIMES, time: (performance.now() - time) / TIMES };
  };
  const total = { known: 0, fresh: 0, time: 0, theirs: 0 };
  try {
    for (let count = 0; count < ROUNDS; count += 1) {
      const one = await round(ours.url, (n) => known(WALK, n), ours.pid);
      const other = await round(ours.url, (n) => fresh(WALK, n), ours.pid);
      const theirs = postgraphile && (await round(postgraphile, (n) => fresh(POSTGRAPHILE.walk ?? '', n)));
      if (count === 0) continue;
      total.known += one.cpu;
      total.fresh += other.cpu;
      total.time += other.time;
      if (theirs) total.theirs += theirs.time;
    }
    say(`\na new document of the walk: ${(total.fresh / (ROUNDS - 1)).toFixed(2)} ms of CPU`);
    check('new document / known one, CPU', total.fresh / total.known, '<=', 3);
    if (postgraphile) check('new document: ours / PostGraphile, time', total.time / total.theirs, '<=', 1);
    await measureMemory(ours.url, ours.pid, databaseUrl);
  } finally {
    await ours.stop();
  }
}

/** What the server and its connections hold after many documents, and after every size of four pages. */
async function measureMemory(url: string, pid: number | undefined, databaseUrl: string): Promise<void> {
  const documents = Number(process.env.BENCH_DOCUMENTS ?? 2000);
  for (let n = 0; n < documents; n += 1) await ask(url, JSON.stringify(fresh(WALK, 1_000_000 + n)));
  for (let n = 0; n < 2000; n += 1) {
    const edge = ['records', 'retrievalEvents', 'tokenUsage', 'vectors'][n % 4];
    const query = `{ workflowRun(runId: "run-7") { ${edge}(first: ${1 + Math.floor(n / 4)}) { nodes { rowId } } } }`;
    await ask(url, JSON.stringify({ query }));
  }
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1 and datname = current_database()',
    [APPLICATION],
  );
  await client.end();
  const held = Math.max(...rows.map((row) => ownMemoryOf(row.pid)));
  say(
    `${documents} documents and 2,000 sizes of pages: a connection of PostgreSQL holds ${held.toFixed(1)} MB`,
  );
  check('many documents: memory of the server, MB', memoryOf(pid) ?? Number.NaN, '<=', 650);
}

/** Memory of a connection's own, in MB: without the shared buffers, which the pages that it alone has read are part of. */
function ownMemoryOf(pid: number): number {
  try {
    const [, kilobytes] = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}
