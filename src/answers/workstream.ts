import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf, connectionType } from '../connection/connection-type.ts';
import type { Row } from '../execution/row.ts';
import { fromList, fromRoot, fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { listedColumns } from '../lineage/fields/listed-columns.ts';
import type { Relation } from '../lineage/relation.ts';
import { WORKFLOW_RUN } from '../lineage/runs.ts';
import { builder } from '../schema/builder.ts';
import { columnFields } from './column-fields.ts';
import { runsOf, WORKSTREAM, WORKSTREAM_ARM, workstreams } from './workstream-rows.ts';

export const Workstream = builder.objectRef<Row>('Workstream').implement({
  description:
    'An experiment: the runs whose headers name the same workstream. No table holds workstreams. Table workflow.run_records.',
});

export const WorkstreamArm = builder.objectRef<Row>('WorkstreamArm').implement({
  description: 'One variant of an experiment: the runs of a workstream that name the same arm.',
});

const COMMON = { to: WORKSTREAM, description: '', reads: ['RunRecord'] } as const;

/** The workstream that a row names by its workstreamId. */
export const workstreamOf = (name: string): Relation => ({
  ...COMMON,
  name,
  as: 'one',
  startsAt: ['workstreamId'],
  source: (sources, parent) => workstreams(sources, WORKSTREAM, parent.column('workstreamId')),
});

const ONE: Relation<string> = {
  ...COMMON,
  name: 'Query.workstream',
  as: 'one',
  startsAt: [],
  args: { read: ({ workstreamId }) => ({ value: String(workstreamId), shape: '' }) },
  source: (sources, _root, { parameter }) =>
    workstreams(
      sources,
      WORKSTREAM,
      parameter((id) => id, 'String'),
    ),
};

const ALL: Relation = {
  ...COMMON,
  name: 'Query.workstreams',
  as: 'connection',
  startsAt: [],
  source: (sources) => workstreams(sources, WORKSTREAM),
};

const ARMS: Relation = {
  ...COMMON,
  name: 'Workstream.arms',
  to: WORKSTREAM_ARM,
  as: 'list',
  startsAt: ['workstreamId'],
  source: (sources, parent) => workstreams(sources, WORKSTREAM_ARM, parent.column('workstreamId')),
};

for (const [ref, type] of [
  [Workstream, WORKSTREAM],
  [WorkstreamArm, WORKSTREAM_ARM],
] as const) {
  columnFields(ref, type);
  builder.objectField(ref, 'runs', (t) =>
    t.field({
      type: connectionType('WorkflowRun'),
      description: 'Its runs, by lastActivityAt, latest first, unless orderBy says otherwise.',
      args: connectionArguments(listed(WORKFLOW_RUN)),
      ...fromRows(runsOf(type)),
    }),
  );
}

builder.objectField(Workstream, 'arms', (t) =>
  t.field({
    type: [WorkstreamArm],
    description: 'Its variants, in order of their names; the runs that name none are one without arm.',
    ...fromList(ARMS),
  }),
);

builder.objectField('WorkflowRun', 'workstream', (t) =>
  t.field({
    type: Workstream,
    description: 'The workstream that the header names; null when it names none. Table workflow.run_records.',
    ...fromRows(workstreamOf('WorkflowRun.workstream')),
  }),
);

builder.queryFields((t) => ({
  workstream: t.field({
    type: Workstream,
    description: 'The workstream with this id; null when no header names it.',
    args: { workstreamId: t.arg.string({ required: true, description: 'The id that headers name.' }) },
    ...fromRoot(ONE),
  }),
  workstreams: t.field({
    type: connectionOf('Workstream', Workstream, {}),
    description: 'All workstreams, the latest active first unless orderBy says otherwise. Reads all headers.',
    args: connectionArguments(listedColumns(WORKSTREAM)),
    ...fromRoot(ALL),
  }),
}));
