import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { Postgres } from '../../src/database/postgres.ts';
import { examine } from '../../src/doctor/examine.ts';
import { createStatement } from '../../src/doctor/wanted-indexes.ts';
import { startServer } from '../support/server.ts';
import { StatementCounter } from '../support/statement-counter.ts';
import { ask, CONNECTIONS, drive, median, type Round } from './drive.ts';
import { measureGrown } from './grown.ts';
import { measureNewDocuments } from './new-documents.ts';
import { POSTGRAPHILE } from './postgraphile.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { APPLICATION, type Contestant, memoryOf, start } from './server-process.ts';
import { measureAnswers, measureDepth, measureFanOut, measureWhale } from './singles.ts';
import { check, missed, say } from './verdict.ts';

const {
  DATABASE_URL: url,
  POSTGRAPHILE_URL,
  SCATTERED_URL,
  SCATTERED_POSTGRAPHILE_URL,
  WHALE_URL,
  DEEP_URL,
  BENCH_SECONDS = '5',
  BENCH_ROUNDS = '9',
} = process.env;
function options(databaseUrl: string) {
  return { url: databaseUrl, poolSize: 10, statementTimeout: 60_000, connectTimeout: 3000 };
}

/**
 * `npm run bench`. DATABASE_URL: a scratch PostgreSQL, filled if it is empty. POSTGRAPHILE_URL: a PostGraphile over the
 * same database (docs/performance.md). SCATTERED_URL and SCATTERED_POSTGRAPHILE_URL: the same of a second one, whose rows
 * lie apart and which has the indexes of a deployment only. WHALE_URL: one with the whale but without the advised indexes.
 * DEEP_URL: one with 10^6 vectors (npm run seed -- --scale 10000). `-- --grown` measures every list, edge, filter,
 * order, count and answer instead, over a database of 10^7 vectors, which takes a quarter of an hour to fill.
 */
async function main(): Promise<void> {
  if (!url) throw new Error('DATABASE_URL is not set; it takes a scratch PostgreSQL.');
  if (process.argv.includes('--grown')) {
    await prepare(url, ['--grown']);
    await measureGrown(url);
    return verdict();
  }
  await prepare(url, ['--scale', '2000', '--whale']);
  await measureSet('', url, POSTGRAPHILE_URL);
  if (SCATTERED_URL) {
    await fill(SCATTERED_URL, ['--scale', '2000', '--scattered']);
    await measureSet('scattered ', SCATTERED_URL, SCATTERED_POSTGRAPHILE_URL);
  }
  await measureNewDocuments(url, POSTGRAPHILE_URL);
  await measureDepth(DEEP_URL ?? url);
  await measureWhale(url);
  if (WHALE_URL) await measureWhale(WHALE_URL);
  await measureAnswers(url);
  verdict();
}

const verdict = (): void =>
  say(missed.length > 0 ? `\nMISSED:\n${missed.join('\n')}` : '\nEvery target is met.');

/** The scenarios over one database, by hand, by the API and by PostGraphile in turn. */
async function measureSet(set: string, databaseUrl: string, postgraphile: string | undefined): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const ours = await start('ours', 'src/main.ts', databaseUrl, APPLICATION);
  const hand = await start('hand', 'test/bench/by-hand.ts', databaseUrl, 'by-hand');
  const other: Contestant[] = postgraphile
    ? [
        {
          name: 'pgl',
          url: postgraphile,
          pid: undefined,
          application: 'postgraphile',
          stop: async () => {},
        },
      ]
    : [];
  try {
    say(
      `\n${set}${CONNECTIONS} connections, ${BENCH_ROUNDS} interleaved rounds of ${BENCH_SECONDS} s, medians`,
    );
    check(`${set}idle memory, MB`, memoryOf(ours.pid) ?? Number.NaN, '<=', 200);
    for (const scenario of SCENARIOS) {
      const statements = await statementsOf(scenario, databaseUrl);
      check(`${set}${scenario.name}: statements`, statements, '<=', 3);
      say(`\n${set}${scenario.name}: ${statements} statement(s) a request`);
      await measure(set, scenario, [hand, ours, ...other], client);
    }
    await measureFanOut(ours.url);
  } finally {
    await Promise.all([ours.stop(), hand.stop(), client.end()]);
  }
}

