import { sql } from 'kysely';
import type { Sql } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import type { ArgumentSpec, Relation } from './relation.ts';
import { rowWithKey } from './row-type.ts';
import { type Source, type Sources, withJoins } from './source.ts';
import { walked } from './walked.ts';

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
      const found = walk(sources, edge, 'found', {
        from: edge.source(sources, parent, NOTHING),
        distance: { from: 1, atMost: given.parameter((args) => args.depth, 'Int'), give: 'each' },
      });
      const id = found.row.column(key);
      const { joins, row, present } = rowWithKey(to, sources, id);
      return {
        from: withJoins(found.from, joins),
        // A circle leads back to the row where the walk began.
        where: [present, sql`${id} <> ${parent.column(key)}`],
        row,
        edge: found.row,
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
  const [key = ''] = to.key;
  return {
    name,
    to,
    as: 'one',
    startsAt: startsOf(edge),
    description: edge.description,
    reads: edge.reads,
    subqueries: 2 * (edge.subqueries ?? 1),
    source: (sources, parent) => {
      const last = walk(sources, edge, 'last', {
        from: { row: parent },
        distance: { from: 0, atMost: sql.lit(atMost), give: 'last' },
      });
      const { joins, row, present } = rowWithKey(to, sources, last.row.column(key));
      return {
        from: withJoins(last.from, joins),
        where: [present, sql`${last.row.column('distance')} < ${sql.lit(atMost)}`],
        row,
      };
    },
  };
}

const startsOf = ({ startsAt, to: { key } }: Relation): readonly string[] => [
  ...new Set([...key, ...startsAt]),
];

/** The rows that an edge leads to again and again. */
const walk = (
  sources: Sources,
  edge: Relation,
  name: string,
  walk: Pick<Parameters<typeof walked>[3], 'from' | 'distance'>,
): Source =>
  walked(sources, name, [(row) => edge.source(sources, row, NOTHING)], { ...walk, fields: startsOf(edge) });

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
