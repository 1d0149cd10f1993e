import { start } from '../bench/server-process.ts';
import { PgCluster } from '../support/pg-cluster.ts';
import { load } from './load.ts';

/** `npm run load`: 200 connections for 60 s, 1 % of what they ask hostile, over a PostgreSQL of its own. */
const { LOAD_SECONDS = '60', LOAD_CONNECTIONS = '200' } = process.env;

const cluster = await PgCluster.withDemo();
const server = await start('the API', 'src/main.ts', cluster.url, 'load');
try {
  const result = await load(server.url, server.pid ?? 0, Number(LOAD_CONNECTIONS), Number(LOAD_SECONDS));
  const { good, failed, hostile, refused, p50, p99, memory } = result;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`${LOAD_CONNECTIONS} connections for ${LOAD_SECONDS} s`);
  say(`good: ${good} requests, ${failed.length} failed; p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`);
  for (const answer of new Set(failed)) say(`  ${answer}`);
  say(
    `hostile: ${hostile}, answered with ${[...refused].map(([kind, count]) => `${kind} (${count})`).join(', ')}`,
  );
  const third = Math.floor(memory.length / 3);
  const most = (part: readonly number[]): string => Math.max(...part).toFixed(0);
  say(
    `memory, the most of each third: ${most(memory.slice(0, third))}, ${most(memory.slice(third, -third))}, ${most(memory.slice(-third))} MB`,
  );
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
  await cluster.remove();
}
