import { type Order, pageShape, readPage } from '../../connection/keyset.ts';
import { checkWhere, whereShape } from '../../connection/where.ts';
import { badInput } from '../../errors.ts';
import { keysToRead } from '../../security/redact-path.ts';
import { type FieldArguments, NO_ARGUMENTS } from '../field-arguments.ts';
import type { Need } from '../need.ts';
import { filterableBy } from '../related.ts';
import type { Relation } from '../relation.ts';

type Given = Readonly<Record<string, unknown>>;

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
  const orders = readOrders(given.orderBy, relation, relation.key?.(own?.value) ?? relation.to.key);
  const page = readPage(given, relation.to.name, orders, relation.to.columns);
  const order = orders.map(({ field, descending }) => `${field}${descending ? '-' : '+'}`).join();
  return { ...common, page, orders, shape: `${shape};${pageShape(page)};${order}` };
}

const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null;

/** The caller's order or the relation's, made total by the key. */
function readOrders(
  orderBy: unknown,
  { to, orderBy: preset }: Relation,
  key: readonly string[],
): readonly Order[] {
  const asked = (Array.isArray(orderBy) ? orderBy.filter(isObject) : []).map((term, index): Order => {
    const [[field, direction] = ['', ''], ...others] = Object.entries(term).filter(
      ([, value]) => value != null,
    );
    if (field === '' || others.length > 0)
      throw badInput(`orderBy[${index}] takes exactly one field; give several as a list.`);
    return { field, descending: direction === 'DESC' };
  });
  const own = preset?.map(({ field, direction }) => ({ field, descending: direction === 'DESC' }));
  const orders = asked.length > 0 ? asked : (own ?? to.defaultOrder);
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
