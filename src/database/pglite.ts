import type { PGlite } from '@electric-sql/pglite';
import { type Capabilities, CapabilityMemory } from './capabilities.ts';
import type { Database, Rows, Statement } from './database.ts';
import { readSqlError } from './sql-errors.ts';

/** The types whose values PGlite would turn into numbers, dates and objects; the API wants the text of all of them. */
const TEXT_OIDS = [16, 20, 21, 23, 25, 114, 700, 701, 1043, 1082, 1114, 1184, 1700, 3802];
const AS_TEXT = Object.fromEntries(TEXT_OIDS.map((oid) => [oid, (value: string) => value]));

/** PostgreSQL inside this process. It runs one statement at a time. */
export class EmbeddedDatabase implements Database {
  readonly label: string;
  readonly #pglite: PGlite;
  readonly #capabilities = new CapabilityMemory((statement) => this.query(statement));

  readonly #closed: () => void;

  private constructor(pglite: PGlite, label: string, closed: () => void) {
    this.#pglite = pglite;
    this.#closed = closed;
    this.label = label;
  }

  /** From here on the database is only read. */
  static async readOnly(
    pglite: PGlite,
    label: string,
    statementTimeout: number,
    closed: () => void = () => {},
  ): Promise<EmbeddedDatabase> {
    await pglite.exec(
      `set default_transaction_read_only = on; set statement_timeout = ${statementTimeout}; set timezone = 'UTC'; set jit = off`,
    );
    return new EmbeddedDatabase(pglite, label, closed);
  }

  async query({ text, values }: Statement): Promise<Rows> {
    try {
      const { rows } = await this.#pglite.query<unknown[]>(text, [...values], {
        rowMode: 'array',
        parsers: AS_TEXT,
      });
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

  async close(): Promise<void> {
    await this.#pglite.close();
    this.#closed();
  }
}
