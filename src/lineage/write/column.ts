import { sql } from 'kysely';
import type { RowAlias, Sql } from '../../database/sql.ts';
import type { ColumnKind } from '../../database/tables.ts';
import { kindOf, type RowType } from '../row-type.ts';

/** A 63-bit number too, since anyone who parses a JSON number of that size rounds it. */
const TEXTS: ReadonlySet<ColumnKind> = new Set(['String', 'BigInt']);

/** A column as it travels in JSON. What the graph has as a text is one, whatever its type in this database. */
export function jsonColumn(type: RowType, field: string, row: RowAlias): Sql {
  const column = row.column(field);
  return TEXTS.has(kindOf(type, field)) ? sql`${column}::text` : column;
}
