import type { Capabilities } from '../database/capabilities.ts';
import { columnsOf, isTableType, TABLES } from '../database/tables.ts';

/** Columns of a large table by which lists of all its rows can be filtered and sorted, although no index finds rows by them or has their order. */
export interface UnservedFilters {
  readonly table: string;
  /** About how many rows it has. */
  readonly rows: number;
  readonly columns: readonly string[];
}

export const unservedFilters = ({
  isLarge,
  isLed,
  rowsOf,
  hasColumn,
}: Capabilities): readonly UnservedFilters[] =>
  Object.keys(TABLES)
    .filter(isTableType)
    .flatMap((type) => {
      const { name: table } = TABLES[type];
      if (!isLarge(table)) return [];
      const columns = [...columnsOf(type).values()]
        .filter(({ name, kind }) => kind !== 'Json' && hasColumn(table, name) && !isLed(table, name))
        .map(({ name }) => name);
      return columns.length > 0 ? [{ table, rows: rowsOf(table), columns }] : [];
    });

/** The statement to make an index for one of them, whose name is to be filled in. */
export const indexForFilter = ({ table }: UnservedFilters): string =>
  `CREATE INDEX CONCURRENTLY ON ${table} (<column>);`;
