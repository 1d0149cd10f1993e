import type { SqlSession } from '../../prisma/migrate.ts';
import { TABLES } from '../../src/database/tables.ts';
import { snake } from './types.ts';

export interface Distributed {
  readonly table: string;
  readonly column: string;
  readonly group: number;
}

/**
 * Makes the catalog of Citus, as far as the API reads it, in a database that has none. The tables stay where they are,
 * so that the same rows can be read in both ways.
 */
export async function distribute(
  { exec }: Pick<SqlSession, 'exec'>,
  tables: readonly Distributed[],
): Promise<void> {
  const rows = tables.map(
    ({ table, column, group }) => `select '${table}'::regclass, 'h'::"char",
      '{VAR :varno 1 :varattno ' || attnum || ' :vartype ' || atttypid || '}', ${group}
      from pg_attribute where attrelid = '${table}'::regclass and attname = '${column}'`,
  );
  await exec(`set allow_system_table_mods = on;
    create table pg_catalog.pg_dist_partition
      (logicalrelid regclass, partmethod "char", partkey text, colocationid integer);
    insert into pg_catalog.pg_dist_partition ${rows.join(' union all ')};
    reset allow_system_table_mods`);
}

/** Each table by its key and in a group of its own: no edge joins rows that lie together. */
export const EACH_FOR_ITSELF: readonly Distributed[] = Object.values(TABLES).map(({ name, key }, index) => ({
  table: name,
  column: snake(key),
  group: index + 1,
}));
