import { createHash } from 'node:crypto';
import type { Capabilities } from '../database/capabilities.ts';
import { compileSql, Late, type Sql } from '../database/sql.ts';
import type { Asked } from './asked.ts';
import type { Access } from './check/access.ts';
import { QueryCheck } from './check/check-query.ts';
import { PRICES } from './estimated-cost.ts';
import { type Part, partsIn, partsOf } from './parts.ts';
import type { Cell, QueryCell } from './query.ts';
import { ROOT } from './root.ts';
import { rootReader } from './rows/read-cells.ts';
import { partReader, type ReadPart } from './rows/read-part.ts';
import type { ReadValue } from './rows/row-reader.ts';
import { DatabaseSources } from './sources.ts';
import { writePart } from './write/write-part.ts';
import { QueryWriter } from './write/write-query.ts';

/** A statement ready for any request of its shape. */
export interface Written {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly ((asked: Asked) => unknown)[];
  /** Whether it, or a part of it, needs `Asked.prices`. */
  readonly readsPrices: boolean;
}

/** A query ready for any request of its shape: its statement, and those of its parts. */
export interface Prepared extends Written {
  readonly read: ReadValue;
  readonly parts: readonly PreparedPart[];
}

export interface PreparedPart extends Written {
  readonly cell: QueryCell;
  readonly read: ReadPart;
  readonly parts: readonly PreparedPart[];
}

/**
 * The statement of a query, as this database has its parts and this caller may read them. Throws what the root itself
 * lacks: NOT_IN_THIS_DATABASE, FORBIDDEN, BAD_USER_INPUT. `isFew`: see `PageQuery`.
 */
export function prepareQuery(
  query: Cell,
  asked: Asked,
  capabilities: Capabilities,
  access: Access,
  isFew = false,
): Prepared {
  const found = new QueryCheck(new DatabaseSources(capabilities, access), asked).root(query);
  const checked = isFew ? ofFew(found) : found;
  // Each statement names its rows anew.
  const writer = (): QueryWriter => new QueryWriter(new DatabaseSources(capabilities, access), asked);
  const parts = partsIn(checked, ROOT).map((part) => preparePart(part, writer));
  return { ...written(writer().root(checked), parts), read: rootReader(checked, ROOT), parts };
}

function preparePart(part: Part, writer: () => QueryWriter): PreparedPart {
  const parts = partsOf(part.cell.query).map((below) => preparePart(below, writer));
  return { ...written(writePart(writer(), part), parts), cell: part.cell, read: partReader(part), parts };
}

function written(statement: Sql, parts: readonly Written[]): Written {
  const { sql: text, parameters } = compileSql(statement);
  return {
    name: createHash('sha256').update(text).digest('base64url'),
    text,
    parameters: parameters.map((value) => (value instanceof Late ? value.read : () => value)),
    readsPrices: parameters.includes(PRICES) || parts.some(({ readsPrices }) => readsPrices),
  };
}

const ofFew = (cell: Cell): Cell =>
  cell.kind === 'query' && cell.query.kind === 'page'
    ? { ...cell, query: { ...cell.query, isFew: true } }
    : cell;
