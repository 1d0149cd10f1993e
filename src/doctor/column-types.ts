import type { Database } from '../database/database.ts';
import { type ColumnKind, TABLES } from '../database/tables.ts';
import { COLUMNS } from './missing.ts';

/** A column of another type than the graph expects. */
export interface OtherType {
  /** `schema.table.column` */
  readonly column: string;
  readonly type: string;
  readonly expected: string;
}

/** The types that are read as each kind of column; the first is the producer's own. */
const TYPES: Readonly<Record<ColumnKind, readonly [string, ...string[]]>> = {
  String: ['text', 'character varying', 'character', 'uuid', 'name'],
  Int: ['integer', 'smallint'],
  BigInt: ['bigint', 'integer', 'smallint'],
  Float: ['double precision', 'real'],
  Boolean: ['boolean'],
  DateTime: ['timestamp with time zone'],
  Json: ['jsonb', 'json'],
};

const FOUND = `select n.nspname || '.' || c.relname || '.' || a.attname, format_type(a.atttypid, null)
from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname || '.' || c.relname = any($1::text[]) and a.attnum > 0 and not a.attisdropped`;

/** The columns of the graph whose type is another one here: their fields may fail, or sort in another way. */
export async function otherTypes(database: Database): Promise<readonly OtherType[]> {
  const names = Object.values(TABLES).map(({ name }) => name);
  const rows = await database.query({ text: FOUND, values: [names] });
  const found = new Map(rows.map(([column, type]) => [String(column), String(type)]));
  return COLUMNS.flatMap(({ table, name, kind }) => {
    const column = `${table}.${name}`;
    const type = found.get(column);
    const [expected] = TYPES[kind];
    return type === undefined || TYPES[kind].includes(type) ? [] : [{ column, type, expected }];
  });
}
