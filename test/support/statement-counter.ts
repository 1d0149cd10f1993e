import type { Capabilities } from '../../src/database/capabilities.ts';
import type { Database, Rows, Statement } from '../../src/database/database.ts';

/** A view of a database for one request, or one test, that keeps what was sent through it. */
export class StatementCounter implements Database {
  readonly label: string;
  readonly size?: number;
  /** In the order in which they were sent. */
  readonly statements: Statement[] = [];
  readonly #database: Database;

  constructor(database: Database) {
    this.label = database.label;
    if (database.size !== undefined) this.size = database.size;
    this.#database = database;
  }

  query(statement: Statement, stop?: AbortSignal): Promise<Rows> {
    this.statements.push(statement);
    return this.#database.query(statement, stop);
  }

  capabilities(): Promise<Capabilities> {
    return this.#database.capabilities();
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
