import { sql } from 'kysely';
import type { Row } from '../connection/row.ts';
import type { Where } from '../connection/where.ts';
import { flattenCells, jsonArray, type Sql } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
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

/** Rows travel column by column, one JSON array each: fewer brackets to write and to parse than row by row. */
export const jsonColumns = (cells: readonly Sql[]): Sql =>
  jsonArray((cells.length > 0 ? cells : [sql`1`]).map((cell) => sql`json_agg(${cell})`));

export type Columns = readonly (readonly unknown[])[];

/** What `jsonColumns` wrote, as its columns. */
export const columnsIn = (value: unknown, width: number): Columns =>
  flattenCells(asCells(value), width).map(asCells);

export const lengthOf = (columns: Columns): number => columns[0]?.length ?? 0;
