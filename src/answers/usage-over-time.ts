import { momentOf } from '../connection/timestamp.ts';
import { badInput } from '../errors.ts';
import { fromRoot, fromRows } from '../lineage/fields/from-rows.ts';
import type { Dimension, Groups } from '../lineage/grouped.ts';
import { overTime, type Period, type Unit } from '../lineage/over-time.ts';
import { builder } from '../schema/builder.ts';
import {
  BUCKET,
  dimensionsNamed,
  readTimeZone,
  UsageDimensionType,
  UsageIntervalType,
  unitNamed,
  type Zoned,
} from './usage-dimensions.ts';
import { groupArguments, USAGE_GROUP, UsageGroupConnection } from './usage-group.ts';
import { USAGE_MEASURES } from './usage-measures.ts';
import { ALL_USAGE, USAGE_OWNERS } from './usage-owners.ts';

const MAX_BUCKETS = 2000;

interface Asked extends Zoned {
  readonly dimensions: readonly Dimension<Zoned>[];
  readonly unit: Unit;
  readonly from: string;
  readonly to: string;
  readonly buckets: number;
}

/** In microseconds, as those of `momentOf`. */
const HOUR = 3_600_000_000;
/** The shortest that a bucket can be, but for a change of the clocks. */
const LENGTH: Readonly<Record<Unit, number>> = {
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 28 * 24 * HOUR,
};

/** Whether it is of the years that most libraries read. */
const hasFourDigits = (time: string): boolean => /^\d{4}-(?!.*BC$)/i.test(time);

/** How many buckets a period can touch. */
function countBuckets(unit: Unit, from: string, to: string): number {
  const [start, end] = [momentOf(from), momentOf(to)];
  if (start === undefined || end === undefined || ![from, to].every(hasFourDigits))
    throw badInput('from and to take times of the years 1 to 9999.');
  const length = Number(end - start);
  if (length <= 0) throw badInput('from must be before to.');
  const count = Math.ceil(length / LENGTH[unit]);
  if (count > MAX_BUCKETS)
    throw badInput(
      `usageOverTime gives up to ${MAX_BUCKETS} buckets, but there are ${count} of one ${unit} between from and to.`,
    );
  return count;
}

const groupsOf = (fixed: Readonly<Record<string, string>>): Groups<Asked> => ({
  measures: USAGE_MEASURES,
  fixed,
  dimensions: ({ dimensions }) => dimensions,
  args: {
    read: ({ interval, from, to, timeZone, groupBy }) => {
      const others = Array.isArray(groupBy) ? groupBy : [];
      const names = [String(interval), ...others];
      const unit = unitNamed(String(interval));
      if (dimensionsNamed(others).some(({ field }) => field === BUCKET))
        throw badInput('groupBy takes no time here: interval says it.');
      const period = { from: String(from), to: String(to) };
      const buckets = countBuckets(unit, period.from, period.to);
      const dimensions = dimensionsNamed(names);
      return {
        value: { dimensions, unit, ...period, buckets, timeZone: readTimeZone(timeZone) },
        shape: String(names),
      };
    },
  },
});

const PERIOD: Period<Asked> = {
  field: BUCKET,
  at: (call) => call.column('createdAt'),
  from: ({ from }) => from,
  to: ({ to }) => to,
  timeZone: ({ timeZone }) => timeZone,
  unit: ({ unit }) => unit,
  buckets: ({ buckets }) => buckets,
};

const overTimeArguments = builder.args((t) => ({
  interval: t.field({ type: UsageIntervalType, required: true, description: 'How long each bucket is.' }),
  from: t.field({ type: 'DateTime', required: true, description: 'The first moment of the period.' }),
  to: t.field({ type: 'DateTime', required: true, description: 'The first moment after the period.' }),
  timeZone: t.string({
    description: 'By whose clocks buckets start: a name of the tz database; UTC by default.',
  }),
  groupBy: t.field({
    type: [UsageDimensionType],
    description:
      'Also one row for each of these groups that has calls in the period, in every bucket; the cost grows with both.',
  }),
}));

const description = (of: string): string =>
  `Sums over ${of}, for each hour, day, week or month of a period, at most ${MAX_BUCKETS} of them. Buckets without calls are given too; the first and the last have only the calls of the period. In order of time unless orderBy says otherwise.`;

for (const { name, type, calls, of, fixed } of USAGE_OWNERS) {
  builder.objectField(type, 'usageOverTime', (t) =>
    t.field({
      type: UsageGroupConnection,
      description: description(of),
      args: { ...overTimeArguments, ...groupArguments },
      ...fromRows(overTime(`${name}.usageOverTime`, calls, USAGE_GROUP, groupsOf(fixed), PERIOD)),
    }),
  );
}

builder.queryField('usageOverTime', (t) =>
  t.field({
    type: UsageGroupConnection,
    description: description(ALL_USAGE.of),
    args: { ...overTimeArguments, ...groupArguments },
    ...fromRoot(overTime('Query.usageOverTime', ALL_USAGE.calls, USAGE_GROUP, groupsOf({}), PERIOD)),
  }),
);
