import { sql } from 'kysely';
import { and } from '../../database/sql.ts';
import { columnsByField, derivedColumn } from '../../database/tables.ts';
import { isRow, type Row, SLOTS } from '../../execution/row.ts';
import { type Cell, NO_PLACE } from '../../lineage/query.ts';
import type { Relation } from '../../lineage/relation.ts';
import { type RowType, rowOf } from '../../lineage/row-type.ts';
import { whole } from '../../lineage/source.ts';
import type { Step } from './edge-kinds.ts';

/** Counting reads rows that are not given: it ends here. */
export const MAX_COUNTED = 100_000;

const COUNT: RowType = {
  name: 'Count',
  columns: columnsByField([derivedColumn('rows', 'Int', { nullable: false })]),
  key: [],
  defaultOrder: [],
};

/** How many rows a relation leads to, up to one more than is counted. */
const counted = (of: Relation): Relation => ({
  name: `count of ${of.name}`,
  to: COUNT,
  as: 'one',
  startsAt: of.startsAt,
  description: '',
  reads: of.reads,
  source: (sources, parent, given) => {
    const { from, where } = whole(of.source(sources, parent, given));
    const alias = sql.ref(sources.alias('counted'));
    return {
      from: sql`(select from ${from} where ${and(where)} limit ${sql.lit(MAX_COUNTED + 1)}) as ${alias}`,
      where: [],
      row: rowOf(COUNT, () => sql`count(*)`),
      sums: true,
    };
  },
});

const keyOf = ({ relation }: Step): string => `count ${relation.name}`;

export const countCell = (step: Step): Cell => {
  const rows = { relation: counted(step.relation), place: NO_PLACE, orders: [] };
  const query = { kind: 'row', rows, cells: [{ kind: 'column', field: 'rows' }] } as const;
  return { kind: 'query', key: keyOf(step), query, shared: false, apart: false };
};

/** What `countCell` brought; undefined where there are more than are counted. */
export function countIn(row: Row | undefined, step: Step): number | undefined {
  const found = row?.[SLOTS]?.[keyOf(step)];
  const rows = isRow(found) ? Number(found.rows) : Number.NaN;
  return rows <= MAX_COUNTED ? rows : undefined;
}
