import { sql } from 'kysely';
import { and, Late, parameter, type RowAlias, type Sql } from '../database/sql.ts';
import type { Column, ColumnKind } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import { checkValue } from './value.ts';

/** What a caller wrote as `where`: per field its operators, beside AND, OR and NOT. */
export interface Where {
  readonly [fieldOrLogic: string]: unknown;
}

type Operators = Readonly<Record<string, unknown>>;
/** Reads a value out of the arguments of one request; a statement is shared by all requests of its shape. */
export type Read<Request, Value = unknown> = (request: Request) => Value;

const OPERATORS: Readonly<Record<string, (column: Sql, value: Sql) => Sql>> = {
  eq: (column, value) => sql`${column} = ${value}`,
  ne: (column, value) => sql`${column} <> ${value}`,
  lt: (column, value) => sql`${column} < ${value}`,
  lte: (column, value) => sql`${column} <= ${value}`,
  gt: (column, value) => sql`${column} > ${value}`,
  gte: (column, value) => sql`${column} >= ${value}`,
  contains: (column, value) => sql`strpos(${column}, ${value}) > 0`,
  startsWith: (column, value) => sql`starts_with(${column}, ${value})`,
};
const LIST_OPERATORS: Readonly<Record<string, (column: Sql, values: Sql) => Sql>> = {
  in: (column, values) => sql`${column} = any(${values})`,
  notIn: (column, values) => sql`${column} <> all(${values})`,
};

const isWhere = (value: unknown): value is Where => typeof value === 'object' && value !== null;
const asList = (value: unknown): readonly Where[] => (Array.isArray(value) ? value.filter(isWhere) : []);

/** The filter without its values: two filters of one shape are the same SQL with other parameters. */
export function whereShape(where: Where | null | undefined): string {
  if (!where) return '';
  const parts = Object.entries(where).map(([name, value]) => {
    if (value == null) return '';
    if (name === 'AND' || name === 'OR') return `${name}(${asList(value).map(whereShape).join('|')})`;
    if (name === 'NOT') return isWhere(value) ? `NOT(${whereShape(value)})` : '';
    return isWhere(value) ? `${name}[${operatorShape(value)}]` : '';
  });
  return parts.filter((part) => part !== '').join('&');
}

const operatorShape = (operators: Operators): string =>
  Object.entries(operators)
    .map(([operator, value]) => (operator === 'isNull' ? `isNull=${String(value)}` : operator))
    .join(',');

/** Throws BAD_USER_INPUT for a value that no column of the field's type could hold, and for `eq: null`. */
export function checkWhere(where: Where | null | undefined, columns: ReadonlyMap<string, Column>): void {
  for (const [name, value] of Object.entries(where ?? {})) {
    if (value == null) continue;
    if (name === 'AND' || name === 'OR') for (const part of asList(value)) checkWhere(part, columns);
    else if (name === 'NOT') checkWhere(isWhere(value) ? value : null, columns);
    else checkOperators(name, isWhere(value) ? value : {}, columns.get(name)?.kind ?? 'String');
  }
}

function checkOperators(field: string, operators: Operators, kind: ColumnKind): void {
  for (const [operator, value] of Object.entries(operators)) {
    const path = `where.${field}.${operator}`;
    if (value == null) throw badInput(`${path} is null. To find rows without a value, use { isNull: true }.`);
    for (const item of Array.isArray(value) ? value : [value]) {
      if (operator !== 'isNull') checkValue(item, kind, path);
    }
  }
}

/** The filter as SQL over `row`; the values are read from each request by `read`. */
export function whereSql<Request>(
  where: Where | null | undefined,
  row: RowAlias,
  columns: ReadonlyMap<string, Column>,
  read: Read<Request, Where>,
): Sql {
  const conditions = Object.entries(where ?? {}).flatMap(([name, value]): Sql[] => {
    if (value == null) return [];
    if (name === 'AND' || name === 'OR') {
      const parts = asList(value).map((part, index) =>
        whereSql(part, row, columns, (request: Request) => asList(read(request)[name])[index] ?? {}),
      );
      if (name === 'AND') return parts;
      return [parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`];
    }
    if (!isWhere(value)) return [];
    const inner: Read<Request, Where> = (request) => {
      const found = read(request)[name];
      return isWhere(found) ? found : {};
    };
    if (name === 'NOT') return [sql`not ${whereSql(value, row, columns, inner)}`];
    return operatorsSql(value, row.column(name), columns.get(name)?.kind ?? 'String', inner);
  });
  return sql`(${and(conditions)})`;
}

function operatorsSql<Request>(
  operators: Operators,
  column: Sql,
  kind: ColumnKind,
  read: Read<Request, Operators>,
): Sql[] {
  return Object.entries(operators).map(([operator, value]) => {
    if (operator === 'isNull') return value === true ? sql`${column} is null` : sql`${column} is not null`;
    const given: Read<Request> = (request) => read(request)[operator];
    const list = LIST_OPERATORS[operator];
    if (list) return list(column, parameter(new Late(given), kind, '[]'));
    const compare = OPERATORS[operator];
    if (!compare) throw badInput(`There is no operator ${operator}.`);
    return compare(column, parameter(new Late(given), kind));
  });
}
