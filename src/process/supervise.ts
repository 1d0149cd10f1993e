import cluster, { type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import type { Announce } from '../observation/announce.ts';
import { answerWorkers } from '../observation/metrics-of-all.ts';
import { ALL_LISTEN } from './worker.ts';

/** So that a worker that cannot live is not started without end. */
const BEFORE_ANOTHER_MS = 500;

/** Keeps WORKERS processes serving on one port: one that ends is replaced, a signal is passed on to all. */
export async function supervise(config: Config, announce: Announce): Promise<void> {
  let stopping = false;
  const start = (): Worker =>
    // A digest key that was made at the start must be the same in all.
    cluster.fork({ SESSION_DIGEST_KEY: config.secrets.sessionDigestKey });
  if (config.costPerMinute !== undefined) {
    const { RateLimiterClusterMaster } = await import('rate-limiter-flexible');
    new RateLimiterClusterMaster();
  }
  if (config.metrics) answerWorkers();

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exitCode = 1;
      stopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
    });
  }

  // What stops one from starting would stop all: the others wait until the first listens.
  const first = start();
  const began = await new Promise<boolean>((resolve) => {
    first.once('listening', () => resolve(true));
    first.once('exit', () => resolve(false));
  });
  if (!began) {
    // It said why.
    process.exitCode = stopping ? 0 : 1;
    return;
  }
  cluster.on('exit', async ({ process: { pid } }, code, signal) => {
    if (stopping) return;
    announce(`Process ${pid} ended (${signal ?? `exit code ${code}`}); another takes its place.`, 'warn');
    await sleep(BEFORE_ANOTHER_MS);
    if (!stopping) start();
  });
  let listening = 1;
  cluster.on('listening', function count() {
    listening += 1;
    if (listening < config.workers) return;
    cluster.off('listening', count);
    if (first.isConnected()) first.send(ALL_LISTEN);
  });
  for (let count = 1; count < config.workers; count += 1) if (!stopping) start();
}
