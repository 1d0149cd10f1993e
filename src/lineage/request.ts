import type { Where } from '../connection/where.ts';
import type { Sql } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
import type { Row } from '../execution/row.ts';
import type { FieldArguments } from './arguments.ts';
import { NO_SITE } from './selection.ts';

/** One request for the rows of a statement: all that can differ between requests of one shape. */
export interface Request {
  /** Per site of the selection, its arguments, or the error they earned. */
  readonly arguments: readonly (FieldArguments | LineageError)[];
  /** For look-ups: per key field, the values of all rows looked up together. */
  readonly keys: readonly (readonly unknown[])[];
  /** The projects that the caller is bound to. */
  readonly projects: readonly string[] | undefined;
}

/** A look-up of one row, as opposed to several together. */
export const isSingle = (keys: Request['keys']): boolean => keys[0]?.length === 1;

/** A piece of SQL that gives one JSON value, and how that value becomes what resolvers read. */
export interface Part {
  /** Undefined where the value does not come from the database, e.g. an error. */
  readonly sql: Sql | undefined;
  readonly read: (value: unknown, request: Request, row: Row) => unknown;
}

/** The value as it came; a row's reader skips the call. */
export const asItIs: Part['read'] = (value) => value;

export function argumentsAt(request: Request, site: number): FieldArguments {
  const given = site === NO_SITE ? undefined : request.arguments[site];
  if (!given || given instanceof LineageError)
    throw new Error('A statement was asked with arguments of another shape.');
  return given;
}

/** Reads the filter of a field from each request. */
export const whereAt =
  (site: number) =>
  (request: Request): Where =>
    argumentsAt(request, site).where ?? {};

export const asCells = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
