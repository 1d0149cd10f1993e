import type { Capabilities } from '../database/capabilities.ts';
import { columnsOf, isTableType, TABLES } from '../database/tables.ts';

/** Tables of the graph that are not there, or that this user may not read. */
export const missingTables = ({ hasTable }: Capabilities): readonly string[] =>
  Object.values(TABLES).flatMap(({ name }) => (hasTable(name) ? [] : [name]));

/** The same for columns, `schema.table.column`, in tables that are there. */
export const missingColumns = ({ hasColumn, hasTable }: Capabilities): readonly string[] =>
  Object.keys(TABLES)
    .filter(isTableType)
    .filter((type) => hasTable(TABLES[type].name))
    .flatMap((type) => {
      const { name: table } = TABLES[type];
      return [...columnsOf(type).values()].flatMap(({ name }) =>
        hasColumn(table, name) ? [] : [`${table}.${name}`],
      );
    });
