import { sql } from 'kysely';
import { checkValue } from '../connection/value.ts';
import type { Column } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import { decodeNodeId } from '../schema/node-id.ts';
import { rowsNamed } from './joined.ts';
import type { Relation } from './relation.ts';
import { idFieldOf, kindOf, type RowType, rowOf } from './row-type.ts';

const text = (field: string): [string, Column] => [
  field,
  { field, name: field, kind: 'String', nullable: false },
];

/** A reference to a row of any type: the name of its type, and its key as text. */
const NODE_REFERENCE: RowType = {
  name: 'NodeReference',
  columns: new Map<string, Column>([
    text('type'),
    text('key'),
    ['place', { field: 'place', name: 'place', kind: 'Int', nullable: false }],
  ]),
  key: ['place'],
  defaultOrder: [],
};

interface Ids {
  readonly types: readonly string[];
  readonly nodes: readonly { readonly typename: string; readonly id: string }[];
}

const MAX_IDS = 500;

/** The rows with these global ids, in their order. */
export const nodesById = (
  name: string,
  as: 'one' | 'list',
  isType: (name: string) => boolean,
): Relation<Ids> => ({
  name,
  to: NODE_REFERENCE,
  as,
  startsAt: [],
  description: '',
  reads: [],
  orderBy: [{ field: 'place' }],
  args: {
    read: (given) => {
      const ids = as === 'one' ? [given.id] : Array.isArray(given.ids) ? given.ids : [];
      if (ids.length > MAX_IDS) throw badInput(`ids takes up to ${MAX_IDS} ids, but got ${ids.length}.`);
      const nodes = ids.map((id) => readId(String(id), isType));
      const types = [...new Set(nodes.map(({ typename }) => typename))].sort();
      return { value: { types, nodes }, shape: String(types) };
    },
  },
  types: ({ types }) => types,
  cost: ({ nodes }) => ({ base: 0, rows: nodes.length }),
  source: (sources, _parent, given) => {
    const alias = sources.alias('node');
    const types = given.parameter(({ nodes }) => nodes.map(({ typename }) => typename), 'String', '[]');
    const keys = given.parameter(({ nodes }) => nodes.map(({ id }) => id), 'String', '[]');
    return {
      from: sql`unnest(${types}, ${keys}) with ordinality as ${sql.ref(alias)}(type, key, place)`,
      where: [],
      row: rowOf(NODE_REFERENCE, (field) => sql.ref(`${alias}.${field}`)),
    };
  },
});

function readId(id: string, isType: (name: string) => boolean): { typename: string; id: string } {
  const node = decodeNodeId(id);
  if (!isType(node.typename)) throw badInput('Not an id of this API.');
  const type = rowsNamed(node.typename);
  checkValue(node.id, kindOf(type, idFieldOf(type)), 'The id');
  return node;
}
