import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { seed } from '../../prisma/seed/seed.ts';
import { sessionOf } from '../../src/database/open-embedded.ts';
import { pgSession } from './pg-session.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Files that hold a data folder of PGlite, to start a test's own database from. */
    images: { readonly empty: string; readonly demo: string } | undefined;
    /** A PostgreSQL with the databases of TEMPLATES, to copy a test's own database from. */
    serverUrl: string | undefined;
  }
}

export const TEMPLATES = { empty: 'lineage_test_empty', demo: 'lineage_test_demo' } as const;

/** Makes the databases that the tests copy, once: empty and migrated, and with the demo data. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) {
    project.provide('images', undefined);
    project.provide('serverUrl', url);
    await makeTemplates(url);
    return async () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'lineage-test-'));
  const images = { empty: join(folder, 'empty.tar'), demo: join(folder, 'demo.tar') };
  const pglite = new PGlite();
  const session = sessionOf(pglite);
  await migrate(session);
  await saveImage(pglite, images.empty);
  await seed(session);
  await saveImage(pglite, images.demo);
  await pglite.close();
  project.provide('images', images);
  project.provide('serverUrl', undefined);
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function saveImage(pglite: PGlite, file: string): Promise<void> {
  const image = await pglite.dumpDataDir('none');
  writeFileSync(file, Buffer.from(await image.arrayBuffer()));
}

async function makeTemplates(serverUrl: string): Promise<void> {
  const server = new pg.Client(serverUrl);
  await server.connect();
  for (const [content, name] of Object.entries(TEMPLATES)) {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.query(`create database ${name}`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    const client = new pg.Client(url.href);
    await client.connect();
    await migrate(pgSession(client));
    if (content === 'demo') await seed(pgSession(client));
    await client.query('analyze');
    await client.end();
  }
  await server.end();
}
