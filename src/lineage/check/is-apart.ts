import { distributionOf, tableOf } from '../distribution.ts';
import type { Relation, Step } from '../relation.ts';
import type { Sources } from '../source.ts';

/**
 * What a cell stands in: nothing, the one row whose key the request names, a row, each row of a list that this one leads
 * to, or of any other list.
 */
export type Among = 'root' | 'known' | 'row' | 'list of known' | 'list';

/**
 * Reading so many rows for each row of a list takes longer than another statement. One row often leads to few, e.g. a
 * run to its build; a list of all rows is seldom so short.
 */
const MANY_ROWS: Readonly<Partial<Record<Among, number>>> = { 'list of known': 2 ** 14, list: 2 ** 11 };

/**
 * Whether what a relation leads to is a statement of its own:
 * - where it says so;
 * - where tables are distributed over several machines, which PostgreSQL joins on none. Only below one row whose key the
 *   request names can rows stay that lie with it: all of that is asked of the one machine that has this key;
 * - where each row of a list leads to rows that no index finds: nested, all of a table is read for each of them, and in
 *   a statement of its own once.
 */
export function isApart(relation: Relation, sources: Sources, among: Among): boolean {
  const { steps = [], isApart: always, join } = relation;
  if (among === 'root') return false;
  if (always) return true;
  if (steps.some(({ from, to }) => isDistributed(from, sources) || isDistributed(to, sources)))
    return !(among === 'known' && steps.every((step) => liesTogether(step, sources)));
  const many = MANY_ROWS[among];
  // Where one row is joined the planner is free to read the table once.
  return many !== undefined && !join && steps.some((step) => isReadWhole(step, sources, many));
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

/** What is computed of several columns may have an index on its expression. */
function isReadWhole({ to, on }: Step, sources: Sources, many: number): boolean {
  const table = tableOf(to);
  const fields = Object.keys(on);
  return (
    table !== undefined &&
    sources.rowsOf(table) >= many &&
    fields.every((field) => sources.has(table, field) && !sources.hasIndex(table, [field]))
  );
}
