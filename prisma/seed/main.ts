import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate, migrations, type SqlSession } from '../migrate.ts';
import { SCALE, seedScale, WHALE } from './scale.ts';
import { seed } from './seed.ts';

const USAGE = `npm run seed -- [--scale N] [--whale]
Fills the scratch PostgreSQL of DATABASE_URL: with the demo, or with N runs of 100 vectors, 40 events and 60 usage rows.
--whale adds the run whale-1 with 100,000 vectors and 50,000 usage rows. Refuses a database that it did not make.`;

/** Only a database that is empty or that this program made: a real one must never be touched. */
async function refuseForeign(session: SqlSession): Promise<void> {
  const [found] = await session.query(`select to_regclass('workflow.run_records') is not null as is_filled,
    to_regclass('public._prisma_migrations') is not null as has_migrations`);
  if (!found?.is_filled) return;
  const ours = found.has_migrations
    ? await session.query('select checksum from public._prisma_migrations where checksum = any($1)', [
        migrations().map(({ checksum }) => checksum),
      ])
    : [];
  if (ours.length === 0) throw new Error('DATABASE_URL holds Ragonometrics tables that were not made here; it is left alone.');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string' }, whale: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(USAGE);
  const runs = values.scale === undefined ? undefined : Number(values.scale);
  if (runs !== undefined && !(Number.isInteger(runs) && runs > 0)) throw new Error('--scale takes a whole number of runs.');
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
    const [{ count } = {}] = await session.query('select count(*)::int as count from ingestion.documents');
    if (runs === undefined && !values.whale && count === 0) await seed(session);
    if (runs !== undefined) await seedScale(session, 'run', { ...SCALE, runs });
    if (values.whale) await seedScale(session, 'whale', WHALE);
  } finally {
    await client.end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
