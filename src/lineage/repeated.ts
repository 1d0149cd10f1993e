import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import type { Column } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import type { Relation } from './relation.ts';
import { rowWithKey } from './row-type.ts';
import type { Sources } from './source.ts';

/** How many steps away a row is: 1 for what the edge itself leads to. */
const DISTANCE: Column = { field: 'distance', name: 'distance', kind: 'Int', nullable: false };

interface Depth {
  readonly depth: number;
}

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
  const walk = (sources: Sources, parent: RowAlias, depth: Sql): Sql => {
    const alias = sources.alias('walk');
    const at = (column: string): Sql => sql.ref(`${alias}.${column}`);
    const walked: RowAlias = {
      column: (field) => {
        if (!edge.startsAt.includes(field))
          throw new Error(`${name} walks on by ${edge.startsAt}, not ${field}.`);
        return at(field);
      },
    };
    const step = (from: RowAlias, distance: Sql): Sql => {
      const source = edge.source(sources, from, NOTHING);
      const starts = edge.startsAt.map((field) => sql`${source.row.column(field)} as ${sql.ref(field)}`);
      const id = source.row.column(key);
      return sql`select ${sql.join([sql`${id} as id`, sql`${distance} as distance`, ...starts])} from ${source.from} where ${and(
        source.where,
      )}`;
    };
    // UNION drops a row that was found at the same distance; the bound on the distance ends circles.
    const first = step(parent, sql`1`);
    const again = sql`select next.* from ${sql.ref(alias)} cross join lateral (${step(walked, sql`${at('distance')} + 1`)}) as next where ${at(
      'distance',
    )} < ${depth}`;
    return sql`(with recursive ${sql.ref(alias)} as (${first} union ${again}) select id, min(distance) as distance from ${sql.ref(alias)} group by id)`;
  };
  return {
    name,
    to,
    as: 'connection',
    startsAt: [...new Set([...edge.startsAt, key])],
    description: edge.description,
    reads: edge.reads,
    edgeColumns: new Map([['distance', DISTANCE]]),
    subqueries: 2 * (edge.subqueries ?? 1),
    cost: ({ depth }) => ({ base: depth, rows: 0 }),
    args: {
      read: ({ depth }) => {
        const value = typeof depth === 'number' ? depth : atMost;
        if (value < 1 || value > atMost) throw badInput(`depth takes 1 to ${atMost}, but got ${value}.`);
        return { value: { depth: value }, shape: '' };
      },
    },
    source: (sources, parent, given) => {
      const alias = sources.alias('found');
      const depth = given.parameter((args) => args.depth, 'Int');
      const id = sql.ref(`${alias}.id`);
      const { joins, row, present } = rowWithKey(to, sources, id);
      const joined = joins.map(({ from, on }) => sql` left join ${from} on ${and(on)}`);
      return {
        from: sql`${walk(sources, parent, depth)} as ${sql.ref(alias)}${sql.join(joined, sql``)}`,
        // A circle leads back to the row where the walk began.
        where: [present, sql`${id} <> ${parent.column(key)}`],
        row,
        edge: { column: () => sql.ref(`${alias}.distance`) },
      };
    },
  };
}

/** An edge that is followed again has no arguments of its own. */
const NOTHING = {
  args: undefined,
  where: undefined,
  parameter: (): Sql => {
    throw new Error('An edge that is followed again takes no arguments.');
  },
  filtered: <Rows>(source: Rows): Rows => source,
};
