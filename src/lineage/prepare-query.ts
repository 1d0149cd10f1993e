import { createHash } from 'node:crypto';
import type { Capabilities } from '../database/capabilities.ts';
import { compileSql, Late } from '../database/sql.ts';
import type { Asked } from './asked.ts';
import type { Access } from './check/access.ts';
import { QueryCheck } from './check/check-query.ts';
import { PRICES } from './estimated-cost.ts';
import type { Cell } from './query.ts';
import { ROOT } from './root.ts';
import { rootReader } from './rows/read-cells.ts';
import type { ReadValue } from './rows/row-reader.ts';
import { DatabaseSources } from './sources.ts';
import { QueryWriter } from './write/write-query.ts';

/** A statement ready for any request of its shape. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly ((asked: Asked) => unknown)[];
  readonly read: ReadValue;
  /** Whether it needs `Asked.prices`. */
  readonly readsPrices: boolean;
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
  const statement = new QueryWriter(new DatabaseSources(capabilities, access), asked).root(checked);
  const { sql: text, parameters } = compileSql(statement);
  return {
    name: createHash('sha256').update(text).digest('base64url'),
    text,
    parameters: parameters.map((value) => (value instanceof Late ? value.read : () => value)),
    read: rootReader(checked, ROOT),
    readsPrices: parameters.includes(PRICES),
  };
}

const ofFew = (cell: Cell): Cell =>
  cell.kind === 'query' && cell.query.kind === 'page'
    ? { ...cell, query: { ...cell.query, isFew: true } }
    : cell;
