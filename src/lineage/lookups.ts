import { sql } from 'kysely';
import { checkValue } from '../connection/value.ts';
import type { RowAlias, Sql } from '../database/sql.ts';
import { isTableType, TABLES, type Table } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import { distributionOf } from './distribution.ts';
import { joined } from './joined.ts';
import type { ArgumentSpec, Given, Relation } from './relation.ts';
import { allOf, kindOf, type RowType, rowsWithIds } from './row-type.ts';
import type { Sources } from './source.ts';
import { idsWithoutHeader } from './without-header.ts';

/** By which fields a row is looked up, and their values as text. */
interface Key {
  readonly fields: readonly string[];
  readonly values: readonly string[];
}

/** One row of a type by the values of some fields; `by`: the sets of fields of which each tells a row. */
export function lookup(name: string, to: RowType, by: readonly (readonly string[])[]): Relation<Key> {
  const relationBy = (fields: readonly string[]): Relation => {
    const on = Object.fromEntries(fields.map((field) => [field, field]));
    return joined(name, '', { to: to.name, as: 'one', on, description: '' });
  };
  const relations = new Map(by.map((fields) => [String(fields), relationBy(fields)]));
  const relationOf = ({ args }: Given<Key>): Relation => {
    const found = relations.get(String(args.fields));
    if (!found) throw new Error(`${name} does not look up by ${args.fields}.`);
    return found;
  };
  const canJoin = [...relations.values()].every(({ join }) => join !== undefined);
  return {
    name,
    to,
    as: 'one',
    startsAt: [],
    description: '',
    reads: [to.name],
    subqueries: to.keyed ? 10 : 1,
    args: keyArguments(to, by),
    root: (sources, given) => keyRow(to, sources, given),
    source: (sources, parent, given) => relationOf(given).source(sources, parent, given),
    ...(canJoin && {
      join: (sources: Sources, parent: RowAlias, given: Given<Key>) => {
        const { join } = relationOf(given);
        if (!join) throw new Error(`${name} is not a look-up by a key.`);
        return join(sources, parent, given);
      },
    }),
  };
}

const keyArguments = (to: RowType, by: readonly (readonly string[])[]): ArgumentSpec<Key> => ({
  read: (args) => {
    const given = Object.keys(args).filter((field) => args[field] != null);
    const fields = by.find((set) => set.length === given.length && set.every((field) => args[field] != null));
    if (!fields) throw badInput(`Give ${by.map((set) => set.join(' and ')).join(', or ')}.`);
    for (const field of fields) checkValue(args[field], kindOf(to, field), field);
    return { value: { fields, values: fields.map((field) => String(args[field])) }, shape: String(fields) };
  },
});

/** The key of a row that lies on one of several machines stands everywhere as it is: by it Citus finds this machine. */
function keyRow(to: RowType, sources: Sources, given: Given<Key>): { from: Sql; row: RowAlias } {
  const value = (field: string): Sql =>
    given.parameter((key) => key.values[key.fields.indexOf(field)], kindOf(to, field));
  if (!distributionOf(to.name, sources)) return hiddenKey(sources, given, value);
  const from = sql`(select 1 as n) as ${sql.ref(sources.alias('key'))}`;
  return { from, row: { column: value, isOnly: true } };
}

/** LIMIT hides the values, or PostgreSQL would plan anew for each where some run is much larger than the others. */
function hiddenKey(
  sources: Sources,
  { args }: Given<Key>,
  value: (field: string) => Sql,
): { from: Sql; row: RowAlias } {
  const alias = sources.alias('key');
  const values = args.fields.map((field) => sql`${value(field)} as ${sql.ref(field)}`);
  return {
    from: sql`(select ${sql.join([...values, sql`1 as n`])} limit 1) as ${sql.ref(alias)}`,
    row: { column: (field) => sql.ref(`${alias}.${field}`), isOnly: true },
  };
}

/** All rows of a type. Those of a large table come latest first: a filter by time then reads what it gives. */
export const allRows = (name: string, to: RowType): Relation => ({
  name,
  to,
  as: 'connection',
  ...latestFirst(to),
  startsAt: [],
  description: '',
  reads: [to.name],
  source: (sources, _parent, { isCount }) => allOf(to, sources, isCount),
});

function latestFirst({ name, columns }: RowType): Pick<Relation, 'orderBy' | 'orderWithin'> {
  const table: Table | undefined = isTableType(name) ? TABLES[name] : undefined;
  if (table?.latestBy === undefined) return {};
  return {
    orderBy: [{ field: table.latestBy, direction: 'DESC' }],
    ...(columns.has('runId') && {
      orderWithin: { field: 'runId', orderBy: [{ field: table.key, direction: 'DESC' }] },
    }),
  };
}

/** All workflow runs that have a header, or those that have none. */
export function allRuns(name: string, runs: RowType): Relation<boolean> {
  const withHeader = allRows(name, runs);
  return {
    ...withHeader,
    args: {
      read: ({ withoutHeader }) => ({ value: withoutHeader === true, shape: String(withoutHeader === true) }),
    },
    isEstimated: (withoutHeader) => !withoutHeader,
    source: (sources, parent, given) =>
      given.args
        ? rowsWithIds(runs, sources, idsWithoutHeader(sources))
        : withHeader.source(sources, parent, given),
  };
}
