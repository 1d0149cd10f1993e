import { setImmediate as othersTurn } from 'node:timers/promises';
import pg from 'pg';
import { databaseUnavailable, timedOut } from '../errors.ts';
import { type Capabilities, CapabilityMemory } from './capabilities.ts';
import type { Connections, Database, Rows, Statement } from './database.ts';
import {
  beginReadOnly,
  labelOf,
  ownSession,
  READ_ONLY_AND_PID,
  type SessionOptions,
  sharedSession,
} from './postgres-session.ts';
import { isSharedSession, readSqlError, wasCut } from './sql-errors.ts';

export interface PostgresOptions extends SessionOptions {
  readonly poolSize: number;
  /** Milliseconds to wait for a free or new connection. */
  readonly connectTimeout: number;
}

/** Values stay the text that PostgreSQL sends: statements give JSON, which is parsed whole. */
const AS_TEXT: pg.CustomTypesConfig = { getTypeParser: () => (value: unknown) => value };

/** Statements stay prepared as long as their connection lives; so does a connection to a host that is no longer the primary. */
const LIFETIME_S = 1800;

/** A connection that ends this soon was dead before; a statement that ran longer may be why it ended. */
const A_MOMENT_MS = 100;

export class Postgres implements Database {
  readonly label: string;
  readonly #options: PostgresOptions;
  readonly #capabilities = new CapabilityMemory((statement) => this.query(statement));
  #pool: pg.Pool;
  #former: pg.Pool | undefined;
  /** The process of PostgreSQL behind each connection. */
  readonly #pids = new WeakMap<pg.ClientBase, string | undefined>();
  /** True behind a pooler in transaction mode (PgBouncer), where each statement may meet another session. */
  #shared = false;

  constructor(options: PostgresOptions) {
    this.label = labelOf(options.url);
    this.#options = options;
    this.#pool = this.#open(ownSession(options));
  }

  async query(statement: Statement, stop?: AbortSignal): Promise<Rows> {
    const start = performance.now();
    try {
      const rows = await this.#run(statement, stop).catch((error: unknown) => {
        if (!this.#worthAnother(error, performance.now() - start)) throw error;
        return this.#run(statement, stop);
      });
      // Whoever waits for this connection gets it before the rows are made into an answer, or the database idles.
      await othersTurn();
      return rows;
    } catch (error) {
      const known = readSqlError(error);
      this.#capabilities.forgetIfMissing(known);
      throw known;
    }
  }

  capabilities(): Promise<Capabilities> {
    return this.#capabilities.get();
  }

  connections(): Connections {
    const { totalCount: total, idleCount: idle, waitingCount: waiting } = this.#pool;
    return { total, idle, waiting };
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#former?.end()]);
  }

  #open(session: pg.PoolConfig): pg.Pool {
    const { poolSize, connectTimeout, statementTimeout } = this.#options;
    const pool = new pg.Pool({
      ...session,
      max: poolSize,
      application_name: 'ragonometrics-lineage-api',
      connectionTimeoutMillis: connectTimeout,
      // For a host that fell silent: one that lives stops the statement itself.
      query_timeout: statementTimeout + connectTimeout,
      idleTimeoutMillis: 30_000,
      maxLifetimeSeconds: LIFETIME_S,
      keepAlive: true,
      types: AS_TEXT,
      onConnect: (client) => this.#check(client),
    });
    // A connection that breaks is replaced at the next query; without listeners it would end the process.
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
    return pool;
  }

  /** A pooler may have dropped the options unsaid; then each statement brings its own read-only transaction. */
  async #check(client: pg.ClientBase): Promise<void> {
    if (this.#shared) return;
    const { rows } = await client.query<[string, string]>({ text: READ_ONLY_AND_PID, rowMode: 'array' });
    const [readOnly, pid] = rows[0] ?? [];
    if (readOnly !== 'on') this.#shared = true;
    this.#pids.set(client, pid);
  }

  async #run(statement: Statement, stop: AbortSignal | undefined): Promise<Rows> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw databaseUnavailable(error);
    });
    if (stop?.aborted) {
      client.release();
      throw timedOut();
    }
    let broken = false;
    let cancelled: Promise<void> | undefined;
    const cancel = (): void => {
      cancelled = this.#cancel(client);
    };
    stop?.addEventListener('abort', cancel);
    try {
      return this.#shared
        ? await this.#runShared(client, statement)
        : await runOn(client, statement, statement.name);
    } catch (error) {
      // What is no answer of PostgreSQL leaves the connection in an unknown state.
      broken = !(error instanceof pg.DatabaseError) || wasCut(error);
      throw error;
    } finally {
      stop?.removeEventListener('abort', cancel);
      // A cancellation that is on its way must not meet the next statement on this connection.
      if (cancelled) await cancelled;
      client.release(broken);
    }
  }

  /** From a connection outside the pool, which may be exhausted. Behind a pooler the statement's own timeout has to do. */
  async #cancel(client: pg.ClientBase): Promise<void> {
    const pid = this.#shared ? undefined : this.#pids.get(client);
    if (pid === undefined) return;
    const other = new pg.Client({
      ...ownSession(this.#options),
      connectionTimeoutMillis: this.#options.connectTimeout,
    });
    other.on('error', () => {});
    try {
      await other.connect();
      await other.query('select pg_cancel_backend($1)', [pid]);
    } catch {
      // The statement ends by its own timeout.
    } finally {
      await other.end().catch(() => {});
    }
  }

  async #runShared(client: pg.PoolClient, statement: Statement): Promise<Rows> {
    await client.query(beginReadOnly(this.#options.statementTimeout));
    try {
      return await runOn(client, statement, undefined);
    } finally {
      // Ends the transaction whether the statement failed or not. Not awaited: what comes next queues behind it.
      client.query('rollback').catch(() => {});
    }
  }

  /** Reading twice does no harm, but only a failure that says nothing of the statement itself is worth it. */
  #worthAnother(error: unknown, elapsed: number): boolean {
    if (wasCut(error)) return elapsed < A_MOMENT_MS;
    if (!isSharedSession(error)) return false;
    // Of statements that find it out together, the first changes the pool for all.
    if (this.#shared) return true;
    this.#shared = true;
    // Those who wait in the former pool find out by themselves, and come back to this one.
    this.#former = this.#pool;
    this.#pool = this.#open(sharedSession(this.#options));
    return true;
  }
}

async function runOn(client: pg.PoolClient, statement: Statement, name: string | undefined): Promise<Rows> {
  const { rows } = await client.query<unknown[]>({
    ...(name !== undefined && { name }),
    text: statement.text,
    values: [...statement.values],
    rowMode: 'array',
  });
  return rows;
}
