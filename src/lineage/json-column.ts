import { sql } from 'kysely';
import { fits } from '../connection/value.ts';
import type { RowAlias, Sql } from '../database/sql.ts';
import type { ColumnKind } from '../database/tables.ts';
import { asItIs, type Part } from './request.ts';
import { columnsOfType } from './workflow-run-columns.ts';

/** A column as it travels in JSON. What the graph has as a text is one, whatever its type in this database. */
export function jsonColumn(type: string, field: string, row: RowAlias): Sql {
  const column = row.column(field);
  return TEXTS.has(kindOf(type, field)) ? sql`${column}::text` : column;
}

/** A 63-bit number too, since whoever parses a JSON number of that size rounds it. */
const TEXTS: ReadonlySet<ColumnKind | undefined> = new Set(['String', 'BigInt'] as const);

const kindOf = (type: string, field: string): ColumnKind | undefined => columnsOfType(type).get(field)?.kind;

/** Kinds whose values are checked as they are read: nothing does it behind this. Texts are texts by their statement. */
const CHECKED: ReadonlySet<ColumnKind | undefined> = new Set(['Int', 'Boolean'] as const);

/** How a value of a column is read. */
export function columnReader(type: string, field: string): Part['read'] {
  const kind = kindOf(type, field);
  if (!kind || !CHECKED.has(kind)) return asItIs;
  return (value) =>
    value === null || fits(value, kind)
      ? value
      : new TypeError(`${type}.${field} holds a value that is no ${kind}.`);
}
