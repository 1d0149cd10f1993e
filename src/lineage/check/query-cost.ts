import { countConditions } from '../../connection/condition.ts';
import { fieldsOf } from '../../connection/where.ts';
import { LineageError } from '../../errors.ts';
import type { Asked } from '../asked.ts';
import { argumentsAt } from '../asked.ts';
import {
  type Cell,
  cellsOf,
  type JsonCell,
  NO_PLACE,
  type PageQuery,
  type Query,
  type View,
} from '../query.ts';
import { isMet } from '../read/condition.ts';
import { subqueriesIn } from '../related.ts';
import type { Relation } from '../relation.ts';
import type { RowType } from '../row-type.ts';

/** Lists without page are small by nature: the steps of a run. */
const LIST_SIZE = 10;
/** Counting reads rows that are not given. */
const COUNT = 10;
/** A kilobyte of JSON costs what an object costs. */
const BYTES_OF_ONE = 1024;

/** What the price of a query depends on. */
export interface Priced {
  readonly asked: Asked;
  /** How many bytes a JSON column usually holds; undefined where nobody knows. */
  readonly bytesOf: (type: RowType, field: string) => number | undefined;
}

/** What a query may cost at most: about the number of objects in its answer, the sizes of lists multiplied. */
export function costOf(cell: Cell, type: RowType, priced: Priced): number {
  const { asked } = priced;
  if (cell.condition && !isMet(cell.condition, asked.variables)) return 0;
  switch (cell.kind) {
    case 'column':
      return 0;
    case 'error':
      return 1;
    case 'json':
      return costOfJson(cell, type, priced);
    case 'node':
      return (
        1 + Math.max(0, ...cell.of.map(({ query }) => costOfAll(query.cells, query.rows.relation.to, priced)))
      );
    case 'query':
      return costOfQuery(cell.query, priced);
  }
}

const costOfAll = (cells: readonly Cell[], type: RowType, priced: Priced): number =>
  cells.reduce((sum, cell) => sum + costOf(cell, type, priced), 0);

/** A part of it is small. */
function costOfJson({ field, place }: JsonCell, type: RowType, { asked, bytesOf }: Priced): number {
  if (place !== NO_PLACE && argumentsAt(asked, place).path.length > 0) return 1;
  return Math.max(1, Math.ceil((bytesOf(type, field) ?? 0) / BYTES_OF_ONE));
}

function costOfQuery(query: Query, priced: Priced): number {
  const { relation, place } = query.rows;
  const given = place === NO_PLACE ? undefined : priced.asked.arguments[place];
  if (given instanceof LineageError) return 1;
  const own = relation.cost?.(given?.own);
  const conditions = given?.where
    ? countConditions(given.where) + COUNT * subqueriesIn(given.where, relation.filters ?? relation.to)
    : 0;
  if (query.kind === 'page') return costOfPage(query, priced) + (own?.base ?? 0) + conditions;
  const row = conditions + (own?.base ?? 1) + costOfAll(query.cells, relation.to, priced);
  return row * (query.kind === 'row' ? 1 : (own?.rows ?? LIST_SIZE));
}

function costOfPage({ rows, views, wants }: PageQuery, priced: Priced): number {
  const { asked } = priced;
  const { page } = argumentsAt(asked, rows.place);
  const isWanted = (when: PageQuery['wants']['rowsWhen']): boolean => !when || isMet(when, asked.variables);
  const ofView = ({ cells }: View): number => 1 + costOfAll(cells, rows.relation.to, priced);
  const perRow = views.reduce((sum, view) => sum + ofView(view), 0) + wants.edgeKeys.length;
  const counts = Number(wants.totalCount && isWanted(wants.totalCountWhen)) + Number(wants.estimatedCount);
  const pages = wants.rows && isWanted(wants.rowsWhen) ? page.limit * perRow : 0;
  // Nor are those whose computed columns an order compares.
  const computed = sum(rows.orders.map(({ field }) => subqueriesOfColumn(rows.relation.to)(field)));
  return 1 + pages + COUNT * (counts + computed);
}

/** Whether the cost of a query depends on how large JSON columns usually are. */
export function readsJson(cell: Cell): boolean {
  if (cell.kind === 'json') return true;
  if (cell.kind === 'node') return cell.of.some(({ query }) => cellsOf(query).some(readsJson));
  return cell.kind === 'query' && cellsOf(cell.query).some(readsJson);
}

/** How many subqueries the statement of a query has: the same for all requests of a shape. */
export function subqueriesOf(cell: Cell, asked: Asked): number {
  if (cell.kind === 'node') return sum(cell.of.map(({ query }) => subqueriesOfQuery(query, asked)));
  return cell.kind === 'query' ? subqueriesOfQuery(cell.query, asked) : 0;
}

function subqueriesOfQuery(query: Query, asked: Asked): number {
  const { relation, place, orders } = query.rows;
  const cells = cellsOf(query);
  const counts = query.kind === 'page' && query.wants.totalCount ? 1 : 0;
  const fields = [
    ...cells.flatMap((one) => (one.kind === 'column' ? [one.field] : [])),
    ...orders.map(({ field }) => field),
  ];
  const computed =
    sum(fields.map(subqueriesOfColumn(relation.to))) + (1 + counts) * inFilter(relation, place, asked);
  return (relation.subqueries ?? 1) + counts + computed + sum(cells.map((cell) => subqueriesOf(cell, asked)));
}

const subqueriesOfColumn =
  (type: RowType) =>
  (field: string): number =>
    type.columns.get(field)?.subqueries ?? 0;

/** Each condition on a computed column computes it once more. */
function inFilter({ filters, to }: Relation, place: number, asked: Asked): number {
  const given = place === NO_PLACE ? undefined : asked.arguments[place];
  if (!given || given instanceof LineageError) return 0;
  const type = filters ?? to;
  return sum(fieldsOf(given.where).map(subqueriesOfColumn(type))) + subqueriesIn(given.where, type);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
