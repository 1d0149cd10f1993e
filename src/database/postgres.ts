import pg from 'pg';
import { type Capabilities, CapabilityMemory } from './capabilities.ts';
import type { Database, Rows, Statement } from './database.ts';
import { readSqlError } from './sql-errors.ts';

export interface PostgresOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Milliseconds after which the database stops a statement. */
  readonly statementTimeout: number;
  /** Milliseconds to wait for a free or new connection. */
  readonly connectTimeout: number;
}

/** Values stay the text that PostgreSQL sends: statements give JSON, which is parsed whole. */
const AS_TEXT: pg.CustomTypesConfig = { getTypeParser: () => (value: unknown) => value };

/** A database and a host, without user or password. */
export function labelOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `PostgreSQL ${pathname.slice(1) || 'default'} at ${hostname || 'local socket'}${port && `:${port}`}`;
}

export class Postgres implements Database {
  readonly label: string;
  readonly #pool: pg.Pool;
  readonly #capabilities = new CapabilityMemory((statement) => this.query(statement));

  constructor({ url, poolSize, statementTimeout, connectTimeout }: PostgresOptions) {
    this.label = labelOf(url);
    this.#pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      application_name: 'ragonometrics-lineage-api',
      connectionTimeoutMillis: connectTimeout,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      types: AS_TEXT,
      // jit costs more than it gives on statements of this size.
      options: `-c default_transaction_read_only=on -c statement_timeout=${statementTimeout} -c TimeZone=UTC -c jit=off`,
    });
    // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
    this.#pool.on('error', () => {});
  }

  async query(statement: Statement): Promise<Rows> {
    try {
      return await this.#run(statement);
    } catch (error) {
      const known = readSqlError(error);
      if (known !== error) this.#capabilities.forgetIfMissing(known);
      throw known;
    }
  }

  async #run({ name, text, values }: Statement): Promise<Rows> {
    const { rows } = await this.#pool.query<unknown[]>({
      ...(name !== undefined && { name }),
      text,
      values: [...values],
      rowMode: 'array',
    });
    return rows;
  }

  capabilities(): Promise<Capabilities> {
    return this.#capabilities.get();
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
