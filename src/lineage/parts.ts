import { type Cell, cellsOf, type Query, type QueryCell } from './query.ts';
import type { RowType } from './row-type.ts';

/** A query that is a statement of its own, below another one. */
export interface Part {
  readonly cell: QueryCell;
  /** The rows that lead to it. */
  readonly parentType: RowType;
}

/** The parts right below a query: those below a part are its own. */
export const partsOf = (query: Query): readonly Part[] =>
  cellsOf(query).flatMap((cell) => partsIn(cell, query.rows.relation.to));

export function partsIn(cell: Cell, parentType: RowType): readonly Part[] {
  if (cell.kind === 'node') return cell.of.flatMap(({ query }) => partsOf(query));
  if (cell.kind !== 'query') return [];
  return cell.apart ? [{ cell, parentType }] : partsOf(cell.query);
}
