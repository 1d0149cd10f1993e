import { sql } from 'kysely';
import { Late, parameter, type RowAlias, type Sql } from '../database/sql.ts';
import type { Column } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import { type Condition, isWhere, type Quantifier, type Where } from './condition.ts';
import { operatorOf } from './operators.ts';
import { filterOf, noFilter } from './read-filter.ts';
import { checkValue } from './value.ts';

/** Reads a value out of the arguments of one request; a statement is shared by all requests of its shape. */
export type Read<Request, Value = unknown> = (request: Request) => Value;

/** What rows can be filtered by: their columns, and the rows that they lead to. */
export interface Filterable {
  readonly columns: ReadonlyMap<string, Column>;
  /** What the rows behind an edge can be filtered by; undefined for a field that is no such edge. */
  readonly related?: (field: string) => Filterable | undefined;
}

/** The filter without its values: two filters have one shape if, and only if, they are the same SQL. */
export const whereShape = (where: Where | undefined): string =>
  where ? JSON.stringify(filterOf(where).condition) : '';

/** The columns that a filter compares, once for each operator; those of inner filters by related rows are left out. */
export function fieldsOf(where: Where | undefined): readonly string[] {
  if (where === undefined) return [];
  const found: string[] = [];
  const open: Condition[] = [filterOf(where).condition];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('parts' in next) open.push(...next.parts.toReversed());
    else if (next.kind === 'not') open.push(next.part);
    else if (next.kind === 'compare') found.push(next.field);
  }
  return found;
}

/** The comparisons that each row must pass, whatever else the filter asks. */
export function comparisonsOfAll(where: Where | undefined): readonly Comparison[] {
  if (where === undefined) return [];
  const { condition } = filterOf(where);
  const parts = condition.kind === 'all' ? condition.parts : [condition];
  return parts.filter((part) => part.kind === 'compare');
}

/** Throws BAD_USER_INPUT for a filter that no statement can be made of, and for null in place of a filter. */
export function checkWhere(where: unknown, filterable: Filterable): asserts where is Where | undefined {
  if (where === undefined) return;
  if (!isWhere(where)) throw noFilter('where', where);
  checkParts(where, filterable, 'where');
}

function checkParts(where: Where, filterable: Filterable, path: string): void {
  const { condition, values } = filterOf(where);
  const open: Condition[] = [condition];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('parts' in next) open.push(...next.parts);
    else if (next.kind === 'not') open.push(next.part);
    else if (next.kind === 'related') {
      const inner = filterable.related?.(next.field);
      if (!inner) throw badInput(`${path}.${next.field} leads to no rows.`);
      checkParts(innerAt(values, next.at), inner, `${path}.${next.field}.${next.quantifier}`);
    } else checkComparison(next, values, filterable, `${path}.${next.field}.${next.operator}`);
  }
}

export type Comparison = Extract<Condition, { kind: 'compare' }>;

function checkComparison(
  { field, operator, given }: Comparison,
  values: readonly unknown[],
  { columns }: Filterable,
  path: string,
): void {
  const kind = columns.get(field)?.kind;
  if (kind === undefined || kind === 'Json') throw badInput(`${path}: ${field} cannot be filtered by.`);
  if (!operatorOf(operator).kinds.includes(kind)) throw badInput(`${path} takes no ${kind}.`);
  if (typeof given === 'boolean') return;
  const value = values[given];
  for (const one of Array.isArray(value) ? value : [value]) checkValue(one, kind, path);
}

function innerAt(values: readonly unknown[], at: number): Where {
  const inner = values[at];
  if (!isWhere(inner)) throw new Error('A filter was read with the values of another shape.');
  return inner;
}

/** What `whereSql` writes a filter over. */
export interface Filtered<Request> {
  readonly columns: ReadonlyMap<string, Column>;
  readonly row: RowAlias;
  /** A field whose one value is hidden from the planner, which then expects as many rows of it as of any other value. */
  readonly hidden?: string;
  /** Writes a filter by the rows behind an edge; `read` finds the inner filter in each request. */
  readonly related?: (field: string, quantifier: Quantifier, inner: Where, read: Read<Request, Where>) => Sql;
}

/**
 * The filter as SQL. Its values are read from each request by `read`, each by its place among the values of the
 * filter: to look for it from the root of the filter would take quadratic time.
 */
export function whereSql<Request>(
  where: Where | undefined,
  { columns, row, hidden, related }: Filtered<Request>,
  read: Read<Request, Where>,
): Sql {
  if (!where) return sql`true`;
  const { condition, values } = filterOf(where);
  const write = (one: Condition): Sql => {
    switch (one.kind) {
      case 'all':
        return one.parts.length === 0 ? sql`true` : sql`(${sql.join(one.parts.map(write), sql` and `)})`;
      case 'any':
        return one.parts.length === 0 ? sql`false` : sql`(${sql.join(one.parts.map(write), sql` or `)})`;
      case 'not':
        return sql`(not (${write(one.part)}))`;
      case 'compare':
        return compare(one);
      case 'related': {
        if (!related) throw badInput(`where.${one.field} leads to no rows.`);
        const inner: Read<Request, Where> = (request) => innerAt(filterOf(read(request)).values, one.at);
        return related(one.field, one.quantifier, innerAt(values, one.at), inner);
      }
    }
  };
  const compare = ({ field, operator, given }: Comparison): Sql => {
    const { takes, sql: written } = operatorOf(operator);
    const column = row.column(field);
    if (takes === 'flag') return written(column, given === true);
    const late = new Late((request: Request) => filterOf(read(request)).values[Number(given)]);
    const value = parameter(late, columns.get(field)?.kind ?? 'String', takes === 'list' ? '[]' : '');
    return written(column, operator === 'eq' && field === hidden ? sql`(select ${value} limit 1)` : value);
  };
  return write(condition);
}
