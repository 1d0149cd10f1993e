import type { Capabilities } from './capabilities.ts';
import type { Rows, Statement } from './statement.ts';

export type { Rows, Statement } from './statement.ts';

/** Connections of a pool, and how many wait for one. */
export interface Connections {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/**
 * The port through which all SQL passes. Sessions are read-only, in UTC, under a statement timeout.
 *
 * `query` rejects with a `LineageError` where the cause is known: DATABASE_UNAVAILABLE (no connection),
 * DATABASE_BUSY (no free connection, a lock), TIMEOUT (statement timeout, cancelled), NOT_IN_THIS_DATABASE (a table
 * or column that is gone), BAD_USER_INPUT and STORED_VALUE (a value that does not fit, the caller's or a stored one),
 * ANSWER_TOO_LARGE.
 */
export interface Database {
  /** For people: which database this is, without user or password. */
  readonly label: string;
  /** How many statements it runs at the same time. Absent: one after the other. */
  readonly size?: number;
  /** `stop` ends a statement early: it is cancelled in the database, and rejects with TIMEOUT. */
  query(statement: Statement, stop?: AbortSignal): Promise<Rows>;
  /** What this database has, looked at every few seconds. Rejects with DATABASE_UNAVAILABLE until it first answers. */
  capabilities(): Promise<Capabilities>;
  /** Absent where there is no pool. */
  connections?(): Connections;
  close(): Promise<void>;
}
