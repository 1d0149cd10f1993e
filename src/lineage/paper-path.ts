import { sql } from 'kysely';
import { compileSql, type Sql } from '../database/sql.ts';

/**
 * How paths of papers are compared: as the producer does, without regard to case, `\` and `/` alike. The same paper
 * lies in `papers\` where a run was started and in `/app/papers/` where it was ingested. Both are expressions of one
 * column, so that an index can serve them.
 */
export const foldedPath = (path: Sql): Sql => sql`rtrim(lower(replace(${path}, '\\', '/')), '/')`;

/** The last part of a path: of two paths with the same one the producer says that they are the same paper. */
export const fileName = (path: Sql): Sql => sql`regexp_replace(${foldedPath(path)}, '^.*/', '')`;

/** Whether a path lies below a folder. As a range, since an index on `foldedPath` in the collation C can serve it. */
export function isBelow(path: Sql, folder: Sql): Sql {
  const folded = sql`${foldedPath(path)} collate "C"`;
  // '0' is the character behind '/'.
  return sql`${folded} >= ${foldedPath(folder)} || '/' and ${folded} < ${foldedPath(folder)} || '0'`;
}

/** The folders that a path lies below, folded, as an array. */
export function foldersOf(path: Sql): Sql {
  const parts = sql`string_to_array(${foldedPath(path)}, '/')`;
  return sql`array(select array_to_string((${parts})[1:n], '/') from generate_series(1, array_length(${parts}, 1) - 1) as n)`;
}

const ofColumn = (expression: (path: Sql) => Sql, column: string): string =>
  compileSql(expression(sql.ref(column))).sql.replaceAll(`"${column}"`, column);

/** The expressions that an index can be made on, for a column. */
export const pathExpressions = (column: string) => ({
  fileName: ofColumn(fileName, column),
  folded: ofColumn(foldedPath, column),
  foldedInOrder: `${ofColumn(foldedPath, column)} collate "C"`,
});
