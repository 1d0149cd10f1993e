import { isCursorOf, type Order, orderName, pageShape, readPage } from '../../connection/keyset.ts';
import { orderIn } from '../../connection/order-direction.ts';
import { checkWhere, comparisonsOfAll, whereShape } from '../../connection/where.ts';
import { badInput } from '../../errors.ts';
import { keysToRead } from '../../security/redact-path.ts';
import { type FieldArguments, NO_ARGUMENTS } from '../field-arguments.ts';
import type { Need } from '../need.ts';
import { filterableBy } from '../related.ts';
import type { Relation } from '../relation.ts';
import type { RowType } from '../row-type.ts';

type Given = Readonly<Record<string, unknown>>;
type Page = Given & { readonly where: FieldArguments['where'] };

/** Throws BAD_USER_INPUT. */
export function readArguments(need: Need, given: Given): FieldArguments {
  if (need.kind === 'json') return readPath(given);
  if (need.kind !== 'rows' && need.kind !== 'found') return NO_ARGUMENTS;
  const { relation } = need;
  const own = relation.args?.read(given);
  const { where } = given;
  checkWhere(where, filterableBy(relation.filters ?? relation.to));
  const shape = `${own?.shape ?? ''};${whereShape(where)}`;
  const common = { ...NO_ARGUMENTS, where, own: own?.value };
  if (relation.as !== 'connection') return { ...common, shape };
  const ordering = readOrders({ ...given, where }, relation, relation.key?.(own?.value) ?? relation.to.key);
  const page = readPage(given, relation.to.name, ordering.orders, relation.to.columns);
  const order = ordering.orders.map(orderName).join();
  return { ...common, page, ...ordering, shape: `${shape};${pageShape(page)};${order}` };
}

const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null;

/**
 * The caller's order or the relation's, made total by the key. Without an order of the caller's, a page goes on in the
 * order that its cursor came from: that of the relation, or the key's.
 */
function readOrders(
  { orderBy, after, before, where }: Page,
  { to, orderBy: preset, orderWithin: within }: Relation,
  key: readonly string[],
): Pick<FieldArguments, 'orders' | 'otherwise'> {
  const asked = firstOfEach(askedOrders(orderBy, to.columns));
  if (asked.length > 0) return { orders: total(asked, key) };
  if (!preset) return { orders: total(to.defaultOrder, key) };
  const isWithin = comparisonsOfAll(where).some(
    (one) => one.operator === 'eq' && one.field === within?.field,
  );
  const [orders = [], ...others] = [...(within && isWithin ? [within.orderBy] : []), preset, []].map(
    (terms) => total(terms.map(orderOf), key),
  );
  const cursor = [after, before].find((one) => typeof one === 'string');
  if (cursor === undefined) return { orders, otherwise: others.at(-1) ?? [] };
  return { orders: others.find((other) => isCursorOf(cursor, to.name, other)) ?? orders };
}

type Preset = NonNullable<Relation['orderBy']>[number];
const orderOf = ({ field, direction }: Preset): Order => ({ field, descending: direction === 'DESC' });

function askedOrders(orderBy: unknown, columns: RowType['columns']): readonly Order[] {
  return (Array.isArray(orderBy) ? orderBy.filter(isObject) : []).map((term, index): Order => {
    const [[field, direction] = ['', ''], ...others] = Object.entries(term).filter(
      ([, value]) => value != null,
    );
    if (field === '' || others.length > 0)
      throw badInput(`orderBy[${index}] takes exactly one field; give several as a list.`);
    const column = columns.get(field);
    return orderIn(column?.sortsBy ?? field, String(direction), column?.nullable ?? true);
  });
}

/** Rows that are equal in a field stay so: naming it again decides nothing, and would compute it again. */
const firstOfEach = (orders: readonly Order[]): readonly Order[] =>
  orders.filter((order, index) => orders.findIndex(({ field }) => field === order.field) === index);

function total(orders: readonly Order[], key: readonly string[]): readonly Order[] {
  const missing = key.filter((one) => !orders.some(({ field }) => field === one));
  if (missing.length === 0) return upToKey(orders, key);
  const descending = orders.at(-1)?.descending ?? false;
  return [...orders, ...missing.map((field) => ({ field, descending }))];
}

/** What stands behind the whole key decides nothing. */
function upToKey(orders: readonly Order[], key: readonly string[]): readonly Order[] {
  const end = Math.max(...key.map((field) => orders.findIndex((order) => order.field === field)));
  return orders.slice(0, end + 1);
}

const MAX_PATH = 16;

function readPath({ path }: Given): FieldArguments {
  if (typeof path !== 'string') return NO_ARGUMENTS;
  const keys = path.split('.');
  if (keys.length > MAX_PATH || keys.some((key) => key === '' || key.includes('\u0000'))) {
    throw badInput(`path takes up to ${MAX_PATH} keys separated by dots, e.g. "report.questions".`);
  }
  const read = keys.slice(0, keysToRead(keys));
  return { ...NO_ARGUMENTS, path: read, shape: read.length > 0 ? 'path' : '' };
}
