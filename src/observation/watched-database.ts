import type { Logger } from 'pino';
import type { Capabilities } from '../database/capabilities.ts';
import type { Connections, Database } from '../database/database.ts';
import type { Rows, Statement } from '../database/statement.ts';
import { unreachableReason } from './unreachable-reason.ts';

/** Tells the log why the database cannot be reached: once for each reason, and once when it answers again. */
export class WatchedDatabase implements Database {
  readonly label: string;
  readonly size?: number;
  readonly connections?: () => Connections;
  readonly #database: Database;
  readonly #logger: Logger;
  #reason: string | undefined;

  constructor(database: Database, logger: Logger) {
    this.label = database.label;
    if (database.size !== undefined) this.size = database.size;
    if (database.connections) this.connections = database.connections.bind(database);
    this.#database = database;
    this.#logger = logger;
  }

  query(statement: Statement, stop?: AbortSignal): Promise<Rows> {
    return this.#watch(this.#database.query(statement, stop));
  }

  capabilities(): Promise<Capabilities> {
    return this.#watch(this.#database.capabilities());
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #watch<Answer>(asked: Promise<Answer>): Promise<Answer> {
    return asked.then(this.#answered, this.#failed);
  }

  readonly #answered = <Answer>(answer: Answer): Answer => {
    if (this.#reason !== undefined) this.#logger.info('the database answers again');
    this.#reason = undefined;
    return answer;
  };

  readonly #failed = (error: unknown): never => {
    const reason = unreachableReason(error);
    if (reason !== undefined && reason !== this.#reason) {
      this.#logger.warn({ reason }, 'the database cannot be reached');
      this.#reason = reason;
    }
    throw error;
  };
}
