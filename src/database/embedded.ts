import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate, type SqlSession } from '../../prisma/migrate.ts';
import { ConfigError } from '../errors.ts';
import { EmbeddedDatabase } from './pglite.ts';

export const sessionOf = (pglite: PGlite): SqlSession => ({
  exec: (script) => pglite.exec(script),
  query: async (text, values = []) => (await pglite.query<Record<string, unknown>>(text, [...values])).rows,
});

/**
 * Opens the embedded database in `folder`. At the first start it is made in a folder beside and moved into place when
 * whole, so that a start that is killed half-way leaves nothing behind but work to be done again.
 */
export async function openEmbedded(folder: string, statementTimeout: number): Promise<EmbeddedDatabase> {
  const unlock = lock(join(folder, 'server.pid'));
  const place = join(folder, 'pglite');
  if (!existsSync(place)) await make(place);
  const pglite = new PGlite(place);
  await pglite.waitReady;
  await migrate(sessionOf(pglite));
  return EmbeddedDatabase.readOnly(pglite, `embedded demo data in ${folder}`, statementTimeout, unlock);
}

async function make(place: string): Promise<void> {
  const draft = `${place}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const pglite = new PGlite(draft);
  const session = sessionOf(pglite);
  await migrate(session);
  const { seed } = await import('../../prisma/seed/seed.ts');
  await seed(session);
  await pglite.close();
  renameSync(draft, place);
}

/** One process per folder: two would ruin it. A lock whose process is gone (kill -9) does not count. */
function lock(file: string): () => void {
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new ConfigError(
      `DATA_DIR is in use by process ${holder}; stop that server or choose another folder.`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
