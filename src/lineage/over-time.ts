import { sql } from 'kysely';
import { and, LateParts, type RowAlias, type Sql } from '../database/sql.ts';
import { remember } from '../remember.ts';
import { GROUPS_OF_ONE, type Groups, groupRow, SUM_COST, withKeys } from './grouped.ts';
import type { Given, Relation } from './relation.ts';
import { type RowType, rowOf } from './row-type.ts';
import type { Source, Sources } from './source.ts';

/** A period that is cut into buckets, each as long as the unit of the calendar in a time zone. */
export interface Period<Args> {
  /** The field of a group in which the start of its bucket stands: one of its dimensions. */
  readonly field: string;
  /** When a row was made. */
  at(row: RowAlias): Sql;
  readonly from: (args: Args) => string;
  /** The first moment after the period. */
  readonly to: (args: Args) => string;
  readonly timeZone: (args: Args) => string;
  /** The unit, as `date_trunc` takes it; part of the shape of the arguments. */
  unit(args: Args): Unit;
  /** How many buckets the arguments ask for at most. */
  buckets(args: Args): number;
}

export type Unit = 'hour' | 'day' | 'week' | 'month';

/** A step that misses no bucket, however short the change of the clocks makes it. */
const STEP: Readonly<Record<Unit, string>> = {
  hour: '15 minutes',
  day: '12 hours',
  week: '3 days',
  month: '10 days',
};

/** As many groups are paid for without an estimate. */
const SOME_GROUPS = 10;

/** The start of the bucket in which a moment lies, by the clocks of the time zone. */
export const bucketOf = (unit: Unit, moment: Sql, timeZone: Sql): Sql =>
  sql`date_trunc(${sql.lit(unit)}, ${moment}, ${timeZone})`;

/**
 * Groups as `grouped` makes them, for each bucket of a period: a bucket without rows is given too, in each group that
 * has rows in another bucket.
 */
export function overTime<Args>(
  name: string,
  over: Relation,
  to: RowType,
  groups: Groups<Args>,
  period: Period<Args>,
): Relation<Args> {
  const dimensions = groups.dimensions;
  const otherFields = (args: Args): readonly string[] =>
    dimensions(args).flatMap(({ field }) => (field === period.field ? [] : [field]));
  return {
    name,
    to,
    as: 'connection',
    startsAt: over.startsAt,
    description: '',
    reads: over.reads,
    filters: over.to,
    args: groups.args,
    key: (args) => [period.field, ...otherFields(args)],
    sums: { over, ofAll: false, made: (other) => overTime(name, other, to, groups, period) },
    cost: (args) => {
      const inEach = otherFields(args).length > 0 ? SOME_GROUPS / GROUPS_OF_ONE : 1;
      return { base: SUM_COST + Math.ceil(period.buckets(args) * inEach), rows: 0 };
    },
    groupedBy: (args) => dimensions(args).length,
    source: (sources, parent, given) => {
      const fields = otherFields(given.args);
      return bucketsOf(sources, parent, given, { over, to, groups, period, fields });
    },
  };
}

interface Parts<Args> {
  readonly over: Relation;
  readonly to: RowType;
  readonly groups: Groups<Args>;
  readonly period: Period<Args>;
  /** The dimensions beside the time. */
  readonly fields: readonly string[];
}

/** The rows are read and summed once; then the sums are put to their buckets, and what no rows sum up to to the others. */
function bucketsOf<Args>(
  sources: Sources,
  parent: RowAlias,
  given: Given<Args>,
  { over, to, groups, period, fields }: Parts<Args>,
): Source {
  const rows = withKeys(sources, parent, given, over, groups);
  const [sums, nothing, buckets, found] = ['sums', 'nothing', 'buckets', 'found'].map((name) =>
    sql.ref(sources.alias(name)),
  );
  const all = [period.field, ...fields];
  const group = groupRow(to, groups, { parent, row: rows.row, fields: all, key: rows.key });
  const named = (alias: Sql | undefined, field: string): Sql => sql`${alias}.${sql.ref(field)}`;
  const at = named(sums, period.field);
  const summed = all.map((field) => sql`${rows.key(field)} as ${sql.ref(field)}`);
  // A number in place of the keys, which can be null: `is not distinct from` compares each group with each other.
  const number = sql.ref('group');
  const keys = fields.map(rows.key);
  const isGrouped = keys.length > 0;
  if (isGrouped) summed.push(sql`dense_rank() over (order by ${sql.join(keys)}) as ${number}`);
  const ofNothing: Sql[] = [sql`count(*)`];
  const answer = sources.alias('over_time');
  const shown: Sql[] = [
    sql`${buckets}.start as ${sql.ref(period.field)}`,
    ...fields.map((field) => sql`${named(found, field)} as ${sql.ref(field)}`),
  ];
  const known = new Map(all.map((field) => [field, sql.ref(`${answer}.${field}`)]));
  const measure = (field: string): Sql => {
    const value = sql`${group.column(field)} as ${sql.ref(field)}`;
    summed.push(value);
    ofNothing.push(value);
    shown.push(
      sql`case when ${at} is null then ${named(nothing, field)} else ${named(sums, field)} end as ${sql.ref(field)}`,
    );
    return sql.ref(`${answer}.${field}`);
  };
  const where = and([...within(given, period, rows.row), ...rows.where]);
  const count = sql`generate_series(1, ${given.parameter(period.buckets, 'Int')})`;
  const combinations = sql` cross join (select distinct ${sql.join([number, ...fields.map((field) => sql.ref(field))])} from ${sums}) as ${found}`;
  const expected = sql` cross join (select from ${rows.from} where ${where} group by ${sql.join(keys)}) as ${found}`;
  const on = [
    sql`${at} = ${buckets}.start`,
    ...(isGrouped ? [sql`${sums}.${number} = ${found}.${number}`] : []),
  ];
  return {
    from: sql`(with ${sums} as materialized (select ${new LateParts(summed, ', ')} from ${rows.from} where ${where} group by ${sql.join(
      all.map(rows.key),
    )}) select ${new LateParts(shown, ', ')} from ${startsOf(given, period)} as ${buckets}(start)${
      isGrouped ? combinations : sql``
    } left join ${sums} on ${and(on)} cross join (select ${new LateParts(ofNothing, ', ')} from ${
      rows.from
    } where false) as ${nothing}) as ${sql.ref(answer)}`,
    where: [],
    expected: { from: sql`${count}${isGrouped ? expected : sql``}`, where: [] },
    row: rowOf(to, (field) =>
      Object.hasOwn(groups.measures, field)
        ? remember(known, field, () => measure(field))
        : (known.get(field) ?? group.column(field)),
    ),
  };
}

const within = <Args>({ parameter }: Given<Args>, period: Period<Args>, row: RowAlias): readonly Sql[] => [
  sql`${period.at(row)} >= ${parameter(period.from, 'DateTime')}`,
  sql`${period.at(row)} < ${parameter(period.to, 'DateTime')}`,
];

/** The starts of the buckets of a period. */
function startsOf<Args>({ args, parameter }: Given<Args>, period: Period<Args>): Sql {
  const unit = period.unit(args);
  const last = sql`${parameter(period.to, 'DateTime')} - interval '1 microsecond'`;
  const moments = sql`select generate_series(${parameter(period.from, 'DateTime')}, ${last}, interval '${sql.raw(
    STEP[unit],
  )}') union select ${last}`;
  return sql`(select distinct ${bucketOf(unit, sql`moments.at`, parameter(period.timeZone, 'String'))} from (${moments}) as moments(at))`;
}
