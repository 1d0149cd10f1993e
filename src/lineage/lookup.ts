import { sql } from 'kysely';
import { Late, parameter } from '../database/sql.ts';
import type { Edge } from './edges.ts';
import type { Root, WriteRoot } from './plan.ts';
import { isSingle, type Request } from './request.ts';
import { columnsOfType } from './workflow-run-columns.ts';

/** A row of a type by the values of some fields. Made once for each set of fields, used by all requests. */
export interface Lookup extends Root {
  readonly fields: readonly string[];
}

export function lookupBy(type: string, fields: readonly string[]): Lookup {
  const on = Object.fromEntries(fields.map((field) => [field, field]));
  const edge: Edge = { to: type, as: 'one', on, description: '' };
  return { key: `${type} ${fields}`, fields, need: { kind: 'edge', edge }, write: writeLookup(edge) };
}

const LOOKUPS = 'lookups';
const PLACE = 'place';

/**
 * Rows looked up by their keys, all those of one plan together: one answer per key, in the order of the keys. A
 * single key has a form of its own, since PostgreSQL plans a statement over a list anew each time; LIMIT hides the
 * key's value, or it would also plan anew for each key where some run is much larger than the others.
 */
const writeLookup =
  (edge: Edge): WriteRoot =>
  (writer, root, { keys }) => {
    const fields = Object.keys(edge.on);
    const kind = (field: string) => columnsOfType(edge.to).get(field)?.kind ?? 'String';
    const parent = { column: (field: string) => sql.ref(`${LOOKUPS}.${field}`) };
    const { sql: json, read } = writer.slot(root, LOOKUPS, parent);
    const names = [...fields, PLACE].map((name) => sql.ref(name));
    const from = isSingle(keys)
      ? sql`(select ${sql.join([...fields.map((field, index) => parameter(keyAt(index, 0), kind(field))), sql`1`])} limit 1)`
      : sql`unnest(${sql.join(fields.map((field, index) => parameter(keysAt(index), kind(field), '[]')))}) with ordinality`;
    const answer =
      json && sql`select ${json}::text as answer from ${from} as ${sql.ref(LOOKUPS)}(${sql.join(names)})`;
    return {
      sql: answer && (isSingle(keys) ? answer : sql`${answer} order by ${sql.ref(`${LOOKUPS}.${PLACE}`)}`),
      read,
    };
  };

const keysAt = (index: number) => new Late((request: Request) => request.keys[index]);
const keyAt = (index: number, place: number) => new Late((request: Request) => request.keys[index]?.[place]);
