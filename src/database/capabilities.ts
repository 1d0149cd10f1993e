import { LineageError } from '../errors.ts';
import type { Rows, Statement } from './statement.ts';
import { SCHEMAS } from './tables.ts';

/** What the connected database has and lets its user read: names as `schema.table`, and columns within them. */
export interface Capabilities {
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, number | null>>;
  hasTable(table: string): boolean;
  hasColumn(table: string, column: string): boolean;
  /** Whether a table, or a column of it, is there although this user may not read it. */
  isHidden(table: string, column?: string): boolean;
  /** Whether a column is a timestamp without time zone. */
  isWithoutZone(table: string, column: string): boolean;
  /** About how many bytes a JSON column holds per row, by the statistics; undefined where there are none. */
  bytesOf(table: string, column: string): number | undefined;
  /** About how many rows a table has, as a power of two; 0 where nobody has counted. */
  rowsOf(table: string): number;
  /** Whether reading all of a table is felt. */
  isLarge(table: string): boolean;
  /** Whether an index finds the rows with a value of a column. */
  isLed(table: string, column: string | undefined): boolean;
  /** The columns of each index over all rows of a table, in their order; null for an expression. */
  indexesOf(table: string): readonly Index[];
  /** By which column Citus spreads a table; undefined for one that is whole in one place, or in each. */
  distributionOf(table: string): { readonly column: string; readonly group: number } | undefined;
}

export type Index = readonly (string | null)[];

/** From so many rows on, reading a whole table takes a tenth of a second and more. */
const LARGE = 2 ** 17;

/**
 * A column that this user may not read is false, and as good as absent. A timestamp without time zone is "timestamp".
 * The size of JSON is that in the row, or that of what is kept apart from the row if that is larger; in powers of two,
 * so that it seldom changes.
 */
const LOOK: Statement = {
  text: `select n.nspname || '.' || c.relname, json_object_agg(a.attname,
    case when not (has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select')) then 'false'::json
    when a.atttypid = 'timestamp'::regtype then '"timestamp"'::json
    when a.atttypid in ('json'::regtype, 'jsonb'::regtype) then
      (select to_json(power(2, ceil(log(2, greatest(max(s.avg_width), 1))))::bigint) from (
        select avg_width::numeric from pg_catalog.pg_stats
        where schemaname = n.nspname and tablename = c.relname and attname = a.attname
        union all select pg_relation_size(c.reltoastrelid) / c.reltuples::numeric
        where c.reltoastrelid <> 0 and c.reltuples > 0
      ) as s) end order by a.attnum)::text,
  (select json_build_object('rows', power(2, round(log(2, greatest(c.reltuples, 1)::numeric)))::bigint, 'indexes',
    array(select to_json(array(select (select attname from pg_catalog.pg_attribute where attrelid = c.oid and attnum = i.indkey[k])
      from generate_series(0, i.indnkeyatts - 1) as k order by k)) from pg_catalog.pg_index i
      join pg_catalog.pg_class x on x.oid = i.indexrelid join pg_catalog.pg_am m on m.oid = x.relam
      where i.indrelid = c.oid and i.indisvalid and i.indpred is null and m.amname = 'btree' order by i.indexrelid))::text)
, to_regclass('pg_catalog.pg_dist_partition')::text
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where n.nspname = any($1::text[]) and c.relkind in ('r', 'v', 'm', 'f', 'p')
group by n.nspname, c.oid, c.relname, c.reltuples order by 1`,
  values: [SCHEMAS],
};

/**
 * Tables that Citus distributes: by the hash ('h'), the range ('r') or the place in a list ('a') of a column, whose
 * number in the table stands in the catalog as PostgreSQL writes a tree. Reference tables ('n') are whole everywhere.
 */
