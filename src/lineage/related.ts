import { sql } from 'kysely';
import type { Condition, Quantifier, Where } from '../connection/condition.ts';
import { filterOf } from '../connection/read-filter.ts';
import { type Filterable, type Read, whereSql } from '../connection/where.ts';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import type { Asked } from './asked.ts';
import type { Edge } from './edges/edge.ts';
import { EDGES } from './edges.ts';
import { joined, rowsNamed } from './joined.ts';
import type { Given } from './relation.ts';
import type { RowType } from './row-type.ts';
import { type Sources, whole } from './source.ts';

/** The edges of a type, by which its rows can be filtered. */
export const edgesOf = ({ name }: RowType): Readonly<Record<string, Edge>> => {
  const all: Readonly<Record<string, Readonly<Record<string, Edge>>>> = EDGES;
  return (Object.hasOwn(all, name) && all[name]) || {};
};

const edgeOf = (type: RowType, field: string): Edge | undefined => {
  const edges = edgesOf(type);
  return Object.hasOwn(edges, field) ? edges[field] : undefined;
};

/** What rows of a type can be filtered by: their columns, and the rows that their edges lead to. */
export const filterableBy = (type: RowType): Filterable => ({
  columns: type.columns,
  related: (field) => {
    const edge = edgeOf(type, field);
    return edge && filterableBy(rowsNamed(edge.to));
  },
});

/** Writes filters by the rows that `row` leads to. */
export const relatedTo =
  (sources: Sources, type: RowType, row: RowAlias) =>
  (field: string, quantifier: Quantifier, inner: Where, read: Read<Asked, Where>): Sql => {
    const edge = edgeOf(type, field);
    if (!edge) throw new Error(`${type.name} has no edge ${field}.`);
    const relation = joined(`${type.name}.${field}`, type.name, edge);
    const source = whole(relation.source(sources, row, NO_ARGUMENTS));
    const filter = whereSql(
      inner,
      {
        columns: relation.to.columns,
        row: source.row,
        related: relatedTo(sources, relation.to, source.row),
      },
      read,
    );
    const among = (condition: Sql): Sql =>
      sql`exists (select from ${source.from} where ${and([...source.where, condition])})`;
    if (quantifier === 'some') return among(filter);
    // A row for which nobody can say whether it fulfils the filter does not fulfil it.
    return sql`(not ${among(quantifier === 'none' ? filter : sql`(${filter}) is not true`)})`;
  };

/** An edge in a filter has no arguments of its own. */
const NO_ARGUMENTS: Given<unknown> = {
  args: undefined,
  where: undefined,
  isCount: false,
  parameter: () => {
    throw new Error('An edge in a filter takes no arguments.');
  },
  filtered: (source) => source,
};

/** How many subqueries the filter has: one for each edge in it, ten for an edge to workflow runs. */
export function subqueriesIn(where: Where | undefined, type: RowType): number {
  return where ? subqueriesOf(filterOf(where).condition, type) : 0;
}

function subqueriesOf(condition: Condition, type: RowType): number {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.reduce((sum, part) => sum + subqueriesOf(part, type), 0);
    case 'not':
      return subqueriesOf(condition.part, type);
    case 'compare':
      return 0;
    case 'related': {
      const edge = edgeOf(type, condition.field);
      if (!edge) return 0;
      const to = rowsNamed(edge.to);
      return (to.keyed ? 10 : 1) + subqueriesOf(condition.inner, to);
    }
  }
}
