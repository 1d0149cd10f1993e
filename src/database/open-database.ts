import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import type { Database } from './database.ts';
import type { Progress } from './open-embedded.ts';

/** The settings of the database. */
interface Options {
  readonly dataDir: string;
  readonly poolSize: number;
  readonly statementTimeout: number;
  readonly connectTimeout: number;
  readonly secrets: {
    readonly databaseUrl: string | undefined;
    readonly databaseReplicaUrls: readonly string[];
  };
}

/** The database that the configuration names: a PostgreSQL, which is only read, or the embedded one with demo data. */
export async function openDatabase(options: Options, progress?: Progress): Promise<Database> {
  const { secrets, dataDir, poolSize, statementTimeout, connectTimeout } = options;
  const { databaseUrl, databaseReplicaUrls } = secrets;
  // Each is loaded only where it is used: PGlite alone takes some hundred MB.
  if (databaseUrl !== undefined) {
    const { Postgres } = await import('./postgres.ts');
    const open = (url: string) => new Postgres({ url, poolSize, statementTimeout, connectTimeout });
    if (databaseReplicaUrls.length === 0) return open(databaseUrl);
    const { ReplicatedDatabase } = await import('./replicated.ts');
    return new ReplicatedDatabase(open(databaseUrl), databaseReplicaUrls.map(open));
  }
  const folder = resolve(dataDir);
  try {
    mkdirSync(folder, { recursive: true });
    const { openEmbedded } = await import('./open-embedded.ts');
    return await openEmbedded(folder, progress);
  } catch (error) {
    throw error instanceof ConfigError ? error : dataDirError(dataDir, error);
  }
}

function dataDirError(folder: string, error: unknown): ConfigError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const why = code === undefined ? 'holds no database that can be opened' : `cannot be used (${code})`;
  return new ConfigError(`DATA_DIR is ${JSON.stringify(folder)}, which ${why}; choose another folder.`);
}
