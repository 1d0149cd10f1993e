import { sql } from 'kysely';
import { checkValue } from '../connection/value.ts';
import { columnsByField, derivedColumn, TABLES } from '../database/tables.ts';
import { badInput, LineageError } from '../errors.ts';
import { decodeNodeId, notAnId } from '../schema/node-id.ts';
import { attempt } from './available.ts';
import { rowsNamed } from './joined.ts';
import type { Relation } from './relation.ts';
import { idFieldOf, kindOf, type RowType, rowOf } from './row-type.ts';
import { WORKFLOW_RUN } from './runs.ts';

/** The types of rows that have a global id. */
export const NODE_TYPES: readonly string[] = [...Object.keys(TABLES), WORKFLOW_RUN.name];

/** A row of any type: the name of the type, and as text the field that its global id is made of. */
export interface Reference {
  readonly type: string;
  readonly key: string;
}

const NODE_REFERENCE: RowType = {
  name: 'NodeReference',
  columns: columnsByField([
    derivedColumn('type', 'String', { nullable: false }),
    derivedColumn('key', 'String', { nullable: false }),
    derivedColumn('place', 'Int', { nullable: false }),
  ]),
  key: ['place'],
  defaultOrder: [],
};

/** The rows that references stand for, in their order. */
export const references = <Args>(name: string, of: (args: Args) => readonly Reference[]): Relation<Args> => ({
  name,
  to: NODE_REFERENCE,
  as: 'list',
  startsAt: [],
  description: '',
  reads: [],
  orderBy: [{ field: 'place' }],
  source: (sources, _parent, given) => {
    const alias = sources.alias('node');
    const types = given.parameter((args) => of(args).map(({ type }) => type), 'String', '[]');
    const keys = given.parameter((args) => of(args).map(({ key }) => key), 'String', '[]');
    return {
      from: sql`unnest(${types}, ${keys}) with ordinality as ${sql.ref(alias)}(type, key, place)`,
      where: [],
      row: rowOf(NODE_REFERENCE, (field) => sql.ref(`${alias}.${field}`)),
    };
  },
});

interface Ids {
  readonly types: readonly string[];
  readonly nodes: readonly Reference[];
}

const MAX_IDS = 500;

/** No row has this type. */
const NOTHING: Reference = { type: '', key: '' };

/** The rows with these global ids, in their order. */
export const nodesById = (name: string, as: 'one' | 'list'): Relation<Ids> => ({
  ...references<Ids>(name, ({ nodes }) => nodes),
  as,
  args: {
    read: (given) => {
      const ids = as === 'one' ? [given.id] : Array.isArray(given.ids) ? given.ids : [];
      if (ids.length > MAX_IDS) throw badInput(`ids takes up to ${MAX_IDS} ids, but got ${ids.length}.`);
      const nodes = ids.map((id) => {
        const node = attempt(() => readNodeId(String(id), 'The id'));
        if (!(node instanceof LineageError)) return node;
        // In a list it takes only its own place along: the field says there what is wrong with it.
        if (as === 'one') throw node;
        return NOTHING;
      });
      const types = [...new Set(nodes.map(({ type }) => type))]
        .filter((type) => type !== NOTHING.type)
        .sort();
      return { value: { types, nodes }, shape: String(types) };
    },
  },
  types: (ids) => ids?.types ?? NODE_TYPES,
  cost: ({ nodes }) => ({ base: 0, rows: nodes.length }),
});

/** Throws BAD_USER_INPUT; `name` says in its message what is not an id. */
export function readNodeId(id: string, name: string): Reference {
  const { typename: type, id: key } = decodeNodeId(id);
  if (!NODE_TYPES.includes(type)) throw notAnId(id);
  const row = rowsNamed(type);
  checkValue(key, kindOf(row, idFieldOf(row)), name);
  return { type, key };
}
