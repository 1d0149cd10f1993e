import { sql } from 'kysely';
import { and, exactSum, millisecondsBetween, type RowAlias, type Sql } from '../database/sql.ts';
import type { TableType } from '../database/tables.ts';
import { type ComputedColumns, present } from './computed.ts';
import { groundedShareOf } from './grounding.ts';
import { judged, STALLED_AFTER_HOURS } from './run-outcome.ts';
import { orElse, type RunParts, timeOfRows } from './run-parts.ts';
import type { Sources } from './source.ts';

/** A sum over the rows of a table that belong to the run. */
function over(
  type: TableType,
  sum: (row: RowAlias) => Sql,
  which: (row: RowAlias) => readonly Sql[] = () => [],
) {
  return (sources: Sources, { id }: RunParts): Sql => {
    const { from, where, row } = sources.table(type);
    const own = and([sql`${row.column('runId')} = ${id}`, ...which(row), ...where]);
    return sql`(select ${sum(row)} from ${from} where ${own})`;
  };
}

const ofKind = (kind: string) => (row: RowAlias) => [sql`${row.column('recordKind')} = ${sql.lit(kind)}`];
/** The first of these columns that is not null, if the database has any of them. */
const firstOfThese = (columns: readonly Sql[]): readonly Sql[] =>
  columns.length === 0 ? [] : [sql`coalesce(${sql.join(columns)})`];

const countAll = (): Sql => sql`count(*)`;

/** The columns of a workflow run that stand in no header: what happened, when, and how much of it. */
export const COMPUTED_OF_RUN: ComputedColumns<RunParts> = {
  lastActivityAt: {
    kind: 'DateTime',
    // Null only if no table that names the run says when its rows were written.
    nullable: true,
    description:
      'When the header last changed: its finishedAt, else its updatedAt, else its createdAt; without a header, when the latest row that names the run was written.',
    subqueries: 1,
    sql: (sources, run) =>
      orElse(
        run,
        firstOfThese(present(sources, 'RunRecord', run.header, ['finishedAt', 'updatedAt', 'createdAt'])),
        () => timeOfRows(sources, run.id, 'max'),
      ),
  },
  outcome: {
    kind: 'String',
    nullable: true,
    description: `What happened to the run, by its header, its steps and its report. A run that is not finished has stalled when nothing of it was written for ${STALLED_AFTER_HOURS} hours. Sorted as a text.`,
    subqueries: 2,
    sql: (sources, run) => judged(sources, run, 'outcome'),
  },
  outcomeReason: {
    kind: 'String',
    nullable: true,
    description: 'Why the outcome is what it is: a sentence for people that names the steps that failed.',
    subqueries: 2,
    sql: (sources, run) => judged(sources, run, 'because'),
  },
  failedSteps: {
    kind: 'Int',
    nullable: true,
    description: 'How many steps of the run have the status failed or error.',
    subqueries: 1,
    sql: over('RunRecord', countAll, (row) => [
      ...ofKind('step')(row),
      sql`${row.column('status')} in ('failed', 'error')`,
    ]),
  },
  questionCount: {
    kind: 'Int',
    nullable: true,
    description: 'How many questions of the run have a record.',
    subqueries: 1,
    sql: over('RunRecord', countAll, ofKind('question')),
  },
  durationMs: {
    kind: 'Float',
    nullable: true,
    description:
      'Milliseconds from startedAt to finishedAt; while the header says running, until now. Null when one of both is missing or infinite. Sorted as if it were missing while it grows, so that pages stand still.',
    sortsBy: 'finalDurationMs',
    sql: (_sources, { header }) =>
      millisecondsBetween(
        header.column('startedAt'),
        sql`coalesce(${header.column('finishedAt')}, case when ${header.column('status')} = 'running' then now() end)`,
      ),
  },
  finalDurationMs: {
    kind: 'Float',
    nullable: true,
    description: 'durationMs once it no longer grows.',
    sql: (_sources, { header }) =>
      millisecondsBetween(header.column('startedAt'), header.column('finishedAt')),
  },
  calls: {
    kind: 'Float',
    nullable: true,
    description: 'How many model calls were made for the run.',
    subqueries: 1,
    sql: over('TokenUsage', countAll),
  },
  totalTokens: {
    kind: 'Float',
    nullable: true,
    description: 'Tokens of the model calls of the run in all; calls without a figure count as 0.',
    subqueries: 1,
    sql: over('TokenUsage', (row) => sql`coalesce(sum(${row.column('totalTokens')}), 0)`),
  },
  costUsd: {
    kind: 'Float',
    nullable: true,
    description: 'Cost in US dollars of the model calls of the run that have one; null when none has.',
    subqueries: 1,
    sql: over('TokenUsage', (row) => exactSum(row.column('costUsdTotal'))),
  },
  estimatedCostUsd: {
    kind: 'Float',
    nullable: true,
    description:
      'Cost in US dollars of the model calls of the run: what is recorded, else their tokens at the price of the model at the time of the call (see modelPrices); calls without both count as nothing. Null where no call has either.',
    subqueries: 1,
    sql: over('TokenUsage', (row) => exactSum(row.column('estimatedCostUsd'))),
  },
  groundedShare: {
    kind: 'Float',
    nullable: true,
    description:
      'Which share of the answers of the run, 0 to 1, has a citation whose words were found in one paper; null without answers.',
    subqueries: 8,
    sql: (sources, { id }) => groundedShareOf(sources, id),
  },
};
