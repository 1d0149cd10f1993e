import autocannon from 'autocannon';
import type pg from 'pg';
import { type Contestant, cpuOf, memoryOf } from './server-process.ts';

/** One round of load on one server. */
export interface Round {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly memory: number | undefined;
  /** CPU ms per request, of the server's process and of its connections in PostgreSQL. */
  readonly nodeCpu: number | undefined;
  readonly databaseCpu: number | undefined;
  readonly failed: number;
}

export const CONNECTIONS = 16;

/** Sends these bodies in turn over 16 connections for some seconds. */
export async function drive(
  to: Contestant,
  bodies: readonly string[],
  seconds: number,
  database: pg.Client,
): Promise<Round> {
  let next = 0;
  const shoot = (length: { duration: number } | { amount: number }) =>
    autocannon({
      ...length,
      url: to.url,
      connections: CONNECTIONS,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      requests: [{ setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] }) }],
    });
  await shoot({ amount: 200 });
  const backends = await backendsOf(to, database);
  const begun = { node: to.pid && cpuOf(to.pid), database: sum(backends) };
  const { requests, latency, non2xx, errors } = await shoot({ duration: seconds });
  const per = (end: number | undefined, start: number | undefined): number | undefined =>
    end === undefined || start === undefined ? undefined : (end - start) / requests.total;
  return {
    rate: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    memory: memoryOf(to.pid),
    nodeCpu: per(to.pid && cpuOf(to.pid), begun.node),
    databaseCpu: backends.length > 0 ? per(sum(backends), begun.database) : undefined,
    failed: non2xx + errors,
  };
}

async function backendsOf({ application }: Contestant, database: pg.Client): Promise<readonly number[]> {
  if (application === undefined) return [];
  const { rows } = await database.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1',
    [application],
  );
  // A PostgreSQL on another machine has other processes under these numbers.
  return rows.map(({ pid }) => pid).filter((pid) => isPostgres(pid));
}

const isPostgres = (pid: number): boolean => cpuOf(pid) !== undefined;
const sum = (pids: readonly number[]): number => pids.reduce((total, pid) => total + (cpuOf(pid) ?? 0), 0);

export function median(values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined).sort((one, other) => one - other);
  return known[Math.floor(known.length / 2)] ?? Number.NaN;
}

/** Latency in ms of one request after another, the median of `times`. */
export async function sequential(url: string, body: string, times: number): Promise<number> {
  const taken: number[] = [];
  for (let index = -2; index < times; index += 1) {
    const start = performance.now();
    const answer = await ask(url, body);
    if (index >= 0) taken.push(performance.now() - start);
    if (answer === '' || answer.startsWith('{"errors"'))
      throw new Error(`${url} answers ${answer.slice(0, 300)}`);
  }
  return median(taken);
}

export async function ask(url: string, body: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.text();
}
