import type { Worker } from 'node:cluster';
import type { Announce } from '../observation/announce.ts';
import type { Served } from './serve.ts';

/** The primary's word to the first worker that it may speak for all. */
export const ALL_LISTEN = 'lineage:all-listen';

/** One of several processes: it stops when the primary says so, and ends with it. */
export function obeyPrimary(worker: Worker, served: Served, announce: Announce): void {
  let stopping = false;
  process.on('SIGTERM', () => {
    if (stopping) process.exit(1);
    stopping = true;
    void served.stop().then(() => worker.disconnect());
  });
  // Ctrl-C reaches the whole group of processes; the primary passes it on as SIGTERM.
  process.on('SIGINT', () => {});
  process.on('message', async (message) => {
    if (message === ALL_LISTEN) announce(await served.startLine());
  });
}
