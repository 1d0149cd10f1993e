import { answerTooLarge, timedOut } from '../errors.ts';
import { ByteAllowance } from './byte-allowance.ts';
import type { Capabilities } from './capabilities.ts';
import type { Database } from './database.ts';
import type { Rows, Statement } from './statement.ts';
import { Turns } from './turns.ts';

/** Called for each statement when it has ended. */
export type StatementObserver = (statement: Statement, ms: number, failed: boolean) => void;

/**
 * A view of a database for one request: its statements end with it, share the bytes of its answer, and take at most
 * half of the connections, so that no request keeps all others waiting, nor itself.
 */
export class ObservedDatabase implements Database {
  readonly label: string;
  readonly #database: Database;
  readonly #stop: AbortSignal;
  readonly #observe: StatementObserver;
  readonly #allowance: ByteAllowance;
  readonly #turns: Turns;

  constructor(database: Database, stop: AbortSignal, observe: StatementObserver, maxBytes: number) {
    this.label = database.label;
    this.#database = database;
    this.#stop = stop;
    this.#observe = observe;
    this.#allowance = new ByteAllowance(maxBytes);
    this.#turns = new Turns(Math.ceil((database.size ?? 1) / 2));
  }

  async query(statement: Statement): Promise<Rows> {
    const turn = this.#turns.take();
    if (turn) await turn;
    const start = performance.now();
    let failed = true;
    try {
      if (this.#stop.aborted) throw timedOut();
      if (!this.#allowance.take(0)) throw answerTooLarge(this.#allowance.limit);
      const rows = await this.#database.query({ ...statement, allowance: this.#allowance }, this.#stop);
      failed = false;
      return rows;
    } finally {
      this.#turns.give();
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
