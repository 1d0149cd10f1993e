import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { type Groups, groupRow, SUM_COST, withKeys } from './grouped.ts';
import type { Given, Relation } from './relation.ts';
import type { RowType } from './row-type.ts';

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
  const others: Groups<Args> = {
    ...groups,
    dimensions: (args) => dimensions(args).filter(({ field }) => field !== period.field),
  };
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
    cost: (args) => ({ base: SUM_COST + period.buckets(args), rows: 0 }),
    source: (sources, parent, given) => {
      const fields = otherFields(given.args);
      const rows = withKeys(sources, parent, given, over, groups);
      const buckets = sources.alias('buckets');
      const found = sources.alias('found');
      const start = sql.ref(`${buckets}.start`);
      const combinations = (): Sql => {
        const { from, where, row, key } = withKeys(sources, parent, given, over, others);
        const keys = fields.map((field) => sql`${key(field)} as ${sql.ref(field)}`);
        return sql` cross join (select distinct ${sql.join(keys)} from ${from} where ${and([
          ...where,
          ...within(given, period, row),
        ])}) as ${sql.ref(found)}`;
      };
      const on = [
        sql`${rows.key(period.field)} = ${start}`,
        ...fields.map(
          (field) => sql`${rows.key(field)} is not distinct from ${sql.ref(`${found}.${field}`)}`,
        ),
        ...within(given, period, rows.row),
        ...rows.where,
      ];
      const key = (field: string): Sql => (field === period.field ? start : sql.ref(`${found}.${field}`));
      return {
        from: sql`${startsOf(given, period)} as ${sql.ref(buckets)}(start)${
          fields.length > 0 ? combinations() : sql``
        } left join (${rows.from}) on ${and(on)}`,
        where: [],
        row: groupRow(to, groups, { parent, row: rows.row, fields: [period.field, ...fields], key }),
        groupBy: sql.join([period.field, ...fields].map(key)),
      };
    },
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
