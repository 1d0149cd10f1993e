import type { Condition } from '../connection/condition.ts';
import type { OperatorName } from '../connection/operators.ts';
import { filterOf } from '../connection/read-filter.ts';
import { comparisonsOfAll, fieldsOf } from '../connection/where.ts';
import type { Capabilities } from '../database/capabilities.ts';
import { columnsOf, isTableType, TABLES, type TableType } from '../database/tables.ts';
import { LineageError } from '../errors.ts';
import { treatmentOf } from '../security/policies.ts';
import type { Asked } from './asked.ts';
import type { FieldArguments } from './field-arguments.ts';
import { type Cell, NO_PLACE } from './query.ts';

/** So many rows are found and sorted in less than a second. */
const MOST_SORTED = 200_000;

/** How indexes can serve a filtered or sorted list of all rows of a large table. */
interface IndexUse {
  readonly field: string;
  readonly type: TableType;
  /** About how many rows the table has. */
  readonly rows: number;
  /** The fields of the filter, if no index serves it. */
  readonly unserved: readonly string[];
  /** The field by which all rows are sorted, if no index has their order. */
  readonly unsorted: string | undefined;
  /** The fields by which an index finds rows. */
  readonly served: readonly string[];
  /** One index finds the rows, another has their order: which is quicker depends on how many rows match. */
  readonly isOpen: boolean;
}

/** The arguments of a root that is a list of all rows of a table, if they have a filter, or an order of their own. */
export function choiceOfAll(cell: Cell, asked: Asked): FieldArguments | undefined {
  if (cell.kind !== 'query' || cell.query.kind !== 'page') return undefined;
  const { relation, place } = cell.query.rows;
  if (relation.startsAt.length > 0 || place === NO_PLACE || !isTableType(relation.to.name)) return undefined;
  const given = asked.arguments[place];
  if (given === undefined || given instanceof LineageError) return undefined;
  // Where nobody asked for an order there is another one, or it is that by key.
  const isOrdered = given.otherwise === undefined && given.orders[0]?.field !== relation.to.key[0];
  return given.where || isOrdered ? given : undefined;
}

/** Undefined for anything else than a filtered or sorted list of a large table. */
export function indexUse(cell: Cell, asked: Asked, capabilities: Capabilities): IndexUse | undefined {
  const given = choiceOfAll(cell, asked);
  if (!given || cell.kind !== 'query') return undefined;
  const { name: type } = cell.query.rows.relation.to;
  if (!isTableType(type)) return undefined;
  const { name: table } = TABLES[type];
  if (!capabilities.isLarge(table)) return undefined;
  const columns = columnsOf(type);
  const indexes = capabilities.indexesOf(table);
  const leads = (field: string): boolean => capabilities.isLed(table, columns.get(field)?.name);
  const where = given.where ?? {};
  const { condition } = filterOf(where);
  const filtered = [...new Set(fieldsOf(where))];
  const sought = comparisonsOfAll(where).filter((one) => isSought(one.operator) && leads(one.field));
  const [order] = given.orders;
  const inOrder = sought.some(
    ({ field, operator }) =>
      field === order?.field || (operator === 'eq' && isSorted(indexes, columns, field, order?.field)),
  );
  return {
    field: cell.key,
    type,
    rows: capabilities.rowsOf(table),
    unserved: isServed(condition, (field) => !columns.has(field) || leads(field)) ? [] : filtered,
    unsorted:
      order && filtered.length === 0 && (order.nullsSmallest || !leads(order.field))
        ? order.field
        : undefined,
    served: [...columns.keys()].filter((name) => leads(name) && treatmentOf(type, name) === 'open'),
    isOpen: sought.length > 0 && !inOrder,
  };
}

/** Whether an index has the rows with one value of a field in the order of another. */
const isSorted = (
  indexes: ReturnType<Capabilities['indexesOf']>,
  columns: ReturnType<typeof columnsOf>,
  field: string,
  order: string | undefined,
): boolean =>
  order !== undefined &&
  indexes.some(
    ([first, second]) => first === columns.get(field)?.name && second === columns.get(order)?.name,
  );

const SEEKING: ReadonlySet<OperatorName> = new Set(['eq', 'in', 'lt', 'lte', 'gt', 'gte']);
/** Whether an index finds the rows for which a comparison holds, usually a small part of all. */
const isSought = (operator: OperatorName): boolean => SEEKING.has(operator);

/** What rows of other tables decide is the planner's to find. */
function isServed(condition: Condition, by: (field: string) => boolean): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.parts.length === 0 || condition.parts.some((part) => isServed(part, by));
    case 'any':
      return condition.parts.every((part) => isServed(part, by));
    case 'not':
      return false;
    case 'related':
      return true;
    case 'compare':
      return (isSought(condition.operator) || condition.operator === 'isNull') && by(condition.field);
  }
}

/** Whether it is quicker to find all rows that match and sort them than to look for them along the order. */
export const areFew = (expected: number, rows: number): boolean =>
  expected <= MOST_SORTED && expected * 10 <= rows;

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 1 });

/** What of a list may be slow, for people. */
export function unservedWarnings({
  field,
  type,
  rows,
  unserved,
  unsorted,
  served,
}: IndexUse): readonly string[] {
  const readsAll = `so PostgreSQL may read all of the about ${number.format(rows)} rows of ${type}. A condition on ${served.join(', ')} narrows them.`;
  return [
    ...(unserved.length > 0
      ? [`${field}: no index serves the filter by ${unserved.join(', ')}, ${readsAll}`]
      : []),
    ...(unsorted === undefined ? [] : [`${field}: no index serves the order by ${unsorted}, ${readsAll}`]),
  ];
}
