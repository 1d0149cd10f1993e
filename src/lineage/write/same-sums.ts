import { sql } from 'kysely';
import type { RowAlias, Sql } from '../../database/sql.ts';
import { isTableType } from '../../database/tables.ts';
import { argumentsAt } from '../asked.ts';
import { sourceOf } from '../given.ts';
import { type Cell, cellsOf, NO_PLACE, type QueryCell } from '../query.ts';
import type { Relation, Sums } from '../relation.ts';
import { computedOf } from '../row-type.ts';
import type { Writer } from './writer.ts';

/** A cell with sums of a row. */
interface SumsCell {
  readonly cell: QueryCell & Cell;
  readonly sums: Sums;
}

/** The sums of a row, those over the same rows together, where there are several. */
export function sumsByRows(cells: readonly Cell[]): readonly (readonly SumsCell[])[] {
  const found = new Map<string, SumsCell[]>();
  for (const cell of cells) {
    const sums = cell.kind === 'query' && !cell.apart ? cell.query.rows.relation.sums : undefined;
    // Arguments of the relation itself would say which rows.
    if (cell.kind !== 'query' || !sums || sums.over.args) continue;
    found.set(sums.over.name, [...(found.get(sums.over.name) ?? []), { cell, sums }]);
  }
  return [...found.values()].filter(({ length }) => length > 1);
}

export function takesAll({ asked }: Writer, { cell: { condition, query }, sums }: SumsCell): boolean {
  const { place } = query.rows;
  return !condition && sums.ofAll && (place === NO_PLACE || !argumentsAt(asked, place).where);
}

/** Whether several of them need the same column that is dear to compute. */
export function shareDear(writer: Writer, same: readonly SumsCell[], parent: RowAlias): boolean {
  const seen = new Set<string>();
  return same.some((one) => {
    const dear = dearColumns(writer, one, parent);
    const isShared = dear.some((field) => seen.has(field));
    for (const field of dear) seen.add(field);
    return isShared;
  });
}

/** The dear columns that sums are made of: found by making them of a row that takes note of what it is asked for. */
function dearColumns(
  { sources, asked }: Writer,
  { cell, sums }: SumsCell,
  parent: RowAlias,
): readonly string[] {
  const { name } = sums.over.to;
  const computed = isTableType(name) ? computedOf(name) : {};
  const found = new Set<string>();
  const column = (field: string): Sql => {
    if (Object.hasOwn(computed, field) && computed[field]?.isDear) found.add(field);
    return sql`null`;
  };
  const noted = overRows({ cell, sums }, { from: sql``, where: [], row: { column } });
  const { row } = sourceOf(noted.query.rows, sources, parent, asked);
  for (const { field } of cell.query.rows.orders) row.column(field);
  for (const of of cellsOf(cell.query)) if (of.kind === 'column') row.column(of.field);
  return [...found];
}

export function overRows({ cell, sums }: SumsCell, source: ReturnType<Relation['source']>): SumsCell['cell'] {
  const { query } = cell;
  const relation = sums.made({ ...sums.over, source: () => source });
  return { ...cell, query: { ...query, rows: { ...query.rows, relation } } };
}
