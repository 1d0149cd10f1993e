import type { GraphQLResolveInfo } from 'graphql';

/** Where a row keeps what its fields need beside columns, under their names in the answer. */
export const SLOTS = Symbol('slots');

/**
 * A row as the resolvers get it: columns under their field names, and in slots, under its name in the answer, whatever
 * a field needs beside columns: the rows of an edge, a page, a sum. A value that could not be had is an Error, which
 * the executor reports at its field.
 */
export interface Row {
  [property: string]: unknown;
  [SLOTS]?: Record<string, unknown>;
}

/** A page of rows. In its slots stand the lists that the fields `nodes` and `edges` give. */
export interface Connection extends Row {
  pageInfo?: PageInfo;
  totalCount?: number;
  /** What `LineageLoader.estimate` needs to ask the planner about the rows that match. */
  estimate?: unknown;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** The slots of a row, to be filled. */
export function slotsOf(row: Row): Record<string, unknown> {
  const slots: Record<string, unknown> = row[SLOTS] ?? Object.create(null);
  row[SLOTS] = slots;
  return slots;
}

/** A row of which nothing is known. */
export const NO_ROW: Row = Object.freeze({});

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !(value instanceof Error);

/** The row that was found, or null. */
export const rowOrNull = (found: unknown): Row | null => (isRow(found) ? found : null);

/** A column of a row; throws why it could not be had. */
export function valueIn(row: Row, field: string): unknown {
  const value = row[field];
  if (value instanceof Error) throw value;
  return value;
}

export function textIn(row: Row, field: string): string | null {
  const value = valueIn(row, field);
  return typeof value === 'string' ? value : null;
}

/** A list of texts; none where it is null. */
export function textsIn(row: Row, field: string): readonly string[] {
  const value = valueIn(row, field);
  return Array.isArray(value) ? value.map(String) : [];
}

export function numberIn(row: Row, field: string): number | null {
  const value = valueIn(row, field);
  return typeof value === 'number' ? value : null;
}

export function flagIn(row: Row, field: string): boolean | null {
  const value = valueIn(row, field);
  return typeof value === 'boolean' ? value : null;
}

/** What the statement brought for this very field of the answer. */
export function slotValue(row: Row, info: GraphQLResolveInfo): unknown {
  const value = row[SLOTS]?.[info.path.key];
  if (value === undefined)
    throw new Error(`${info.parentType.name}.${info.fieldName} was not part of the statement.`);
  if (value instanceof Error) throw value;
  return value;
}

export function rowAt(row: Row, info: GraphQLResolveInfo): Row | null {
  return rowOrNull(slotValue(row, info));
}

export function rowsAt(row: Row, info: GraphQLResolveInfo): readonly Row[] {
  const value = slotValue(row, info);
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** The rows of a list without page that holds more than such lists give. */
export class CutRows {
  readonly rows: readonly Row[];
  readonly limit: number;

  constructor(rows: readonly Row[], limit: number) {
    this.rows = rows;
    this.limit = limit;
  }
}

/** The rows of a list without page; `report` is told if some are missing. */
export const listAt = (row: Row, info: GraphQLResolveInfo, report: (limit: number) => void): readonly Row[] =>
  listOf(slotValue(row, info), report);

/** The same of a root field. */
export function listOf(found: unknown, report: (limit: number) => void): readonly Row[] {
  if (Array.isArray(found)) return found.filter(isRow);
  if (!(found instanceof CutRows)) return [];
  report(found.limit);
  return found.rows;
}
