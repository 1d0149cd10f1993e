import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf } from '../connection/connection-type.ts';
import { columnsByField } from '../database/tables.ts';
import { flagIn, type Row, textIn } from '../execution/row.ts';
import { EDGES } from '../lineage/edges.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { listedColumns } from '../lineage/fields/listed-columns.ts';
import { joined } from '../lineage/joined.ts';
import { needs } from '../lineage/need.ts';
import { type RowType, tableRows } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { KEY_COLUMNS } from './usage-dimensions.ts';
import { MEASURE_COLUMNS, measureFields } from './usage-measures.ts';
import { Workstream, workstreamOf } from './workstream.ts';

/** Its key depends on what is grouped by, so the relations say it. */
export const USAGE_GROUP: RowType = {
  name: 'UsageGroup',
  columns: columnsByField([...KEY_COLUMNS, ...MEASURE_COLUMNS]),
  key: [],
  defaultOrder: [],
};

const UsageGroup = builder.objectRef<Row>('UsageGroup').implement({
  description:
    'Sums over the model calls that have the same keys; a key is null where it was not grouped by, and for the calls that have no such value. Table observability.token_usage.',
});

builder.objectFields(UsageGroup, (t) =>
  Object.fromEntries(
    KEY_COLUMNS.map(({ field, kind, description = '' }) => {
      const extensions = needs({ kind: 'value', fields: [field] });
      const options = { nullable: true, description, extensions } as const;
      if (kind === 'Boolean')
        return [field, t.boolean({ ...options, resolve: (group) => flagIn(group, field) })];
      const resolve = (group: Row): string | null => textIn(group, field);
      return [
        field,
        kind === 'DateTime'
          ? t.field({ type: 'DateTime', ...options, resolve })
          : t.string({ ...options, resolve }),
      ];
    }),
  ),
);

builder.objectFields(UsageGroup, (t) => ({
  run: t.field({
    type: 'WorkflowRun',
    description: 'The run of the calls; null where they are not of one run.',
    // The ids of groups are those of calls, which prove that there is such a run.
    ...fromRows(joined('UsageGroup.run', 'TokenUsage', EDGES.TokenUsage.run)),
  }),
  workstream: t.field({
    type: Workstream,
    description: 'The workstream of the runs of the calls; null where they are not of one workstream.',
    ...fromRows(workstreamOf('UsageGroup.workstream')),
  }),
  question: t.field({
    type: 'RunRecord',
    description:
      'The question that the calls helped to answer; null where they are not of one question of one run.',
    ...fromRows(joined('UsageGroup.question', 'TokenUsage', EDGES.TokenUsage.question)),
  }),
}));

measureFields(UsageGroup);

export const UsageGroupConnection = connectionOf('UsageGroup', UsageGroup, {});

/** Pages of groups; `where` is about the calls, before they are grouped. */
export const groupArguments = connectionArguments(
  listedColumns(USAGE_GROUP),
  listed(tableRows('TokenUsage')),
);
