import { distributionOf } from '../distribution.ts';
import type { Relation, Step } from '../relation.ts';
import type { Sources } from '../source.ts';

/**
 * Whether what a relation leads to is a statement of its own: where it says so, and where tables are distributed over
 * several machines, which PostgreSQL joins on none. Only below one row whose key the request names (`isKnown`) can
 * rows stay that lie with it: all of that is asked of the one machine that has this key.
 */
export function isApart(
  { steps = [], isApart: always }: Relation,
  sources: Sources,
  isKnown: boolean,
): boolean {
  if (always || !steps.some(({ from, to }) => isDistributed(from, sources) || isDistributed(to, sources)))
    return always === true;
  return !(isKnown && steps.every((step) => liesTogether(step, sources)));
}

const isDistributed = (type: string, sources: Sources): boolean =>
  distributionOf(type, sources) !== undefined;

function liesTogether({ from, to, on }: Step, sources: Sources): boolean {
  const [parent, child] = [distributionOf(from, sources), distributionOf(to, sources)];
  if (!parent || !child) return false;
  const isJoined = Object.entries(on).some(([own, of]) => own === child.field && of === parent.field);
  // Tables that are distributed each in a way of their own are in group 0.
  return isJoined && parent.group === child.group && child.group !== 0;
}
