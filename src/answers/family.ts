import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf } from '../connection/connection-type.ts';
import type { Edge } from '../lineage/edges/edge.ts';
import { EDGES } from '../lineage/edges.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { joined } from '../lineage/joined.ts';
import { repeated } from '../lineage/repeated.ts';
import { WORKFLOW_RUN } from '../lineage/runs.ts';
import { builder } from '../schema/builder.ts';
import { distanceColumn } from './distance.ts';

/** Families of runs are small: reruns and remediations of one run. */
const MAX_DEPTH = 20;

const DISTANCE_COLUMN = {
  distance: distanceColumn('How many steps away the run is: 1 for the parent, or a child.'),
};

const ANSWERS: readonly { readonly name: string; readonly edge: Edge; readonly description: string }[] = [
  {
    name: 'ancestors',
    edge: EDGES.WorkflowRun.parent,
    description:
      'The runs that this one reran or remediated, and those before them; each once, with its distance.',
  },
  {
    name: 'descendants',
    edge: EDGES.WorkflowRun.children,
    description:
      'The runs that name this one as their parent, and those after them; each once, with its distance.',
  },
];

for (const { name, edge, description } of ANSWERS) {
  const relation = repeated(`WorkflowRun.${name}`, joined(`WorkflowRun.${name}`, 'WorkflowRun', edge), {
    atMost: MAX_DEPTH,
  });
  builder.objectField('WorkflowRun', name, (t) =>
    t.field({
      type: connectionOf('RelatedRun', 'WorkflowRun', DISTANCE_COLUMN),
      description,
      args: {
        depth: t.arg.int({
          description: `How many steps away at most: 1 to ${MAX_DEPTH}, ${MAX_DEPTH} unless given.`,
        }),
        ...connectionArguments(listed(WORKFLOW_RUN)),
      },
      ...fromRows(relation),
    }),
  );
}
