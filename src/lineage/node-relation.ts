import { sql } from 'kysely';
import { castTo, type RowAlias, type Sql } from '../database/sql.ts';
import { rowsNamed } from './joined.ts';
import type { Relation } from './relation.ts';
import { idFieldOf, kindOf, rowWithKey } from './row-type.ts';
import type { JoinedRow, Sources } from './source.ts';

/** The row of a type whose key stands, as text, in a column of another row. */
export function nodeRelation(type: string, keyField: string): Relation {
  const to = rowsNamed(type);
  const field = idFieldOf(to);
  const keyOf = (parent: RowAlias): Sql => castTo(parent.column(keyField), kindOf(to, field));
  const join = (sources: Sources, parent: RowAlias): JoinedRow =>
    rowWithKey(to, sources, keyOf(parent), false, [field]);
  return {
    name: `Node.${type}`,
    to,
    as: 'one',
    startsAt: [keyField],
    description: '',
    reads: [type],
    subqueries: to.keyed ? 10 : 1,
    source: (sources, parent) => {
      if (to.keyed) return to.keyed.rows(sources, sql`select ${keyOf(parent)}`, false);
      const { joins, row } = join(sources, parent);
      const [only] = joins;
      if (!only) throw new Error(`${type} is one table.`);
      return { from: only.from, where: only.on, row };
    },
  };
}
