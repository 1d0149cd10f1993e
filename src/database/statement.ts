import type { ByteAllowance } from './byte-allowance.ts';

/** One SQL statement: text with `$1` parameters. Whether it is prepared is the database's decision. */
export interface Statement {
  /** For logs and spans. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** How many look-ups it answers. */
  readonly batch?: number;
  /** How many bytes its rows may take, shared with other statements. Absent: as many as there are. */
  readonly allowance?: ByteAllowance;
}

/** Rows as arrays, in the order of the statement's columns. */
export type Rows = readonly (readonly unknown[])[];
