import { sql } from 'kysely';
import { flattenCells, jsonArray, type RowAlias, type Sql } from '../database/sql.ts';
import type { DerivedRow } from './derived-row.ts';
import { type Edge, startOf } from './edges.ts';
import { jsonColumn } from './json-column.ts';
import { asCells, asItIs, type Part, type Request } from './request.ts';
import { keyOf } from './workflow-run-columns.ts';

export type Columns = readonly (readonly unknown[])[];

/** Rows that rows of a list lead to, each found by a key that these hold in its place. */
interface Shared {
  readonly key: Sql;
  /** Two columns: keys, and rows. */
  readonly found: Sql;
  readonly read: Part['read'];
}

/**
 * The rows of a subquery as they travel: column by column, one JSON array each, which takes fewer brackets to write and
 * to parse than row by row. What several of them lead to, as the chunks of a page do to the few papers they are cut
 * from, is read once and travels once.
 */
export class RowList {
  readonly row: DerivedRow;
  readonly #type: string;
  readonly #shared: Shared[] = [];

  /** `row`: a row of the subquery, as those who read it name its columns. */
  constructor(row: DerivedRow, type: string) {
    this.row = row;
    this.#type = type;
  }

  /** Whether several rows can lead to the same one: they cannot by what only one of them has. */
  canShare(edge: Edge): boolean {
    return edge.as === 'one' && !startOf(edge).includes(keyOf(this.#type));
  }

  /** What `edge` leads to from each row, once for all that lead to the same. `write` reads it from one of these. */
  share(edge: Edge, one: DerivedRow, write: (from: RowAlias) => Part): Part {
    const key = (row: RowAlias): Sql => {
      const columns = startOf(edge).map((field) => jsonColumn(this.#type, field, row));
      const [only] = columns;
      return only && columns.length === 1 ? only : jsonArray(columns);
    };
    const { sql: cell, read } = write(one);
    const columns = jsonColumns([key(one), cell ?? sql`null`]);
    const found = sql`(select ${columns} from (select distinct ${one.selectList()} from ${this.row.name}) as ${one.name})`;
    const shared = { key: key(this.row), found, read };
    this.#shared.push(shared);
    return { sql: shared.key, read: asItIs };
  }

  /** `cells`: what each row brings. `rows`: the subquery, once all is written that reads it. */
  write(cells: readonly Sql[], rows: () => Sql): Sql {
    const name = this.row.name;
    if (this.#shared.length === 0) return sql`(select ${jsonColumns(cells)} from ${rows()} as ${name})`;
    const all = jsonColumns(
      cells,
      this.#shared.map(({ found }) => found),
    );
    return sql`(with ${name} as materialized ${rows()} select ${all} from ${name})`;
  }

  /** What was written, as the columns of `cells`. */
  read(value: unknown, cells: readonly Sql[], request: Request): Columns {
    const columns = flattenCells(asCells(value), cells.length + this.#shared.length).map(asCells);
    for (const [place, { key, read }] of this.#shared.entries()) {
      const [keys, rows = []] = (columns[cells.length + place] ?? []).map(asCells);
      const found = new Map(keys?.map((one, at) => [textOf(one), read(rows[at], request, {})]));
      const index = cells.indexOf(key);
      columns[index] = (columns[index] ?? []).map((one) => found.get(textOf(one)) ?? null);
    }
    return columns;
  }
}

const jsonColumns = (cells: readonly Sql[], others: readonly Sql[] = []): Sql =>
  jsonArray([...(cells.length > 0 ? cells : [sql`1`]).map((cell) => sql`json_agg(${cell})`), ...others]);

const textOf = (key: unknown): string => (typeof key === 'string' ? key : JSON.stringify(key));

export const lengthOf = (columns: Columns): number => columns[0]?.length ?? 0;
