import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../../database/sql.ts';
import { firstTime, present } from '../../lineage/computed.ts';
import { isHeader } from '../../lineage/header.ts';
import { allOf, tableRows } from '../../lineage/row-type.ts';
import { WORKFLOW_RUN } from '../../lineage/runs.ts';
import type { Source, Sources } from '../../lineage/source.ts';
import { type Audit, isBefore, kept, noneOf } from './audit.ts';

/** Runs with a header. */
const runs = (which: (sources: Sources, run: RowAlias, hours: Sql) => readonly Sql[]): Audit => ({
  to: WORKFLOW_RUN,
  at: ['startedAt', 'createdAt'],
  find: (sources, hours) => {
    const source = allOf(WORKFLOW_RUN, sources);
    return kept(source, which(sources, source.row, hours));
  },
});

const recordsOf = (sources: Sources, runId: Sql, kind: string): Source => {
  const record = sources.table('RunRecord');
  return kept(record, [
    sql`${record.row.column('runId')} = ${runId}`,
    sql`${record.row.column('recordKind')} = ${sql.lit(kind)}`,
  ]);
};

/** A judgement takes several subqueries: CASE keeps it to the runs that `first` leaves. */
const isJudged = (run: RowAlias, first: readonly Sql[], outcomes: Sql): Sql =>
  sql`case when ${and(first)} then ${run.column('outcome')} in ${outcomes} end`;

/** What does not fit together in a run. */
export const ODD_RUNS = {
  run_without_usage: runs((sources, run) => {
    const calls = sources.table('TokenUsage');
    return [noneOf(calls, [sql`${calls.row.column('runId')} = ${run.column('runId')}`])];
  }),
  running_for_long: runs((sources, run, hours) => {
    const began = firstTime(sources, 'RunRecord', run, ['startedAt'], 'createdAt');
    const notEnded = present(sources, 'RunRecord', run, ['finishedAt']).map((at) => sql`${at} is null`);
    return [isJudged(run, [...notEnded, isBefore(began, hours)], sql`('running', 'stalled')`)];
  }),
  finished_before_started: {
    to: tableRows('RunRecord'),
    at: ['createdAt'],
    find: (sources) => {
      const source = sources.table('RunRecord');
      return kept(source, [sql`${source.row.column('finishedAt')} < ${source.row.column('startedAt')}`]);
    },
  },
  failed_with_report: runs((sources, run) => {
    const { from, where } = recordsOf(sources, run.column('runId'), 'report');
    const hasReport = sql`exists (select from ${from} where ${and(where)})`;
    return [isJudged(run, [hasReport], sql`('failed', 'completed_with_failures')`)];
  }),
  missing_questions: runs((sources, run) => {
    const header = sources.table('RunRecord');
    const runId = header.row.column('runId');
    const questions = recordsOf(sources, runId, 'question');
    const fewer = sql`${header.row.column('reportQuestionCount')} > (select count(*) from ${questions.from} where ${and(questions.where)})`;
    return [
      sql`${run.column('runId')} in (select ${runId} from ${header.from} where ${and([
        ...isHeader(header.row),
        fewer,
        ...header.where,
      ])})`,
    ];
  }),
} satisfies Readonly<Record<string, Audit>>;
