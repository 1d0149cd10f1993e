import { sql } from 'kysely';
import { and, type Sql } from '../../database/sql.ts';
import { isHeader } from '../../lineage/header.ts';
import type { RowType } from '../../lineage/row-type.ts';
import type { Source, Sources } from '../../lineage/source.ts';

/** One thing that an audit looks for. */
export interface Audit {
  /** What its rows are. */
  readonly to: RowType;
  /** When a row came to be: the first of these columns that is not null. */
  readonly at: readonly string[];
  /** The rows. `hours`: after how many of them a run or a job is late. */
  find(sources: Sources, hours: Sql): Source;
}

/** The rows of a source that fulfil these conditions too. */
export const kept = (source: Source, conditions: readonly Sql[]): Source => ({
  ...source,
  where: [...source.where, ...conditions],
});

/** That no row of a source fulfils these conditions: as a join, which the planner can make of whole lists. */
export const noneOf = ({ from, where }: Source, conditions: readonly Sql[]): Sql =>
  sql`not exists (select from ${from} where ${and([...conditions, ...where])})`;

/** That a run has no header which the caller may read. */
export function hasNoHeader(sources: Sources, runId: Sql): Sql {
  const header = sources.table('RunRecord');
  return noneOf(header, [sql`${header.row.column('runId')} = ${runId}`, ...isHeader(header.row)]);
}

/** Whether a time lies longer ago than this. */
export const isBefore = (at: Sql, hours: Sql): Sql => sql`${at} < now() - make_interval(hours => ${hours})`;
