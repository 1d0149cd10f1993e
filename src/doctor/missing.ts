import type { Capabilities } from '../database/capabilities.ts';
import { columnsOf, isTableType, TABLES } from '../database/tables.ts';

/** Tables of the graph that are not there. */
export const missingTables = ({ hasTable, isHidden }: Capabilities): readonly string[] =>
  Object.values(TABLES).flatMap(({ name }) => (hasTable(name) || isHidden(name) ? [] : [name]));

/** Tables of the graph, and columns in the others, that are there but may not be read by this user. */
export const hiddenNames = ({ hasTable, isHidden }: Capabilities): readonly string[] =>
  Object.keys(TABLES)
    .filter(isTableType)
    .flatMap((type) => {
      const { name: table } = TABLES[type];
      if (!hasTable(table)) return isHidden(table) ? [table] : [];
      return [...columnsOf(type).values()].flatMap(({ name }) =>
        isHidden(table, name) ? [`${table}.${name}`] : [],
      );
    });

/** Columns of the graph, `schema.table.column`, that are not there in tables that are. */
export const missingColumns = ({ hasColumn, hasTable, isHidden }: Capabilities): readonly string[] =>
  Object.keys(TABLES)
    .filter(isTableType)
    .filter((type) => hasTable(TABLES[type].name))
    .flatMap((type) => {
      const { name: table } = TABLES[type];
      return [...columnsOf(type).values()].flatMap(({ name }) =>
        hasColumn(table, name) || isHidden(table, name) ? [] : [`${table}.${name}`],
      );
    });
