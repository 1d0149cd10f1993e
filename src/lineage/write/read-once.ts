import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../../database/sql.ts';
import { givenTo } from '../given.ts';
import { lateColumns } from '../late-columns.ts';
import type { Cell } from '../query.ts';
import { whole } from '../source.ts';
import { overRows, shareDear, sumsByRows, takesAll } from './same-sums.ts';
import type { Writer } from './writer.ts';

interface ReadOnce {
  readonly cells: readonly Cell[];
  /** The values of the cells, with what they are read from. */
  readonly of: (values: Sql) => Sql;
}

/**
 * The cells of one row. Where several are sums over the same rows and ask for the same dear column of them, these are
 * read once for all, if one of them takes every row: what filters have an index for is then read anyway. To keep the
 * rows costs more than to read them again, so without such a column they are.
 */
export function readOnce(writer: Writer, cells: readonly Cell[], parent: RowAlias): ReadOnce {
  const tables: Sql[] = [];
  const replaced = new Map<Cell, Cell>();
  for (const same of sumsByRows(cells)) {
    const [first] = same;
    if (!first || !same.some((one) => takesAll(writer, one)) || !shareDear(writer, same, parent)) continue;
    const { over } = first.sums;
    const { sources, asked } = writer;
    const source = whole(over.source(sources, parent, givenTo(first.cell.query.rows, asked, sources)));
    // Whether there is a sum at all is said of these rows themselves.
    if (source.having) continue;
    const { alias, row, selected } = lateColumns(sources, 'summed', [source.row]);
    tables.push(
      sql`${alias} as materialized (select ${sql.join(selected)} from ${source.from} where ${and(source.where)})`,
    );
    for (const one of same) replaced.set(one.cell, overRows(one, { from: alias, where: [], row }));
  }
  if (tables.length === 0) return { cells, of: (values) => values };
  return {
    cells: cells.map((cell) => replaced.get(cell) ?? cell),
    of: (values) => sql`(with ${sql.join(tables)} select ${values})`,
  };
}
