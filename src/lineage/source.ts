import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import type { TableType } from '../database/tables.ts';

/** Where rows come from: a FROM clause, the conditions that go with it, and the row it gives. */
export interface Source {
  readonly from: Sql;
  readonly where: readonly Sql[];
  readonly row: RowAlias;
  /** Columns that belong to the edge and not to the row, e.g. a distance. */
  readonly edge?: RowAlias;
  /**
   * Rows of other tables through which these rows are reached, each row of them leading to rows of its own: a page is
   * then limited for each of them, inside the database. The conditions in `where` refer to them.
   */
  readonly through?: { readonly from: Sql; readonly where: readonly Sql[] };
  /** The columns of the row are sums over all rows. */
  readonly sums?: true;
  /** For sums: when there is such a row at all. */
  readonly having?: Sql;
  /** One row for each group of rows; conditions on its sums are a HAVING. */
  readonly groupBy?: Sql;
  /** As many rows, written so that the planner can tell how many, where it cannot of these. */
  readonly expected?: Pick<Source, 'from' | 'where' | 'groupBy'>;
}

/** One row that is joined to the row it belongs to, and at most one: the planner is free to order such joins. */
export interface JoinedRow {
  readonly joins: readonly { readonly from: Sql; readonly on: readonly Sql[] }[];
  readonly row: RowAlias;
  /** Whether there is such a row. */
  readonly present: Sql;
}

type Join = JoinedRow['joins'][number];

export const leftJoin = ({ from, on }: Join): Sql => sql`left join ${from} on ${and(on)}`;

/** A FROM clause with the rows that are joined to its own. */
export const withJoins = (from: Sql, joins: readonly Join[]): Sql =>
  sql.join([from, ...joins.map(leftJoin)], sql` `);

/** Rows with the same value of `field` lie together, and with those of other tables of the same group. */
export interface Distribution {
  readonly field: string | undefined;
  readonly group: number;
}

/**
 * What relations may ask for the parts of a statement that name tables. It throws NOT_IN_THIS_DATABASE for a table or
 * column that is missing, and FORBIDDEN for one that the caller may not read, so nothing else has to ask.
 */
export interface Sources {
  /** The rows of a table that the caller may read, with the columns that no table holds. */
  table(type: TableType): Source;
  /** Whether the database has the table, or a column of it. */
  has(type: TableType, field?: string): boolean;
  /** Whether an index of the database begins with these columns, in any order. */
  hasIndex(type: TableType, fields: readonly string[]): boolean;
  /** About how many rows a table has; 0 where nobody has counted. */
  rowsOf(type: TableType): number;
  /** How the rows of a table are spread over several databases; undefined where one holds them all. */
  distributionOf(type: TableType): Distribution | undefined;
  /** A name that nothing else in the statement has, e.g. `vectors_2`. */
  alias(name: string): string;
}

/** The rows of a source in one FROM, with those through which they are reached. */
export function whole({ through, ...source }: Source): Source {
  if (!through) return source;
  return {
    ...source,
    from: sql`${through.from} cross join ${source.from}`,
    where: [...through.where, ...source.where],
  };
}
