import type { Capabilities } from './capabilities.ts';

/** One SQL statement: text with `$1` parameters. The same text under the same `name` is prepared once per connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** How many look-ups it answers. */
  readonly batch?: number;
}

/** Connections of a pool, and how many wait for one. */
export interface Connections {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** Rows as arrays, in the order of the statement's columns. */
export type Rows = readonly (readonly unknown[])[];

/**
 * The port through which all SQL passes. Sessions are read-only, in UTC, under a statement timeout.
 *
 * `query` rejects with a `LineageError` where the cause is known: DATABASE_UNAVAILABLE (no connection),
 * TIMEOUT (statement timeout, cancelled), NOT_IN_THIS_DATABASE (table or column gone since the look at start-up).
 */
export interface Database {
  /** For people: which database this is, without user or password. */
  readonly label: string;
  /** `stop` ends a statement early: it is cancelled in the database, and rejects with TIMEOUT. */
  query(statement: Statement, stop?: AbortSignal): Promise<Rows>;
  /** What this database has; looked at once, as soon as it answers. Rejects with DATABASE_UNAVAILABLE until then. */
  capabilities(): Promise<Capabilities>;
  /** Absent where there is no pool. */
  connections?(): Connections;
  close(): Promise<void>;
}
