import type { RowAlias, Sql } from '../database/sql.ts';
import type { Relation } from './relation.ts';
import { type RowType, rowOf } from './row-type.ts';

/** What a sum is made of: the SQL of each of its fields over the rows that are summed. */
export type Measures = Readonly<Record<string, (row: RowAlias) => Sql>>;

/** One row of sums over the rows of another relation. Its `where` says which of them are summed. */
export function summed(name: string, over: Relation, to: RowType, measures: Measures): Relation {
  return {
    name,
    to,
    as: 'one',
    startsAt: over.startsAt,
    description: '',
    reads: over.reads,
    filters: over.to,
    cost: () => ({ base: SUM_COST, rows: 1 }),
    source: (sources, parent, given) => {
      const source = given.filtered(over.source(sources, parent, given));
      const row = rowOf(to, (field) => {
        const measure = measures[field];
        if (!measure) throw new Error(`${to.name} has no measure for ${field}.`);
        return measure(source.row);
      });
      return { ...source, row, sums: true };
    },
  };
}

/** Reading the rows that are summed, which are not given. */
const SUM_COST = 10;
