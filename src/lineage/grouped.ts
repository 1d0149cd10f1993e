import { sql } from 'kysely';
import { castTo, type RowAlias, type Sql } from '../database/sql.ts';
import type { ArgumentSpec, Given, Relation } from './relation.ts';
import { kindOf, type RowType, rowOf } from './row-type.ts';
import { type JoinedRow, type Sources, whole, withJoins } from './source.ts';

/**
 * What a sum is made of: the SQL of each of its fields over the rows that are summed. A row can be absent, all its
 * columns null, where an empty bucket is given too.
 */
export type Measures = Readonly<Record<string, (row: RowAlias) => Sql>>;

/** A value by which rows are put into groups, and the joins that it takes. */
export interface Dimension<Args> {
  /** The field of a group that holds it. */
  readonly field: string;
  value(
    row: RowAlias,
    sources: Sources,
    given: Given<Args>,
  ): { readonly value: Sql; readonly joins?: JoinedRow['joins'] };
}

export interface Groups<Args> {
  readonly measures: Measures;
  readonly args: ArgumentSpec<Args>;
  /** The dimensions that the arguments ask for. */
  dimensions(args: Args): readonly Dimension<Args>[];
  /** Fields of a group that are known from the parent row, as all its rows have them. */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** One row of sums over the rows of another relation. Its `where` says which of them are summed. */
export function summed(name: string, over: Relation, to: RowType, measures: Measures): Relation {
  return {
    name,
    to,
    as: 'one',
    startsAt: over.startsAt,
    description: '',
    reads: over.reads,
    filters: over.to,
    sums: { over, ofAll: true, made: (other) => summed(name, other, to, measures) },
    cost: () => ({ base: SUM_COST, rows: 1 }),
    source: (sources, parent, given) => {
      const source = whole(given.filtered(over.source(sources, parent, given)));
      const row = rowOf(to, (field) => measureOf(measures, field, to)(source.row));
      return { ...source, row, sums: true };
    },
  };
}

/** A row of sums for each group of rows of another relation; `where` says which of these rows, before they are grouped. */
export function grouped<Args>(
  name: string,
  over: Relation,
  to: RowType,
  groups: Groups<Args>,
): Relation<Args> {
  return {
    name,
    to,
    as: 'connection',
    startsAt: over.startsAt,
    description: '',
    reads: over.reads,
    filters: over.to,
    args: groups.args,
    key: (args) => groups.dimensions(args).map(({ field }) => field),
    sums: { over, ofAll: true, made: (other) => grouped(name, other, to, groups) },
    cost: () => ({ base: SUM_COST, rows: 0 }),
    groupedBy: (args) => groups.dimensions(args).length,
    source: (sources, parent, given) => {
      const { from, where, row, key } = withKeys(sources, parent, given, over, groups);
      const fields = groups.dimensions(given.args).map(({ field }) => field);
      return {
        from,
        where,
        row: groupRow(to, groups, { parent, row, fields, key }),
        groupBy: sql.join(fields.map(key)),
      };
    },
  };
}

/** The row of a group: its keys, and its sums over `row`. */
export function groupRow<Args>(
  to: RowType,
  { measures, fixed = {} }: Groups<Args>,
  of: {
    readonly parent: RowAlias;
    readonly row: RowAlias;
    readonly fields: readonly string[];
    readonly key: (field: string) => Sql;
  },
): RowAlias {
  return rowOf(to, (field) => {
    if (of.fields.includes(field)) return of.key(field);
    const known = fixed[field];
    if (known !== undefined) return of.parent.column(known);
    if (Object.hasOwn(measures, field)) return measureOf(measures, field, to)(of.row);
    return castTo(sql`null::text`, kindOf(to, field));
  });
}

/**
 * The rows that are grouped, each with its keys as columns of `keys`: what a group is made of is then written once,
 * also where it has parameters.
 */
export function withKeys<Args>(
  sources: Sources,
  parent: RowAlias,
  given: Given<Args>,
  over: Relation,
  groups: Groups<Args>,
): { readonly from: Sql; readonly where: readonly Sql[]; readonly row: RowAlias; key(field: string): Sql } {
  const source = whole(given.filtered(over.source(sources, parent, given)));
  const alias = sources.alias('keys');
  const dimensions = groups.dimensions(given.args).map((dimension) => ({
    field: dimension.field,
    joins: [],
    ...dimension.value(source.row, sources, given),
  }));
  const keys = dimensions.map(({ field, value }) => sql`${value} as ${sql.ref(field)}`);
  return {
    from: sql`${withJoins(
      source.from,
      dimensions.flatMap(({ joins }) => joins),
    )} cross join lateral (select ${sql.join(keys.length > 0 ? keys : [sql`1`])}) as ${sql.ref(alias)}`,
    where: source.where,
    row: source.row,
    key: (field) => sql.ref(`${alias}.${field}`),
  };
}

function measureOf(measures: Measures, field: string, to: RowType): Measures[string] {
  const measure = measures[field];
  if (!measure) throw new Error(`${to.name} has no measure for ${field}.`);
  return measure;
}

/** Reading the rows that are summed, which are not given. */
export const SUM_COST = 10;

/** So many groups take what an object of the answer takes. */
export const GROUPS_OF_ONE = 4;
