import type { PGlite } from '@electric-sql/pglite';
import { type Capabilities, CapabilityMemory } from './capabilities.ts';
import type { Database } from './database.ts';
import { checkParameters } from './parameters.ts';
import { SESSION } from './postgres-session.ts';
import { readSqlError } from './sql-errors.ts';
import type { Rows, Statement } from './statement.ts';

/** Where PGlite would make numbers, dates and objects, the API wants the text. */
const asText = (pglite: PGlite): Readonly<Record<string, (value: string) => string>> =>
  Object.fromEntries(Object.keys(pglite.parsers).map((type) => [type, (value: string) => value]));

/**
 * PostgreSQL inside this process. It runs one statement at a time, and this process waits meanwhile: a statement
 * cannot be stopped, so that the timeout holds nothing back here. For demo data that is enough.
 */
export class EmbeddedDatabase implements Database {
  readonly label: string;
  readonly #pglite: PGlite;
  readonly #parsers: ReturnType<typeof asText>;
  readonly #capabilities = new CapabilityMemory((statement) => this.query(statement));

  readonly #closed: () => void;

  private constructor(pglite: PGlite, label: string, closed: () => void) {
    this.#pglite = pglite;
    this.#parsers = asText(pglite);
    this.#closed = closed;
    this.label = label;
  }

  /** From here on the database is only read. */
  static async readOnly(pglite: PGlite, label: string, closed = () => {}): Promise<EmbeddedDatabase> {
    const settings = Object.entries(SESSION).map(([name, value]) => `set ${name} = '${value}'`);
    await pglite.exec(settings.join('; '));
    return new EmbeddedDatabase(pglite, label, closed);
  }

  async query({ text, values, allowance }: Statement): Promise<Rows> {
    checkParameters(values);
    try {
      const { rows } = await this.#pglite.query<unknown[]>(text, [...values], {
        rowMode: 'array',
        parsers: this.#parsers,
      });
      allowance?.takeRows(rows);
      return rows;
    } catch (error) {
      const known = readSqlError(error, values);
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
