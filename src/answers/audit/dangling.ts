import { sql } from 'kysely';
import { mayReuse } from '../../lineage/reused-from.ts';
import { allOf, tableRows } from '../../lineage/row-type.ts';
import { namedByNone, WORKFLOW_RUN } from '../../lineage/runs.ts';
import { type Audit, kept } from './audit.ts';

/** What leads to a run that no table names. */
export const DANGLING = {
  dangling_reuse: {
    to: tableRows('RunRecord'),
    at: ['createdAt'],
    find: (sources) => {
      const source = sources.table('RunRecord');
      const from = source.row.column('reusedFromRunId');
      return kept(source, [mayReuse(source.row), sql`${from} is not null`, ...namedByNone(sources, from)]);
    },
  },
  dangling_parent: {
    to: WORKFLOW_RUN,
    at: ['startedAt', 'createdAt'],
    find: (sources) => {
      const source = allOf(WORKFLOW_RUN, sources);
      const parent = source.row.column('parentRunId');
      return kept(source, [sql`${parent} <> ''`, ...namedByNone(sources, parent)]);
    },
  },
} satisfies Readonly<Record<string, Audit>>;
