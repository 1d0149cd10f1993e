import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../prisma/migrate.ts';
import { seed } from '../../prisma/seed/seed.ts';
import { SCHEMAS as schemas } from '../../src/database/tables.ts';
import { freePort } from './free-port.ts';
import { pgSession } from './pg-session.ts';

const BINARIES = installed('/usr/lib/postgresql')
  .sort((one, other) => Number(other) - Number(one))
  .map((version) => `/usr/lib/postgresql/${version}/bin`)
  .concat('/usr/local/bin', '/opt/homebrew/bin', '/usr/bin')
  .find((folder) => existsSync(join(folder, 'initdb')));
export const hasPostgres = BINARIES !== undefined;

function installed(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** The schemas of the graph, as a list in SQL. */
export const SCHEMAS = schemas.join(', ');

/** PostgreSQL refuses to run as root. */
function account(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

const run = (program: string, args: readonly string[]): void =>
  void execFileSync(join(BINARIES ?? '', program), args, { ...account(), cwd: '/', stdio: 'ignore' });

/** A PostgreSQL of a test's own, to be stopped and killed. */
export class PgCluster {
  readonly port: number;
  /** As a superuser, who may write; the API must not even then. */
  readonly url: string;
  readonly #folder: string;
  readonly #settings: readonly string[];
  #postmaster: ChildProcess | undefined;

  private constructor(folder: string, port: number, settings: readonly string[] = []) {
    this.#settings = settings;
    this.#folder = folder;
    this.port = port;
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  }

  /** A new one, not yet started. */
  static async create(settings: readonly string[] = []): Promise<PgCluster> {
    const cluster = new PgCluster(dataFolder(), await freePort(), settings);
    run('initdb', ['-D', cluster.#data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
    return cluster;
  }

  /** A new one with the demo data, started. */
  static async withDemo(): Promise<PgCluster> {
    const cluster = await PgCluster.create();
    await cluster.start();
    await cluster.session(async (client) => {
      await migrate(pgSession(client));
      await seed(pgSession(client));
      await client.query('analyze');
    });
    return cluster;
  }

  /** A standby that follows `primary` and lets no query hold it back; not yet started. */
  static async standbyOf(primary: PgCluster): Promise<PgCluster> {
    const standby = new PgCluster(dataFolder(), await freePort());
    run('pg_basebackup', ['-d', primary.url, '-D', standby.#data, '-R', '-X', 'stream', '-c', 'fast']);
    return standby;
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  /** Makes a file the account's that PostgreSQL runs under. */
  give(path: string): void {
    const { uid, gid } = account();
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  }

  /** Resolves when it accepts connections; unless `patient`, as soon as it is on its way. */
  async start({ patient = true } = {}): Promise<void> {
    const settings = [
      `port=${this.port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
      'max_standby_streaming_delay=0',
      ...this.#settings,
    ].flatMap((setting) => ['-c', setting]);
    for (;;) {
      const postmaster = spawn(join(BINARIES ?? '', 'postgres'), ['-D', this.#data, ...settings], {
        ...account(),
        cwd: '/',
        stdio: 'ignore',
      });
      this.#postmaster = postmaster;
      if (!patient) return;
      while (postmaster.exitCode === null) {
        if (await this.#accepts()) return;
        await sleep(20);
      }
      // Processes of the one that was killed still hold its memory for a moment.
      await sleep(50);
    }
  }

  /** SIGQUIT: as after a crash, all its processes are gone. SIGKILL: they find out by themselves. SIGINT: sessions are ended in order. */
  async kill(signal: 'SIGQUIT' | 'SIGKILL' | 'SIGINT'): Promise<void> {
    const postmaster = this.#postmaster;
    if (!postmaster || postmaster.exitCode !== null || postmaster.signalCode !== null) return;
    const exited = once(postmaster, 'exit');
    postmaster.kill(signal);
    await exited;
  }

  async remove(): Promise<void> {
    await this.kill('SIGQUIT');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs something in a session of its own. */
  /** A role `reader` that may use the schemas, but read nothing until it is granted; its URL. */
  async reader(): Promise<string> {
    await this.session((client) =>
      client.query(`create role reader login; grant usage on schema ${SCHEMAS} to reader`),
    );
    const url = new URL(this.url);
    url.username = 'reader';
    return url.href;
  }

  async session<Result>(use: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = new pg.Client(this.url);
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  }

  async #accepts(): Promise<boolean> {
    try {
      await this.session((client) => client.query('select 1'));
      return true;
    } catch {
      return false;
    }
  }
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lineage-cluster-'));
  const { uid, gid } = account();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}
