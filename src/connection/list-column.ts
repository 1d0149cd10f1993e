import type { Column } from '../database/tables.ts';

/** A column by which a list can be asked. */
export interface ListColumn extends Column {
  /** Whether rows can be compared and sorted by it; if not, only whether it has a value can be asked. */
  readonly compared: boolean;
  /** Whether its table grows without end and no index of a real deployment finds rows by it. */
  readonly isUnserved?: boolean;
}

/** What a column means, as a filter or an order. */
export const columnMeaning = ({ description = '', isUnserved }: ListColumn): string =>
  isUnserved
    ? `${description} No index serves it: a list of all rows may read the whole table.`
    : description;
