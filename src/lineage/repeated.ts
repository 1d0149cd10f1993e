import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import type { ArgumentSpec, Relation } from './relation.ts';
import { rowWithKey } from './row-type.ts';
import type { Sources } from './source.ts';

/** How many steps away a row is: 1 for what the edge itself leads to. */
export const DISTANCE = columnsByField([derivedColumn('distance', 'Int', { nullable: false })]);

export interface Depth {
  readonly depth: number;
}

/** The argument `depth`, within its bound. */
export const depthArgument = (atMost: number, byDefault: number): ArgumentSpec<Depth> => ({
  read: ({ depth }) => {
    const value = typeof depth === 'number' ? depth : byDefault;
    if (value < 1 || value > atMost) throw badInput(`depth takes 1 to ${atMost}, but got ${value}.`);
    return { value: { depth: value }, shape: '' };
  },
});

/**
 * What an edge leads to when it is followed again and again: parents of parents. Each row is given once, at its
 * shortest distance; a row that leads back to one before it ends there.
 */
export function repeated(
  name: string,
  edge: Relation,
  { atMost }: { readonly atMost: number },
): Relation<Depth> {
  const { to } = edge;
  const [key = ''] = to.key;
  return {
    name,
    to,
    as: 'connection',
    startsAt: startsOf(edge),
    description: edge.description,
    reads: edge.reads,
    edgeColumns: DISTANCE,
    subqueries: 2 * (edge.subqueries ?? 1),
    cost: ({ depth }) => ({ base: depth, rows: 0 }),
    args: depthArgument(atMost, atMost),
    source: (sources, parent, given) => {
      const alias = sources.alias('found');
      const depth = given.parameter((args) => args.depth, 'Int');
      const id = sql.ref(`${alias}.id`);
      const { joins, row, present } = rowWithKey(to, sources, id);
      const joined = joins.map(({ from, on }) => sql` left join ${from} on ${and(on)}`);
      return {
        from: sql`${walk(sources, edge, 'next', parent, depth)} as ${sql.ref(alias)}${sql.join(joined, sql``)}`,
        // A circle leads back to the row where the walk began.
        where: [present, sql`${id} <> ${parent.column(key)}`],
        row,
        edge: { column: () => sql.ref(`${alias}.distance`) },
      };
    },
  };
}

/**
 * The row at the end of an edge that leads to one row, followed until it leads no further; where it leads nowhere, the
 * row itself. None where it goes in a circle, or further than `atMost`.
 */
export function furthest(name: string, edge: Relation, { atMost }: { readonly atMost: number }): Relation {
  const { to } = edge;
  return {
    name,
    to,
    as: 'one',
    startsAt: startsOf(edge),
    description: edge.description,
    reads: edge.reads,
    subqueries: 2 * (edge.subqueries ?? 1),
    source: (sources, parent) => {
      const alias = sources.alias('last');
      const { joins, row, present } = rowWithKey(to, sources, sql.ref(`${alias}.id`));
      const joined = joins.map(({ from, on }) => sql` left join ${from} on ${and(on)}`);
      const all = walk(sources, edge, 'self', parent, sql.lit(atMost));
      const last = sql`(select id, distance from ${all} as ${sql.ref(sources.alias('found'))} order by distance desc limit 1)`;
      return {
        from: sql`${last} as ${sql.ref(alias)}${sql.join(joined, sql``)}`,
        where: [present, sql`${sql.ref(`${alias}.distance`)} < ${sql.lit(atMost)}`],
        row,
      };
    },
  };
}

const startsOf = ({ startsAt, to: { key } }: Relation): readonly string[] => [
  ...new Set([...startsAt, ...key]),
];

/**
 * The rows that an edge leads to again and again, as `id` and `distance`. `from` says where the walk begins: with the
 * rows next to the parent row, each then given once; or with the row itself, and then as often as it is met.
 */
function walk(sources: Sources, edge: Relation, from: 'next' | 'self', parent: RowAlias, depth: Sql): Sql {
  const [key = ''] = edge.to.key;
  const alias = sources.alias('walk');
  const at = (column: string): Sql => sql.ref(`${alias}.${column}`);
  const walked: RowAlias = {
    column: (field) => {
      if (!edge.startsAt.includes(field))
        throw new Error(`${edge.name} walks on by ${edge.startsAt}, not ${field}.`);
      return at(field);
    },
  };
  const selected = (row: RowAlias, distance: Sql): Sql =>
    sql.join([
      sql`${row.column(key)} as id`,
      sql`${distance} as distance`,
      ...edge.startsAt.map((field) => sql`${row.column(field)} as ${sql.ref(field)}`),
    ]);
  const step = (of: RowAlias, distance: Sql): Sql => {
    const source = edge.source(sources, of, NOTHING);
    return sql`select ${selected(source.row, distance)} from ${source.from} where ${and(source.where)}`;
  };
  // UNION drops a row that was found at the same distance; the bound on the distance ends circles.
  const first = from === 'next' ? step(parent, sql`1`) : sql`select ${selected(parent, sql`0`)}`;
  const again = sql`select next.* from ${sql.ref(alias)} cross join lateral (${step(walked, sql`${at('distance')} + 1`)}) as next where ${at(
    'distance',
  )} < ${depth}`;
  const found = from === 'next' ? sql`id, min(distance) as distance` : sql`id, distance`;
  const once = from === 'next' ? sql` group by id` : sql``;
  return sql`(with recursive ${sql.ref(alias)} as (${first} union ${again}) select ${found} from ${sql.ref(alias)}${once})`;
}

/** An edge that is followed again has no arguments of its own. */
const NOTHING = {
  args: undefined,
  where: undefined,
  isCount: false,
  parameter: (): Sql => {
    throw new Error('An edge that is followed again takes no arguments.');
  },
  filtered: <Rows>(source: Rows): Rows => source,
};
