import { migrations, type SqlSession } from '../migrate.ts';

const SCHEMAS = ['auth', 'enrichment', 'indexing', 'ingestion', 'observability', 'retrieval', 'workflow'];

/** Throws unless the database has none of the tables, or has them of our own making: a real one must never be touched. */
export async function refuseForeign(session: SqlSession): Promise<void> {
  const [found] = await session.query(
    `select to_regclass('public._prisma_migrations') is not null as "hasOurs",
       exists (select from pg_tables where schemaname = any($1)) as "hasTables",
       exists (select from pg_tables where tablename = 'alembic_version') as "hasTheirs"`,
    [SCHEMAS],
  );
  const isOurs = Boolean(found?.hasOurs) && !found?.hasTheirs && (await knowsOurMigrations(session));
  if ((found?.hasTables || found?.hasTheirs) && !isOurs) {
    throw new Error(
      'DATABASE_URL names a Ragonometrics database that was not made here; it is left as it is.',
    );
  }
}

async function knowsOurMigrations(session: SqlSession): Promise<boolean> {
  const rows = await session.query('select from public._prisma_migrations where checksum = any($1) limit 1', [
    migrations().map(({ checksum }) => checksum),
  ]);
  return rows.length > 0;
}
