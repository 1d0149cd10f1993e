import type { Capabilities } from '../database/capabilities.ts';
import { columnsOf, isTableType, TABLES } from '../database/tables.ts';

const NAMES = Object.values(TABLES).map(({ name }) => name);

/** The columns of the graph, each with its table. */
export const COLUMNS = Object.keys(TABLES)
  .filter(isTableType)
  .flatMap((type) =>
    [...columnsOf(type).values()].map(({ name, kind }) => ({ table: TABLES[type].name, name, kind })),
  );

/** Tables of the graph that are not there. */
export const missingTables = ({ hasTable, isHidden }: Capabilities): readonly string[] =>
  NAMES.filter((name) => !hasTable(name) && !isHidden(name));

/** Columns of the graph, `schema.table.column`, that are not there in tables that are. */
export const missingColumns = ({ hasColumn, hasTable, isHidden }: Capabilities): readonly string[] =>
  COLUMNS.filter(
    ({ table, name }) => hasTable(table) && !hasColumn(table, name) && !isHidden(table, name),
  ).map(({ table, name }) => `${table}.${name}`);

/** Tables of the graph, and columns in the others, that are there but may not be read by this user. */
export const hiddenNames = ({ hasTable, isHidden }: Capabilities): readonly string[] => [
  ...NAMES.filter((name) => !hasTable(name) && isHidden(name)),
  ...COLUMNS.filter(({ table, name }) => hasTable(table) && isHidden(table, name)).map(
    ({ table, name }) => `${table}.${name}`,
  ),
];
