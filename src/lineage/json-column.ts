import { sql } from 'kysely';
import type { RowAlias, Sql } from '../database/sql.ts';
import { columnsOfType } from './workflow-run-columns.ts';

/** A column as it travels in JSON: 63-bit numbers as text, since whoever parses a JSON number of that size rounds it. */
export function jsonColumn(type: string, field: string, row: RowAlias): Sql {
  const column = row.column(field);
  return columnsOfType(type).get(field)?.kind === 'BigInt' ? sql`${column}::text` : column;
}
