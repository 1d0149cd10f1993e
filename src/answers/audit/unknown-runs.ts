import { sql } from 'kysely';
import type { TableType } from '../../database/tables.ts';
import { tableRows } from '../../lineage/row-type.ts';
import { type Audit, hasNoHeader, kept, noneOf } from './audit.ts';

/** Rows that name a run by this column, and the run has no header. What names none is kept out by `<> ''`. */
const ofUnknownRuns = (type: TableType, field: string): Audit => ({
  to: tableRows(type),
  at: ['createdAt'],
  find: (sources) => {
    const source = sources.table(type);
    const runId = source.row.column(field);
    return kept(source, [sql`${runId} <> ''`, hasNoHeader(sources, runId)]);
  },
});

/** What belongs to runs that are not there. */
export const UNKNOWN_RUNS = {
  usage_of_unknown_run: ofUnknownRuns('TokenUsage', 'runId'),
  event_without_run: {
    to: tableRows('RetrievalEvent'),
    at: ['createdAt'],
    find: (sources) => {
      const source = sources.table('RetrievalEvent');
      return kept(source, [hasNoHeader(sources, source.row.column('runId'))]);
    },
  },
  manifest_of_unstarted_run: {
    to: tableRows('PrepManifest'),
    at: ['createdAt'],
    find: (sources) => {
      const source = sources.table('PrepManifest');
      const record = sources.table('RunRecord');
      return kept(source, [
        noneOf(record, [sql`${record.row.column('runId')} = ${source.row.column('runId')}`]),
      ]);
    },
  },
  build_of_unknown_run: ofUnknownRuns('PipelineRun', 'workflowRunId'),
} satisfies Readonly<Record<string, Audit>>;
