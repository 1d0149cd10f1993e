import type { Database, Rows } from '../database/database.ts';
import { TABLES } from '../database/tables.ts';

/** An index as the catalog has it; columns as in `WantedIndex`. */
export interface FoundIndex {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** Only some rows are in it. */
  readonly where: string | undefined;
  /** False for what a CREATE INDEX CONCURRENTLY that failed leaves behind: never used, yet kept up to date. */
  readonly valid: boolean;
}

export interface TableSize {
  readonly table: string;
  readonly bytes: number;
  /** Undefined as long as the table was never analyzed. */
  readonly rows: number | undefined;
}

export interface ServerFacts {
  readonly version: string;
  readonly pgvector: string | undefined;
  readonly user: string;
  /** Tables that the user could change if a session let it. */
  readonly writable: readonly string[];
}

const NAMES = Object.values(TABLES).map(({ name }) => name);

const INDEXES = `select i.indexrelid::regclass::text, n.nspname || '.' || c.relname,
  array_to_json(array(select pg_get_indexdef(i.indexrelid, k, false) || case when i.indoption[k - 1] & 1 = 1 then ' desc' else '' end
    from generate_series(1, i.indnkeyatts) as k order by k))::text,
  pg_get_expr(i.indpred, i.indrelid), i.indisvalid::text
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_class x on x.oid = i.indexrelid join pg_catalog.pg_am m on m.oid = x.relam
where n.nspname || '.' || c.relname = any($1::text[]) and m.amname = 'btree' order by 1`;

export async function foundIndexes(database: Database): Promise<readonly FoundIndex[]> {
  const rows = await database.query({ text: INDEXES, values: [NAMES] });
  return rows.map(([name, table, columns, where, valid]) => ({
    name: String(name),
    table: String(table),
    columns: texts(columns),
    where: where == null ? undefined : String(where),
    valid: valid === 'true',
  }));
}

const SIZES = `select n.nspname || '.' || c.relname, pg_total_relation_size(c.oid)::text, c.reltuples::text
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname || '.' || c.relname = any($1::text[]) and c.relkind in ('r', 'm', 'p') order by pg_total_relation_size(c.oid) desc, 1`;

/** The graph's tables, biggest first. */
export async function tableSizes(database: Database): Promise<readonly TableSize[]> {
  const rows = await database.query({ text: SIZES, values: [NAMES] });
  return rows.map(([table, bytes, tuples]) => ({
    table: String(table),
    bytes: Number(bytes),
    rows: Number(tuples) < 0 ? undefined : Number(tuples),
  }));
}

const FACTS = `select current_setting('server_version'), (select extversion from pg_catalog.pg_extension where extname = 'vector'),
  current_user::text, array_to_json(array(select n.nspname || '.' || c.relname
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname || '.' || c.relname = any($1::text[]) and has_schema_privilege(n.oid, 'usage')
      and has_table_privilege(c.oid, 'insert, update, delete, truncate') order by 1))::text`;

export async function serverFacts(database: Database): Promise<ServerFacts> {
  const [row = []] = await database.query({ text: FACTS, values: [NAMES] });
  const [version, pgvector, user, writable] = row;
  return {
    version: String(version),
    pgvector: pgvector == null ? undefined : String(pgvector),
    user: String(user),
    writable: texts(writable),
  };
}

/** The revision that Ragonometrics' migrations left, `unreadable` if this user may not see it, or undefined. */
export async function alembicRevision(database: Database): Promise<string | undefined> {
  const [[may] = []]: Rows = await database.query({
    text: `select has_table_privilege(to_regclass('public.alembic_version'), 'select')::text`,
    values: [],
  });
  if (may == null) return undefined;
  if (may !== 'true') return 'unreadable';
  const rows = await database.query({ text: 'select version_num from public.alembic_version', values: [] });
  return rows.map(([revision]) => String(revision)).join(', ') || undefined;
}

function texts(json: unknown): readonly string[] {
  const parsed: unknown = JSON.parse(String(json));
  return Array.isArray(parsed) ? parsed.map(String) : [];
}