/** Seeds an empty database. */
async function fill(databaseUrl: string, seed: readonly string[]): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query("select to_regclass('workflow.run_records') is not null as there");
  if (!rows[0]?.there) {
    const main = join(import.meta.dirname, '../../prisma/seed/main.ts');
    spawnSync(process.execPath, [main, ...seed], { stdio: 'inherit' });
    await client.query('vacuum analyze');
  }
  await client.end();
}

/** Seeds an empty database, and gives it the indexes that the doctor advises. */
async function prepare(databaseUrl: string, seed: readonly string[]): Promise<void> {
  await fill(databaseUrl, seed);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const database = new Postgres(options(databaseUrl));
  const { missingIndexes } = await examine(database);
  await database.close();
  for (const index of missingIndexes) {
    say(createStatement(index));
    await client.query(createStatement(index));
  }
  await client.end();
}

const bodiesOf = (scenario: Scenario, { name }: Contestant): readonly string[] => {
  const query = name === 'pgl' ? (POSTGRAPHILE[scenario.name] ?? '') : scenario.query;
  return scenario.runIds.map((runId) => JSON.stringify({ query, variables: { runId } }));
};

async function measure(
  set: string,
  scenario: Scenario,
  servers: readonly Contestant[],
  client: pg.Client,
): Promise<void> {
  const [hand, ours] = servers;
  if (!hand || !ours) return;
  const [expected = '', given = ''] = await Promise.all(
    [hand, ours].map((server) => ask(server.url, bodiesOf(scenario, server)[0] ?? '')),
  );
  if (!isDeepStrictEqual(JSON.parse(expected).data, JSON.parse(given).data)) {
    throw new Error(`${scenario.name}: by hand ${expected.slice(0, 500)}\nours ${given.slice(0, 500)}`);
  }
  const rounds = new Map<string, Round[]>(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(BENCH_ROUNDS); round += 1) {
    for (const server of servers) {
      const result = await drive(server, bodiesOf(scenario, server), Number(BENCH_SECONDS), client);
      if (result.failed > 0) throw new Error(`${server.name} failed ${result.failed} times.`);
      rounds.get(server.name)?.push(result);
    }
  }
  const of = (name: string, field: Exclude<keyof Round, 'failed'>): number =>
    median((rounds.get(name) ?? []).map((round) => round[field]));
  for (const { name } of servers) {
    say(
      `${name.padEnd(5)} ${of(name, 'rate').toFixed(0).padStart(6)} req/s  p50 ${of(name, 'p50')} ms  p99 ${of(name, 'p99')} ms  ${of(name, 'memory').toFixed(0)} MB  CPU a request: node ${of(name, 'nodeCpu').toFixed(2)} ms, PostgreSQL ${of(name, 'databaseCpu').toFixed(2)} ms`,
    );
  }
  const name = `${set}${scenario.name}`;
  check(`${name}: memory under load, MB`, of('ours', 'memory'), '<=', 450);
  checkRatio(`${name}: ours / hand`, of('ours', 'rate') / of('hand', 'rate'), scenario.ofHand);
  if (servers.length < 3) return;
  checkRatio(`${name}: ours / PostGraphile`, of('ours', 'rate') / of('pgl', 'rate'), scenario.ofPostGraphile);
  check(`${name}: p99 of ours / of PostGraphile`, of('ours', 'p99') / of('pgl', 'p99'), '<=', 1);
}

function checkRatio(name: string, ratio: number, least: number | undefined): void {
  if (least === undefined) say(`${name} ${ratio.toFixed(2)}`);
  else check(name, ratio, '>=', least);
}

/** Counted in this process, over the same database. */
async function statementsOf(scenario: Scenario, databaseUrl: string): Promise<number> {
  const database = new StatementCounter(new Postgres(options(databaseUrl)));
  const server = await startServer(database);
  await database.capabilities();
  database.statements.length = 0;
  await server.data(scenario.query, { runId: scenario.runIds[0] });
  await server.close();
  await database.close();
  return database.statements.length;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
