import type { ErrorCode } from '../error-codes.ts';

/** One statement of a request, without its values. */
export interface StatementRecord {
  readonly name: string | undefined;
  /** Its SQL: values are parameters, and not in it. */
  readonly text: string;
  /** Milliseconds since 1970, with fractions. */
  readonly start: number;
  readonly ms: number;
  /** How many look-ups it answers; undefined for one that is no look-up. */
  readonly batch: number | undefined;
  readonly failed: boolean;
}

/** What operators may know of a request: never a text, a token or a variable's value. */
export interface RequestRecord {
  readonly requestId: string;
  readonly start: number;
  /** The caller's header of W3C Trace Context. */
  readonly traceParent: string | undefined;
  readonly statements: StatementRecord[];
  /** Undefined for a request without a valid document. */
  operation?: { readonly kind: string; readonly name: string | undefined };
  /** Undefined for one that was refused before it was known who asks. */
  caller?: string;
  cost?: number;
  /** Filters and orders of large tables that no index serves. */
  warnings?: readonly string[];
  codes: readonly ErrorCode[];
  status: number;
  ms: number;
}

/** Called for each request when its answer is ready. */
export type Observer = (record: RequestRecord) => void;

/** Milliseconds since 1970, with fractions, that never run backwards. */
export const now = (): number => performance.timeOrigin + performance.now();
