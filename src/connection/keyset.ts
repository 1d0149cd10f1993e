import { sql } from 'kysely';
import { and, Late, parameter, type RowAlias, type Sql } from '../database/sql.ts';
import type { Column } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import { checkValue } from './value.ts';
import type { Read } from './where.ts';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 500;

export interface Order {
  readonly field: string;
  readonly descending: boolean;
  /** Null counts as the smallest value, in place of the largest. */
  readonly nullsSmallest?: true;
}

/** The values of the order's columns at one row, as text, number, boolean or null. */
export type Position = readonly unknown[];

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** A page as it was asked for, checked. */
export interface Page {
  readonly limit: number;
  /** `last` was given: the page is read from the far end. */
  readonly backward: boolean;
  readonly after: Position | undefined;
  readonly before: Position | undefined;
}

/** An order in few signs; another order has others. */
export const orderName = ({ field, descending, nullsSmallest }: Order): string =>
  `${descending ? '-' : ''}${field}${nullsSmallest ? '~' : ''}`;

const signature = (type: string, orders: readonly Order[]): string =>
  `${type}:${orders.map(orderName).join(',')}`;

/** An opaque cursor: which order it belongs to, and where in it. */
export const encodeCursor = (type: string, orders: readonly Order[], position: Position): string =>
  Buffer.from(JSON.stringify([signature(type, orders), ...position])).toString('base64url');

/** Whether a cursor was given by a list of this order; of what is no cursor at all, false. */
export const isCursorOf = (cursor: string, type: string, orders: readonly Order[]): boolean =>
  parseCursor(cursor)?.[0] === signature(type, orders);

const notACursor = (name: string): string => `${name} is not a cursor of this API.`;

function decodeCursor(
  name: string,
  cursor: string,
  type: string,
  orders: readonly Order[],
  columns: ReadonlyMap<string, Column>,
): Position {
  const parts = parseCursor(cursor);
  const [given, ...position] = parts ?? [];
  if (parts === undefined || typeof given !== 'string') throw badInput(notACursor(name));
  if (given !== signature(type, orders) || position.length !== orders.length) {
    throw badInput(
      `${name} is a cursor of another list or order: cursors hold only for the orderBy they came from.`,
    );
  }
  for (const [index, { field }] of orders.entries()) {
    const value = position[index];
    const column = columns.get(field);
    if (value !== null) checkValue(value, column?.kind ?? 'String', name);
    else if (column && !column.nullable) throw badInput(notACursor(name));
  }
  return position;
}

function parseCursor(cursor: string): readonly unknown[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** Checks the arguments of a connection. Throws BAD_USER_INPUT. */
export function readPage(
  args: PageArguments,
  type: string,
  orders: readonly Order[],
  columns: ReadonlyMap<string, Column>,
): Page {
  const { first, last } = args;
  if (first != null && last != null) throw badInput('Give first or last, not both.');
  for (const [name, size] of Object.entries({ first, last })) {
    if (size != null && (size < 0 || size > MAX_PAGE_SIZE)) {
      throw badInput(`${name} takes 0 to ${MAX_PAGE_SIZE}, but got ${size}.`);
    }
  }
  const position = (name: 'after' | 'before'): Position | undefined => {
    const cursor = args[name];
    return cursor == null ? undefined : decodeCursor(name, cursor, type, orders, columns);
  };
  return {
    limit: first ?? last ?? DEFAULT_PAGE_SIZE,
    backward: last != null,
    after: position('after'),
    before: position('before'),
  };
}

const LIMIT_STEPS = [0, 1, 2, 5, 10, 20, 50, 100, 200, MAX_PAGE_SIZE] as const;

/**
 * The limit as it stands in the SQL: rounded up, so that pages of many sizes share few statements. It is not a
 * parameter, since the planner would then expect a tenth of all rows. Whoever reads the rows drops those beyond `limit`.
 */
export const limitStep = (limit: number): number =>
  LIMIT_STEPS.find((step) => step >= limit) ?? MAX_PAGE_SIZE;

/** Whether the limit in the SQL is the limit itself. */
export const isStep = (limit: number): boolean => limitStep(limit) === limit;

/** What of a page changes its SQL and not only its parameters. */
export const pageShape = ({ limit, backward, after, before }: Page): string =>
  [
    `${backward ? 'last' : 'first'} ${limitStep(limit)}${isStep(limit) ? '' : ' cut'}`,
    ...[after, before].map((at) => (at ? at.map((v) => (v === null ? 0 : 1)).join('') : '')),
  ].join(';');

export const orderSql = (orders: readonly Order[], row: RowAlias, backward: boolean): Sql =>
  sql.join(
    orders.map(({ field, descending, nullsSmallest }) => {
      const down = descending !== backward;
      const nulls = down ? sql` nulls last` : sql` nulls first`;
      return sql`${row.column(field)} ${down ? sql`desc` : sql`asc`}${nullsSmallest ? nulls : sql``}`;
    }),
  );

/**
 * Rows behind a position, in the order's direction or against it. Null counts as the largest value unless the order
 * says otherwise: PostgreSQL's own indexes have it so, and the order can be read off an index.
 */
export function behindSql<Request>(
  orders: readonly Order[],
  row: RowAlias,
  columns: ReadonlyMap<string, Column>,
  position: Position,
  read: Read<Request, Position>,
  against: boolean,
): Sql {
  const terms = orders.map(({ field, descending, nullsSmallest = false }, index) => ({
    column: row.column(field),
    down: descending !== against,
    /** Nulls stand at the end that it goes to. */
    towardsNull: (descending !== against) === nullsSmallest,
    isNull: position[index] === null,
    nullable: columns.get(field)?.nullable ?? true,
    value: parameter(
      new Late((request: Request) => read(request)[index]),
      columns.get(field)?.kind ?? 'String',
    ),
  }));
  const down = terms[0]?.down ?? false;
  if (terms.every((term) => !term.nullable && term.down === down)) {
    // One comparison of rows, which an index on the leading columns can answer.
    const left = sql.join(terms.map(({ column }) => column));
    const right = sql.join(terms.map(({ value }) => value));
    return down ? sql`(${left}) < (${right})` : sql`(${left}) > (${right})`;
  }
  const same = ({ column, isNull, value }: (typeof terms)[number]): Sql =>
    isNull ? sql`${column} is null` : sql`${column} = ${value}`;
  const beyond = ({ column, down, towardsNull, isNull, nullable, value }: (typeof terms)[number]): Sql => {
    if (isNull) return towardsNull ? sql`false` : sql`${column} is not null`;
    const further = down ? sql`${column} < ${value}` : sql`${column} > ${value}`;
    return towardsNull && nullable ? sql`(${further} or ${column} is null)` : further;
  };
  // Implied by what follows, but an index can only start at a plain comparison.
  const [first] = terms;
  const bound =
    !first || first.isNull || (first.nullable && first.towardsNull)
      ? []
      : [first.down ? sql`${first.column} <= ${first.value}` : sql`${first.column} >= ${first.value}`];
  const ways = terms.map((term, index) => and([...terms.slice(0, index).map(same), beyond(term)]));
  const either = sql.join(
    ways.map((way) => sql`(${way})`),
    sql` or `,
  );
  return and([...bound, sql`(${either})`]);
}
