import type { ListedType } from '../../connection/where-input.ts';
import type { RowType } from '../row-type.ts';

/**
 * Rows that only an answer has, as lists have them: filtered and sorted by these fields of theirs, by all unless given.
 * Such rows have no policy: who may read what they are made of may read them.
 */
export const listedColumns = (
  { name, columns }: RowType,
  fields: readonly string[] = [...columns.keys()],
): ListedType => ({
  name,
  columns: fields.flatMap((field) => {
    const column = columns.get(field);
    return column && column.kind !== 'Json' ? [{ ...column, compared: true }] : [];
  }),
  related: () => [],
});
