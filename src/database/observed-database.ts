import type { Capabilities } from './capabilities.ts';
import type { Database, Rows, Statement } from './database.ts';

/** Called for each statement when it has ended. */
export type StatementObserver = (statement: Statement, ms: number, failed: boolean) => void;

/** A view of a database for one request: its statements end with it. */
export class ObservedDatabase implements Database {
  readonly label: string;
  readonly #database: Database;
  readonly #stop: AbortSignal;
  readonly #observe: StatementObserver;

  constructor(database: Database, stop: AbortSignal, observe: StatementObserver) {
    this.label = database.label;
    this.#database = database;
    this.#stop = stop;
    this.#observe = observe;
  }

  async query(statement: Statement): Promise<Rows> {
    const start = performance.now();
    let failed = true;
    try {
      const rows = await this.#database.query(statement, this.#stop);
      failed = false;
      return rows;
    } finally {
      this.#observe(statement, performance.now() - start, failed);
    }
  }

  capabilities(): Promise<Capabilities> {
    return this.#database.capabilities();
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
