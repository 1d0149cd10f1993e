import { LineageError } from '../errors.ts';

/** What the connected database has and lets its user read: names as `schema.table`, and columns within them. */
export interface Capabilities {
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  hasTable(table: string): boolean;
  hasColumn(table: string, column: string): boolean;
}

const SCHEMAS = ['auth', 'enrichment', 'indexing', 'ingestion', 'observability', 'retrieval', 'workflow'];

// A column that this user may not read is as good as absent.
const LOOK = {
  text: `select n.nspname || '.' || c.relname, array_to_json(array_agg(a.attname::text))::text
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where n.nspname = any($1::text[]) and c.relkind in ('r', 'v', 'm', 'f', 'p')
  and has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select')
group by 1`,
  values: [SCHEMAS],
};

/** `Database.query`, which is declared above this file. */
type Query = (statement: typeof LOOK) => Promise<readonly (readonly unknown[])[]>;

/** Looks once at the catalog. */
async function lookAt(query: Query): Promise<Capabilities> {
  const rows = await query(LOOK);
  const tables = new Map(
    rows.map(([table, columns]) => [String(table), new Set<string>(JSON.parse(String(columns)))] as const),
  );
  return {
    tables,
    hasTable: (table) => tables.has(table),
    hasColumn: (table, column) => tables.get(table)?.has(column) ?? false,
  };
}

/** Looks when first asked, and again after a failure or when the database is found to have changed. */
export class CapabilityMemory {
  readonly #query: Query;
  #known: Promise<Capabilities> | undefined;

  constructor(query: Query) {
    this.#query = query;
  }

  get(): Promise<Capabilities> {
    this.#known ??= lookAt(this.#query).catch((error: unknown) => {
      this.#known = undefined;
      throw error;
    });
    return this.#known;
  }

  /** A table or column that was there is gone: the next request looks again. */
  forgetIfMissing(error: unknown): void {
    if (error instanceof LineageError && error.code === 'NOT_IN_THIS_DATABASE') this.#known = undefined;
  }
}
