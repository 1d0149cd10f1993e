import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What both PGlite and a client of node-postgres can be made to do. */
export interface SqlSession {
  exec(script: string): Promise<unknown>;
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
}

const FOLDER = join(import.meta.dirname, 'migrations');

/** The table in which Prisma keeps what it applied, as Prisma itself makes it. */
const PRISMA_MIGRATIONS = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

export interface Migration {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

export const migrations = (): readonly Migration[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(FOLDER, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    });

/**
 * Applies the migrations that are not applied yet and notes them as `prisma migrate deploy` would, so that Prisma
 * finds nothing left to do. Each comes whole or not at all. For databases of our own making only.
 */
export async function migrate(session: SqlSession): Promise<void> {
  await session.exec(PRISMA_MIGRATIONS);
  const applied = await session.query(
    'select migration_name as name from public._prisma_migrations where finished_at is not null',
  );
  const names = new Set(applied.map(({ name }) => name));
  for (const { name, script, checksum } of migrations().filter((migration) => !names.has(migration.name))) {
    try {
      await session.exec(`BEGIN;
${script};
INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
VALUES ('${randomUUID()}', '${checksum}', '${name}', now(), now(), 1);
COMMIT;`);
    } catch (error) {
      await session.exec('ROLLBACK');
      throw error;
    }
  }
}
