import { setTimeout as sleep } from 'node:timers/promises';
import { LineageError } from '../errors.ts';
import { type Capabilities, CapabilityMemory } from './capabilities.ts';
import type { Connections, Database } from './database.ts';
import type { Rows, Statement } from './statement.ts';

/** How often a replica is asked whether it lives. */
const ROUND_MS = 2000;
const PROBE: Statement = { text: 'select 1', values: [] };

interface Replica {
  readonly database: Database;
  lives: boolean;
}

const isUnavailable = (error: unknown): boolean =>
  error instanceof LineageError && error.code === 'DATABASE_UNAVAILABLE';

/**
 * A primary with replicas. Statements go to the replicas in turn; one that does not answer is left out until it does
 * again, and its statement goes to the next. The primary is read only when no replica answers.
 */
export class ReplicatedDatabase implements Database {
  readonly label: string;
  readonly size: number;
  readonly #primary: Database;
  readonly #replicas: readonly Replica[];
  readonly #capabilities = new CapabilityMemory((statement) => this.query(statement));
  readonly #closed = new AbortController();
  #turn = 0;

  constructor(primary: Database, replicas: readonly Database[]) {
    this.#primary = primary;
    this.#replicas = replicas.map((database) => ({ database, lives: true }));
    // Those of one: the others may be gone.
    this.size = primary.size ?? 1;
    this.label = `${primary.label} and ${replicas.length === 1 ? 'a replica' : `${replicas.length} replicas`}`;
    for (const replica of this.#replicas) void this.#watch(replica);
  }

  async query(statement: Statement, stop?: AbortSignal): Promise<Rows> {
    try {
      for (const replica of this.#living()) {
        try {
          return await replica.database.query(statement, stop);
        } catch (error) {
          if (!isUnavailable(error)) throw error;
          replica.lives = false;
        }
      }
      return await this.#primary.query(statement, stop);
    } catch (error) {
      this.#capabilities.forgetIfMissing(error);
      throw error;
    }
  }

  capabilities(): Promise<Capabilities> {
    return this.#capabilities.get();
  }

  /** Of the primary and all replicas together. */
  connections(): Connections {
    const all = [this.#primary, ...this.#replicas.map(({ database }) => database)].map((database) =>
      database.connections?.(),
    );
    const sum = (name: keyof Connections): number =>
      all.reduce((count, connections) => count + (connections?.[name] ?? 0), 0);
    return { total: sum('total'), idle: sum('idle'), waiting: sum('waiting') };
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.all([this.#primary.close(), ...this.#replicas.map(({ database }) => database.close())]);
  }

  /** Each statement begins one further than the last. */
  #living(): readonly Replica[] {
    const living = this.#replicas.filter(({ lives }) => lives);
    const at = living.length === 0 ? 0 : this.#turn++ % living.length;
    return [...living.slice(at), ...living.slice(0, at)];
  }

  /** Finds out that a replica is back, and that one fell silent before callers have to wait for it. */
  async #watch(replica: Replica): Promise<void> {
    const { signal } = this.#closed;
    while (!signal.aborted) {
      await sleep(ROUND_MS, undefined, { ref: false, signal }).catch(() => {});
      if (signal.aborted) return;
      const answer = replica.database.query(PROBE, AbortSignal.timeout(ROUND_MS)).then(() => true);
      const silence = sleep(ROUND_MS, false, { ref: false });
      replica.lives = await Promise.race([answer, silence]).catch(() => false);
    }
  }
}
