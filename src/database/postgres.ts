import { setImmediate as othersTurn } from 'node:timers/promises';
import pg from 'pg';
import { databaseBusy, databaseUnavailable, timedOut } from '../errors.ts';
import { type Capabilities, CapabilityMemory } from './capabilities.ts';
import type { Connections, Database } from './database.ts';
import { checkParameters } from './parameters.ts';
import { PostgresConnection } from './postgres-connection.ts';
import {
  beginReadOnly,
  labelOf,
  ownSession,
  READ_ONLY_AND_PID,
  readUrl,
  sharedSession,
} from './postgres-session.ts';
import type { PostgresUrl } from './postgres-url.ts';
import { SeenTexts } from './prepared-statements.ts';
import { isSharedSession, readSqlError, wasCut } from './sql-errors.ts';
import type { Rows, Statement } from './statement.ts';
import { isAboutTls, type Way, waysOf } from './tls.ts';

export interface PostgresOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Milliseconds to wait for a free or new connection. */
  readonly connectTimeout: number;
  /** Milliseconds after which the database stops a statement. */
  readonly statementTimeout: number;
}

/** Values stay the text that PostgreSQL sends: statements give JSON, which is parsed whole. */
const AS_TEXT: pg.CustomTypesConfig = { getTypeParser: () => (value: unknown) => value };

/** Statements stay prepared as long as their connection lives; so does a connection to a host that is no longer the primary. */
const LIFETIME_S = 1800;

/** A connection that ends this soon was dead before; a statement that ran longer may be why it ended. */
const A_MOMENT_MS = 100;

export class Postgres implements Database {
  readonly label: string;
  readonly size: number;
  readonly #options: PostgresOptions;
  readonly #url: PostgresUrl;
  /** With or without TLS, in the order in which they are tried. */
  readonly #ways: readonly Way[];
  #way: Way;
  readonly #capabilities = new CapabilityMemory((statement) => this.query(statement));
  readonly #seen = new SeenTexts();
  /** By kind of session. Those who wait in a former one find out by themselves that it does not work, and come back. */
  readonly #pools = new Map<string, pg.Pool>();
  #pool: pg.Pool;
  readonly #connections = new WeakMap<pg.ClientBase, PostgresConnection>();
  readonly #pids = new WeakMap<pg.ClientBase, string>();
  #connected = 0;
  /** True behind a pooler in transaction mode (PgBouncer), where each statement may meet another session. */
  #shared = false;

  /** Throws ConfigError for a URL that names files which are not there. */
  constructor(options: PostgresOptions) {
    this.#url = readUrl(options.url);
    const ways = waysOf(this.#url);
    this.#ways = ways;
    this.#way = ways[0];
    this.label = labelOf(this.#url);
    this.size = options.poolSize;
    this.#options = options;
    this.#pool = this.#open();
  }

  async query(statement: Statement, stop?: AbortSignal): Promise<Rows> {
    checkParameters(statement.values);
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
      const known = readSqlError(error, statement.values);
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
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  #session(): pg.PoolConfig {
    const { statementTimeout } = this.#options;
    return this.#shared
      ? sharedSession(this.#url, this.#way)
      : ownSession(this.#url, this.#way, statementTimeout);
  }

  #open(): pg.Pool {
    const kind = `${this.#shared} ${this.#ways.indexOf(this.#way)}`;
    const known = this.#pools.get(kind);
    if (known) return known;
    const { poolSize, connectTimeout, statementTimeout } = this.#options;
    const pool = new pg.Pool({
      ...this.#session(),
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
    pool.on('connect', (client) => {
      this.#connected += 1;
      client.on('error', () => {});
      client.once('end', () => {
        this.#connected -= 1;
      });
    });
    this.#pools.set(kind, pool);
    return pool;
  }

  /** A pooler may have dropped the options unsaid; then each statement brings its own read-only transaction. */
  async #check(client: pg.ClientBase): Promise<void> {
    if (this.#shared) return;
    const { rows } = await client.query<[string, string]>({ text: READ_ONLY_AND_PID, rowMode: 'array' });
    const [readOnly, pid] = rows[0] ?? [];
    if (readOnly !== 'on') this.#shared = true;
    if (pid !== undefined) this.#pids.set(client, pid);
  }

  async #connect(): Promise<pg.PoolClient> {
    for (let tried = 1; ; tried += 1) {
      const pool = this.#pool;
      try {
        return await pool.connect();
      } catch (error) {
        if (tried < this.#ways.length && isAboutTls(error)) {
          // Of callers that find it out together, the first changes the way for all.
          if (pool === this.#pool) this.#changeWay();
        } else {
          const isQueue = error instanceof Error && /timeout exceeded when trying/.test(error.message);
          throw isQueue && this.#connected > 0 ? databaseBusy(error) : databaseUnavailable(error);
        }
      }
    }
  }

  #changeWay(): void {
    this.#way = this.#ways.find((way) => way !== this.#way) ?? this.#way;
    this.#pool = this.#open();
  }

  async #run(statement: Statement, stop: AbortSignal | undefined): Promise<Rows> {
    const client = await this.#connect();
    if (stop?.aborted) {
      client.release();
      throw timedOut();
    }
    const connection = this.#connectionOf(client);
    let broken = false;
    let cancelled: Promise<void> | undefined;
    const cancel = (): void => {
      cancelled = this.#cancel(connection);
    };
    stop?.addEventListener('abort', cancel);
    try {
      return this.#shared
        ? await this.#runShared(client, connection, statement)
        : await connection.run(statement, this.#seen.again(statement.text));
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

  #connectionOf(client: pg.PoolClient): PostgresConnection {
    const known = this.#connections.get(client);
    if (known) return known;
    const connection = new PostgresConnection(client, this.#pids.get(client));
    this.#connections.set(client, connection);
    return connection;
  }

  /** From a connection outside the pool, which may be exhausted. Behind a pooler the statement's own timeout has to do. */
  async #cancel({ pid }: PostgresConnection): Promise<void> {
    if (pid === undefined || this.#shared) return;
    const other = new pg.Client({
      ...this.#session(),
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

  async #runShared(
    client: pg.PoolClient,
    connection: PostgresConnection,
    statement: Statement,
  ): Promise<Rows> {
    await client.query(beginReadOnly(this.#options.statementTimeout));
    try {
      // Never prepared: the next statement may meet another session.
      return await connection.run(statement, false);
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
    this.#pool = this.#open();
    return true;
  }
}
