import { sql } from 'kysely';
import { LateParts, type RowAlias, type Sql } from '../database/sql.ts';
import { columnName } from '../database/tables.ts';
import { remember } from '../remember.ts';
import type { Sources } from './source.ts';

/** A subquery that selects what is asked of it while the statement is written, and nothing else. */
interface LateColumns {
  readonly alias: Sql;
  readonly row: RowAlias;
  /** The select list of each of the rows that it is made of. */
  readonly selected: readonly Sql[];
}

/** `rows`: those that it is made of, one for each part of a union. */
export function lateColumns(sources: Sources, name: string, rows: readonly RowAlias[]): LateColumns {
  const alias = sources.alias(name);
  const lists: Sql[][] = rows.map(() => []);
  const columns = new Map<string, Sql>();
  const select = (field: string): Sql => {
    const column = columnName(field);
    // Asked of all rows before any list has it: what cannot be had throws here.
    const values = rows.map((row) => sql`${row.column(field)} as ${sql.ref(column)}`);
    for (const [index, value] of values.entries()) lists[index]?.push(value);
    return sql.ref(`${alias}.${column}`);
  };
  return {
    alias: sql.ref(alias),
    row: { column: (field) => remember(columns, field, () => select(field)) },
    selected: lists.map((list) => sql`${new LateParts(list, ', ')}`),
  };
}
