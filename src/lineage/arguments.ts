import { type Order, type Page, pageShape, readPage } from '../connection/keyset.ts';
import { checkWhere, type Where, whereShape } from '../connection/where.ts';
import { badInput } from '../errors.ts';
import type { Edge } from './edges.ts';
import type { Need } from './need.ts';
import { columnsOfType, keyOf } from './workflow-run-columns.ts';

/** The arguments of one selected field in one request, checked. Requests of one `shape` share a statement. */
export interface FieldArguments {
  readonly shape: string;
  readonly page: Page;
  readonly orders: readonly Order[];
  readonly where: Where | undefined;
  /** For a JSON field: the keys that lead to the part asked for. */
  readonly path: readonly string[];
  readonly withoutHeader: boolean;
}

type Given = Readonly<Record<string, unknown>>;

const NO_PAGE: Page = { limit: 0, backward: false, after: undefined, before: undefined };
const NOTHING: FieldArguments = {
  shape: '',
  page: NO_PAGE,
  orders: [],
  where: undefined,
  path: [],
  withoutHeader: false,
};

/** Throws BAD_USER_INPUT. */
export function readArguments(need: Need, given: Given): FieldArguments {
  if (need.kind === 'json') return readPath(given);
  if (need.kind === 'columns') return NOTHING;
  const columns = columnsOfType(need.edge.to);
  const where = readWhere(given);
  checkWhere(where, columns);
  if (need.kind === 'sum') return { ...NOTHING, where, shape: whereShape(where) };
  if (need.edge.as !== 'connection') return NOTHING;
  const orders = readOrders(given.orderBy, need.edge);
  const page = readPage(given, need.edge.to, orders, columns);
  const withoutHeader = given.withoutHeader === true;
  const order = orders.map(({ field, descending }) => `${field}${descending ? '-' : '+'}`).join();
  return {
    ...NOTHING,
    page,
    orders,
    where,
    withoutHeader,
    shape: `${pageShape(page)};${order};${whereShape(where)};${withoutHeader}`,
  };
}

const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null;

function readWhere(given: Given): Where | undefined {
  const { where } = given;
  return isObject(where) ? where : undefined;
}

/** The caller's order or the edge's, made total by the key. */
function readOrders(orderBy: unknown, edge: Edge): readonly Order[] {
  const asked = (Array.isArray(orderBy) ? orderBy.filter(isObject) : []).map((term, index): Order => {
    const [[field, direction] = ['', ''], ...others] = Object.entries(term).filter(
      ([, value]) => value != null,
    );
    if (field === '' || others.length > 0)
      throw badInput(`orderBy[${index}] takes exactly one field; give several as a list.`);
    return { field, descending: direction === 'DESC' };
  });
  const orders = asked.length > 0 ? asked : defaultOrders(edge);
  const key = keyOf(edge.to);
  const end = orders.findIndex(({ field }) => field === key);
  if (end >= 0) return orders.slice(0, end + 1);
  return [...orders, { field: key, descending: orders.at(-1)?.descending ?? false }];
}

const defaultOrders = (edge: Edge): readonly Order[] => {
  if (edge.orderBy)
    return edge.orderBy.map(({ field, direction }) => ({ field, descending: direction === 'DESC' }));
  return edge.to === 'WorkflowRun' ? [{ field: 'createdAt', descending: true }] : [];
};

const MAX_PATH = 16;

function readPath({ path }: Given): FieldArguments {
  if (typeof path !== 'string') return NOTHING;
  const keys = path.split('.');
  if (keys.length > MAX_PATH || keys.some((key) => key === '' || key.includes('\u0000'))) {
    throw badInput(`path takes up to ${MAX_PATH} keys parted by dots, e.g. "report.questions".`);
  }
  return { ...NOTHING, path: keys, shape: 'path' };
}
