import { isTableType } from '../../database/tables.ts';
import type { Relation, Step } from '../relation.ts';
import { WORKFLOW_RUN } from '../runs.ts';
import type { Distribution, Sources } from '../source.ts';

/**
 * Whether what a relation leads to is a statement of its own: where it says so, and where rows of distributed tables
 * are joined that do not lie together. PostgreSQL has them on several machines, and joins them on none.
 */
export const isApart = ({ steps = [], isApart: always }: Relation, sources: Sources): boolean =>
  always === true || steps.some((step) => !liesTogether(step, sources));

function liesTogether({ from, to, on }: Step, sources: Sources): boolean {
  const [parent, child] = [distributionOf(from, sources), distributionOf(to, sources)];
  if (!parent || !child) return true;
  const isJoined = Object.entries(on).some(([own, of]) => own === child.field && of === parent.field);
  // Tables that are distributed each in a way of their own are in group 0.
  return isJoined && parent.group === child.group && child.group !== 0;
}

/** A run lies where its header does. */
function distributionOf(type: string, sources: Sources): Distribution | undefined {
  const table = type === WORKFLOW_RUN.name ? 'RunRecord' : type;
  return isTableType(table) ? sources.distributionOf(table) : undefined;
}
