/** What the connected database has: names as `schema.table` and `schema.table.column`. */
export interface Capabilities {
  hasTable(table: string): boolean;
  hasColumn(table: string, column: string): boolean;
}
