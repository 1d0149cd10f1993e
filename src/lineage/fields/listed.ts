import type { ListedType } from '../../connection/where-input.ts';
import { rowsNamed } from '../joined.ts';
import { edgesOf } from '../related.ts';
import type { RowType } from '../row-type.ts';
import { listColumns } from './list-columns.ts';

/** Rows of a type as lists have them. */
export const listed = (type: RowType): ListedType => ({
  name: type.name,
  columns: listColumns(type),
  related: () =>
    Object.entries(edgesOf(type)).map(([field, { to }]) => ({ field, to: listed(rowsNamed(to)) })),
});
