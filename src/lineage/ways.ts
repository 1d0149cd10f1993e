import { sql } from 'kysely';
import { and, isEqual, type RowAlias, type Sql } from '../database/sql.ts';
import { isTableType } from '../database/tables.ts';
import { distributionOf } from './distribution.ts';
import type { Edge } from './edges/edge.ts';
import type { Source, Sources } from './source.ts';

/** One of several ways to find the rows of an edge. At most one of them holds for a parent, the others are never tried. */
type Way = (child: RowAlias) => readonly Sql[];

export const pairs = (on: Edge['on'], row: RowAlias, before: RowAlias): readonly Sql[] =>
  Object.entries(on).map(([field, of]) => isEqual(row, field, before.column(of)));

/** The pairs of an edge that must differ. */
export const differing = (
  { unlike = {} }: Pick<Edge, 'unlike'>,
  row: RowAlias,
  parent: RowAlias,
): readonly Sql[] =>
  Object.entries(unlike).map(([field, of]) => sql`${row.column(field)} <> ${parent.column(of)}`);

export const constants = (values: Readonly<Record<string, string>>, row: RowAlias): readonly Sql[] =>
  Object.entries(values).map(([field, value]) => sql`${row.column(field)} = ${sql.lit(value)}`);

/**
 * The rows of an edge by each of the ways that are written apart, each with conditions that an index or a partition can
 * serve; none where one set of conditions does.
 */
export const waysOf = (
  sources: Sources,
  parent: RowAlias,
  edge: Edge,
  child: () => Source,
): readonly (() => Source)[] =>
  apart(sources, parent, edge).map((way) => () => {
    const source = child();
    return {
      ...source,
      where: [...way(source.row), ...differing(edge, source.row, parent), ...source.where],
    };
  });

function apart(sources: Sources, parent: RowAlias, edge: Edge): readonly Way[] {
  // Citus joins no union of rows that lie on several machines.
  if (distributionOf(edge.to, sources)) return edge.alike ? [alikeWay(parent, edge, edge.alike)] : [];
  if (edge.either && isIndexed(sources, edge)) return edge.either.map((way) => eitherWay(parent, edge, way));
  return edge.alike ? alikeWays(parent, edge, edge.alike) : [];
}

/** Without an index on all its columns PostgreSQL may look for each of them alone, and for a question in all runs. */
const isIndexed = (sources: Sources, { to, on, either = [] }: Edge): boolean =>
  isTableType(to) && either.some((way) => sources.hasIndex(to, [...Object.keys(on), ...Object.keys(way.on)]));

const eitherWay =
  (parent: RowAlias, { on, where = {} }: Edge, way: NonNullable<Edge['either']>[number]): Way =>
  (child) => [
    ...constants(way.when, parent),
    ...pairs({ ...on, ...way.on }, child, parent),
    ...constants(where, child),
  ];

/** The ways of `alikeWays` as one. */
function alikeWay(parent: RowAlias, edge: Edge, alike: Edge['on']): Way {
  const ways = alikeWays(parent, edge, alike);
  return (child) => [
    sql`(${sql.join(
      ways.map((way) => and(way(child))),
      sql` or `,
    )})`,
  ];
}

/** Where the parent names none of the values, all rows that match otherwise; else those that name the same or none. */
function alikeWays(parent: RowAlias, { on, where = {} }: Edge, alike: Edge['on']): readonly Way[] {
  const all: Way = (child) => [...pairs(on, child, parent), ...constants(where, child)];
  const named = Object.values(alike).map((of) => sql`${parent.column(of)} is not null`);
  const same = (child: RowAlias): readonly Sql[] =>
    Object.entries(alike).map(([field, of]) => {
      const own = child.column(field);
      return sql`(${own} = ${parent.column(of)} or ${own} is null)`;
    });
  return [
    (child) => [...named, ...all(child), ...same(child)],
    (child) => [sql`not (${and(named)})`, ...all(child)],
  ];
}