const LOOK_AT_CITUS: Statement = {
  text: `select n.nspname || '.' || c.relname, a.attname, d.colocationid from pg_catalog.pg_dist_partition d
join pg_catalog.pg_class c on c.oid = d.logicalrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid
  and a.attnum = substring(d.partkey::text from ':varattno ([0-9]+)')::integer
where n.nspname = any($1::text[]) and d.partmethod in ('h', 'r', 'a') order by 1`,
  values: [SCHEMAS],
};

/** Migrations run under the server: what was missing is there after them, and what was there may be gone. */
const LOOK_AGAIN_MS = 5000;

/** Looks when first asked, then every few seconds as long as somebody asks, and at once when told that something is gone. */
export class CapabilityMemory {
  readonly #query: (statement: Statement) => Promise<Rows>;
  #known: Capabilities | undefined;
  #answer: Promise<Capabilities> | undefined;
  /** What `#known` was made of. */
  #rows = '';
  #looking: Promise<Capabilities> | undefined;
  #looked = Number.NEGATIVE_INFINITY;

  constructor(query: (statement: Statement) => Promise<Rows>) {
    this.#query = query;
  }

  /** The same object as long as the database has the same: statements are written for it. */
  get(): Promise<Capabilities> {
    const isFresh = performance.now() - this.#looked < LOOK_AGAIN_MS;
    if (isFresh && this.#answer) return this.#answer;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** A table or column that was there is gone: the next request looks again. */
  forgetIfMissing(error: unknown): void {
    if (error instanceof LineageError && error.code === 'NOT_IN_THIS_DATABASE')
      this.#looked = Number.NEGATIVE_INFINITY;
  }

  async #look(): Promise<Capabilities> {
    try {
      const rows = await this.#query(LOOK);
      const distributed = typeof rows[0]?.[3] === 'string' ? await this.#query(LOOK_AT_CITUS) : [];
      const text = JSON.stringify([rows, distributed]);
      if (text !== this.#rows || !this.#known) {
        this.#known = read(rows, distributed);
        this.#answer = Promise.resolve(this.#known);
      }
      this.#rows = text;
      this.#looked = performance.now();
      return this.#known;
    } catch (error) {
      // A database that does not answer now has what it had.
      if (this.#known) return this.#known;
      throw error;
    }
  }
}

function read(rows: Rows, distributed: Rows): Capabilities {
  const tables = new Map<string, ReadonlyMap<string, number | null>>();
  const hidden = new Set<string>();
  const withoutZone = new Set<string>();
  const found = new Map<string, { readonly rows: number; readonly indexes: readonly Index[] }>();
  for (const [name, columns, size] of rows) {
    const table = String(name);
    found.set(table, JSON.parse(String(size)));
    const readable = new Map<string, number | null>();
    for (const [column, bytes] of Object.entries<number | null | false | 'timestamp'>(
      JSON.parse(String(columns)),
    )) {
      if (bytes === false) hidden.add(`${table}.${column}`);
      else if (bytes === 'timestamp') {
        withoutZone.add(`${table}.${column}`);
        readable.set(column, null);
      } else readable.set(column, bytes);
    }
    if (readable.size > 0) tables.set(table, readable);
    else hidden.add(table);
  }
  const distributions = new Map(
    distributed.map(([table, column, group]) => [
      String(table),
      { column: String(column), group: Number(group) },
    ]),
  );
  const rowsOf = (table: string): number => found.get(table)?.rows ?? 0;
  const indexesOf = (table: string): readonly Index[] => found.get(table)?.indexes ?? [];
  return {
    tables,
    rowsOf,
    indexesOf,
    distributionOf: (table) => distributions.get(table),
    isLarge: (table) => rowsOf(table) >= LARGE,
    isLed: (table, column) => indexesOf(table).some(([first]) => first === column),
    hasTable: (table) => tables.has(table),
    isHidden: (table, column) => hidden.has(column === undefined ? table : `${table}.${column}`),
    isWithoutZone: (table, column) => withoutZone.has(`${table}.${column}`),
    hasColumn: (table, column) => tables.get(table)?.has(column) ?? false,
    bytesOf: (table, column) => tables.get(table)?.get(column) ?? undefined,
  };
}
