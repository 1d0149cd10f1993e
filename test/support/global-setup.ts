import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { seed } from '../../prisma/seed/seed.ts';
import { pgliteIn, sessionOf } from '../../src/database/open-embedded.ts';
import { pgSession } from './pg-session.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Data folders of PGlite, to copy a test's own database from. */
    images: { readonly empty: string; readonly demo: string } | undefined;
    /** A PostgreSQL with the databases of TEMPLATES, to copy a test's own database from. */
    serverUrl: string | undefined;
  }
}

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/lineage-test');
const SOURCES = [
  'prisma/migrations',
  'prisma/migrate.ts',
  'prisma/seed',
  'test/support/global-setup.ts',
  'package-lock.json',
];

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
  const folder = join(CACHE, sourceDigest());
  if (!existsSync(folder)) await makeImages(folder);
  project.provide('images', imagesIn(folder));
  project.provide('serverUrl', undefined);
  return async () => {};
}

const imagesIn = (folder: string) => ({ empty: join(folder, 'empty'), demo: join(folder, 'demo') });

/** What the databases are made from: while it stays the same, a run of the tests takes the images of the run before. */
function sourceDigest(): string {
  const digest = createHash('sha256');
  for (const name of SOURCES) {
    const path = join(ROOT, name);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
      : [''];
    for (const file of files.map((inside) => join(path, inside)).filter((file) => statSync(file).isFile())) {
      digest.update(`${relative(ROOT, file)}\n`).update(readFileSync(file));
    }
  }
  return digest.digest('hex');
}

async function makeImages(folder: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const old = readdirSync(CACHE).filter((name) => !name.startsWith('unfinished-'));
  for (const name of old) rmSync(join(CACHE, name), { recursive: true });
  const unfinished = mkdtempSync(join(CACHE, 'unfinished-'));
  const images = imagesIn(unfinished);
  const empty = await pgliteIn(images.empty);
  // What `create database` would copy from is half of the folder, and copied for each test.
  await empty.exec('update pg_database set datistemplate = false');
  await empty.exec('drop database template0');
  await empty.exec('drop database template1');
  await migrate(sessionOf(empty));
  await empty.close();
  cpSync(images.empty, images.demo, { recursive: true });
  const demo = await pgliteIn(images.demo);
  await seed(sessionOf(demo));
  await demo.close();
  // Another run may have made the same meanwhile.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
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
