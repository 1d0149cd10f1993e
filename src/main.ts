import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { readConfig } from './config/config.ts';
import { usage } from './config/help.ts';
import { misspeltHints } from './config/misspelt.ts';
import { ConfigError } from './errors.ts';
import { announcer } from './observation/announce.ts';

/** The process: reads the settings, then runs one server, or supervises several. */
async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  if (options.help) return void process.stdout.write(usage());
  const config = readConfig(process.env);
  const announce = announcer();
  if (!cluster.isWorker) {
    announce('Ragonometrics lineage API: starting ...');
    for (const hint of misspeltHints(process.env)) announce(hint, 'warn');
  }
  if (config.workers > 1 && cluster.isPrimary) {
    // The process that supervises others serves nothing: it loads neither the schema nor the database.
    const { supervise } = await import('./process/supervise.ts');
    return supervise(config, announce);
  }
  const { serve } = await import('./process/serve.ts');
  const served = await serve(config, announce);
  if (cluster.worker) {
    const { obeyPrimary } = await import('./process/worker.ts');
    return obeyPrimary(cluster.worker, served, announce);
  }
  stopOnSignal(served.stop);
  announce(await served.startLine());
}

/** The first signal lets running requests finish, then lets go of the rest; the second ends the process at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void stop();
    });
  }
}

main().catch((error: unknown) => {
  const line =
    error instanceof ConfigError || error instanceof TypeError
      ? error.message
      : `Could not start: ${error instanceof Error ? error.message : error}`;
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
  // An open channel to the primary would keep a worker alive.
  cluster.worker?.disconnect();
});
