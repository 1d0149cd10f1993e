import { whereInput } from '../connection/where-input.ts';
import type { Row } from '../execution/row.ts';
import { fromRoot, fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { summed } from '../lineage/grouped.ts';
import { type RowType, tableRows } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { MEASURE_COLUMNS, measureFields, USAGE_MEASURES } from './usage-measures.ts';
import { ALL_USAGE, USAGE_OWNERS } from './usage-owners.ts';

export const USAGE_SUMMARY: RowType = {
  name: 'UsageSummary',
  columns: new Map(MEASURE_COLUMNS.map((column) => [column.field, column])),
  key: [],
  defaultOrder: [],
};

export const UsageSummary = builder.objectRef<Row>('UsageSummary').implement({
  description: 'Sums over model calls. Table observability.token_usage.',
});

measureFields(UsageSummary);

export const usageArguments = builder.args((t) => ({
  where: t.field({
    type: whereInput(listed(tableRows('TokenUsage'))),
    description: 'Which calls; all by default.',
  }),
}));

for (const { name, type, calls, of } of USAGE_OWNERS) {
  builder.objectField(type, 'usage', (t) =>
    t.field({
      type: UsageSummary,
      description: `Sums over ${of}.`,
      args: usageArguments,
      ...fromRows(summed(`${name}.usage`, calls, USAGE_SUMMARY, USAGE_MEASURES)),
    }),
  );
}

builder.queryField('usage', (t) =>
  t.field({
    type: UsageSummary,
    description: `Sums over ${ALL_USAGE.of}.`,
    args: usageArguments,
    ...fromRoot(summed('Query.usage', ALL_USAGE.calls, USAGE_SUMMARY, USAGE_MEASURES)),
  }),
);
