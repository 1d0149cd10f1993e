import { badInput } from '../errors.ts';
import { fromRoot, fromRows } from '../lineage/fields/from-rows.ts';
import { type Dimension, type Groups, grouped } from '../lineage/grouped.ts';
import { builder } from '../schema/builder.ts';
import { dimensionsNamed, readTimeZone, UsageDimensionType, type Zoned } from './usage-dimensions.ts';
import { groupArguments, USAGE_GROUP, UsageGroupConnection } from './usage-group.ts';
import { USAGE_MEASURES } from './usage-measures.ts';
import { ALL_USAGE, USAGE_OWNERS } from './usage-owners.ts';

interface Grouping extends Zoned {
  readonly dimensions: readonly Dimension<Zoned>[];
}

const groupsOf = (fixed: Readonly<Record<string, string>>): Groups<Grouping> => ({
  measures: USAGE_MEASURES,
  fixed,
  dimensions: ({ dimensions }) => dimensions,
  args: {
    read: ({ groupBy, timeZone }) => {
      const names = Array.isArray(groupBy) ? groupBy : [];
      if (names.length === 0) throw badInput('groupBy takes at least one dimension.');
      const value = { dimensions: dimensionsNamed(names), timeZone: readTimeZone(timeZone) };
      return { value, shape: String(names) };
    },
  },
});

const usageByArguments = builder.args((t) => ({
  groupBy: t.field({
    type: [UsageDimensionType],
    required: true,
    description: 'Calls that have the same values here are one group.',
  }),
  timeZone: t.string({
    description:
      'By whose clocks hours, days, weeks and months start: a name of the tz database; UTC by default.',
  }),
}));

const description = (of: string): string =>
  `Sums over ${of}, in groups; sorted by the keys unless orderBy says otherwise. Calls without a value are a group of their own, so the groups add up to usage.`;

for (const { name, type, calls, of, fixed } of USAGE_OWNERS) {
  builder.objectField(type, 'usageBy', (t) =>
    t.field({
      type: UsageGroupConnection,
      description: description(of),
      args: { ...usageByArguments, ...groupArguments },
      ...fromRows(grouped(`${name}.usageBy`, calls, USAGE_GROUP, groupsOf(fixed))),
    }),
  );
}

builder.queryField('usageBy', (t) =>
  t.field({
    type: UsageGroupConnection,
    description: description(ALL_USAGE.of),
    args: { ...usageByArguments, ...groupArguments },
    ...fromRoot(grouped('Query.usageBy', ALL_USAGE.calls, USAGE_GROUP, groupsOf({}))),
  }),
);
