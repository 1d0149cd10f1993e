import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate, type SqlSession } from '../migrate.ts';
import { seedGrown } from './grown.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { SCALE, seedScale, WHALE } from './scale.ts';
import { seed } from './seed.ts';

const USAGE = `npm run seed -- [--scale N [--scattered]] [--whale] | --grown [--scale F]
Fills the scratch PostgreSQL of DATABASE_URL: with the demo; or with N runs of 100 vectors, 40 events and 60 usage rows
each, run-1 to run-N; with --scattered the rows of a run lie apart, and its vectors are cut from 50 papers in place of 11.
--whale adds whale-1, a run of 100,000 vectors and 50,000 usage rows. --grown: the demo, and years of use on top: 10^7
vectors, 50,000 runs, 5 * 10^6 usage rows, or F times as many (--scale 0.02: a fiftieth).
A database that was not made by this program is refused and left as it is.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string' },
      scattered: { type: 'boolean' },
      whale: { type: 'boolean' },
      grown: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const scale = values.scale === undefined ? undefined : Number(values.scale);
  if (values.grown && values.whale) throw new Error('--grown has whales of its own; leave --whale out.');
  if (values.grown && scale !== undefined && !(scale > 0 && scale <= 10)) {
    throw new Error(`--scale of --grown takes a factor up to 10, not ${JSON.stringify(values.scale)}.`);
  }
  if (!values.grown && scale !== undefined && !(Number.isInteger(scale) && scale > 0)) {
    throw new Error(`--scale takes a whole number of runs, not ${JSON.stringify(values.scale)}.`);
  }
  if (values.scattered && (values.grown || scale === undefined))
    throw new Error('--scattered belongs to --scale N.');
  const { scattered = false } = values;
  const { DATABASE_URL: url } = process.env;
  if (!url) throw new Error('DATABASE_URL is not set; it takes a scratch PostgreSQL.');
  const client = new pg.Client(url);
  await client.connect();
  try {
    const session: SqlSession = {
      exec: (script) => client.query(script),
      query: async (text, given = []) => (await client.query<Record<string, unknown>>(text, [...given])).rows,
    };
    await refuseForeign(session);
    await migrate(session);
    // The demo numbers its rows from 1, so it comes first or not at all.
    if (values.grown || (scale === undefined && !values.whale))
      await add(session, 'demo', '%', () => seed(session));
    if (values.grown) await add(session, 'run', 'run-%', () => seedGrown(session, scale ?? 1));
    else if (scale !== undefined)
      await add(session, 'run', 'run-%', () =>
        seedScale(session, 'run', { ...SCALE, runs: scale, scattered }),
      );
    if (values.whale) await add(session, 'whale', 'whale-%', () => seedScale(session, 'whale', WHALE));
  } finally {
    await client.end();
  }
}

/** Fills in the runs called `name`, unless runs that they would clash with are there. */
async function add(
  session: SqlSession,
  name: string,
  clash: string,
  fill: () => Promise<void>,
): Promise<void> {
  const [found] = await session.query(
    'select run_id as "runId" from workflow.run_records where run_id like $1 limit 1',
    [clash],
  );
  if (found) throw new Error(`The database has runs already, such as ${found.runId}; seed an empty one.`);
  const begun = Date.now();
  await fill();
  process.stdout.write(`Seeded the runs ${name}-* in ${((Date.now() - begun) / 1000).toFixed(1)} s.\n`);
}

main().catch((error: unknown) => {
  // A refused connection to `localhost` is an AggregateError, whose message is empty.
  const [cause = error] = error instanceof AggregateError ? error.errors : [];
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
