import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate, type SqlSession } from '../../prisma/migrate.ts';
import { EmbeddedDatabase } from './embedded-database.ts';
import { lockFolder } from './folder-lock.ts';

/** Told of what takes long. */
export type Progress = (text: string) => void;

/** What PostgreSQL keeps in memory is cleared at each start: 16 MB are enough for demo data, and its own 128 take 0.2 s. */
export const pgliteIn = (folder: string): Promise<PGlite> =>
  PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'] });

export const sessionOf = (pglite: PGlite): SqlSession => ({
  exec: (script) => pglite.exec(script),
  query: async (text, values = []) => (await pglite.query<Record<string, unknown>>(text, [...values])).rows,
});

/**
 * Opens the embedded database in `folder`. At the first start it is made in a folder beside and moved into place when
 * whole, so that a start that is killed half-way leaves nothing behind but work to be done again.
 */
export async function openEmbedded(folder: string, progress: Progress = () => {}): Promise<EmbeddedDatabase> {
  const unlock = lockFolder(folder);
  try {
    const place = join(folder, 'pglite');
    if (!existsSync(place)) await make(place, progress);
    const pglite = await pgliteIn(place);
    await migrate(sessionOf(pglite));
    return await EmbeddedDatabase.readOnly(pglite, `embedded demo data in ${folder}`, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function make(place: string, progress: Progress): Promise<void> {
  progress('Making the demo database (only at the first start) ...');
  const draft = `${place}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const pglite = await pgliteIn(draft);
  const session = sessionOf(pglite);
  await migrate(session);
  progress('The tables are there; filling them with demo data ...');
  const { seed } = await import('../../prisma/seed/seed.ts');
  await seed(session);
  // For estimatedCount, and for good plans: nothing else updates the statistics here.
  await session.exec('analyze');
  await pglite.close();
  renameSync(draft, place);
}
