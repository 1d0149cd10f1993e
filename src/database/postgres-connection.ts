import type pg from 'pg';
import { answerTooLarge } from '../errors.ts';
import { PreparedStatements } from './prepared-statements.ts';
import type { Rows, Statement } from './statement.ts';

/** One connection of the pool, with what is known of it. */
export class PostgresConnection {
  /** The process of PostgreSQL behind it, where it stays the same. */
  readonly pid: string | undefined;
  readonly #client: pg.PoolClient;
  readonly #prepared: PreparedStatements;
  #received: ((bytes: number) => void) | undefined;

  constructor(client: pg.PoolClient, pid: string | undefined) {
    this.pid = pid;
    this.#client = client;
    this.#prepared = new PreparedStatements((name) => closeStatement(client.connection, name));
    client.connection.stream.on('data', (data: Buffer) => this.#received?.(data.length));
  }

  /** `again`: the text was seen before, so that it is worth preparing. */
  async run(statement: Statement, again: boolean): Promise<Rows> {
    const { text, values, allowance } = statement;
    const name = again ? this.#prepared.nameOf(text) : undefined;
    const query = this.#client.query<unknown[]>({
      ...(name !== undefined && { name }),
      text,
      values: [...values],
      rowMode: 'array',
    });
    if (!allowance) return (await query).rows;
    let tooLarge = false;
    this.#received = (bytes) => {
      if (allowance.take(bytes)) return;
      tooLarge = true;
      // The rest is on its way, as one message: only the end of the connection keeps it from filling the memory.
      this.#client.connection.stream.destroy();
    };
    try {
      const { rows } = await query;
      // What fits into one packet is complete before it is counted.
      if (tooLarge) throw answerTooLarge(allowance.limit);
      return rows;
    } catch (error) {
      throw tooLarge ? answerTooLarge(allowance.limit) : error;
    } finally {
      this.#received = undefined;
    }
  }
}

/** Sent with the next statement, which costs no round trip of its own. */
function closeStatement(connection: pg.Connection, name: string): void {
  connection.close({ type: 'S', name }, true);
  // node-postgres keeps the text of each, for ever.
  if ('parsedStatements' in connection && isObject(connection.parsedStatements))
    Reflect.deleteProperty(connection.parsedStatements, name);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
