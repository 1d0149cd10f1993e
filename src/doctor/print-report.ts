import type { Report } from './examine.ts';
import { indexForFilter } from './unserved-filters.ts';
import { createStatement } from './wanted-indexes.ts';

/** The report for people; its statements can be pasted into psql as they stand. */
export function printReport(report: Report): string {
  const {
    missingTables,
    missingColumns,
    unreadable,
    otherTypes,
    missingIndexes,
    unservedFilters,
    invalidIndexes,
    sizes,
  } = report;
  return [
    `${report.database}, PostgreSQL ${report.version}`,
    `Revision      ${report.revision ?? 'none: no public.alembic_version'}`,
    `pgvector      ${report.pgvector ?? 'not installed; the graph needs none'}`,
    `User          ${report.user}: ${writes(report.writable)}`,
    ...list('Missing tables', missingTables),
    ...list('Missing columns', missingColumns),
    ...listIfAny('There but not readable by this user; grant SELECT on them', unreadable),
    ...listIfAny(
      'Columns of another type than the graph expects: their fields may fail, or sort in another way',
      otherTypes.map(({ column, type, expected }) => `${column}: ${type}, expected ${expected}`),
    ),
    ...list(
      'Missing indexes; as the owner of the tables, outside of a transaction',
      missingIndexes.map((index) => `${createStatement(index)} -- ${shortList(index.for)}`),
    ),
    ...listIfAny(
      'Filters and orders that no index serves: a list of all rows reads the whole table; create an index on a column that is asked for often',
      unservedFilters.map((one) => `${indexForFilter(one)} -- ${one.columns.join(', ')}`),
    ),
    ...listIfAny(
      'Invalid indexes, left by a CREATE INDEX CONCURRENTLY that failed: drop and create them again',
      invalidIndexes.map((name) => `DROP INDEX CONCURRENTLY ${name};`),
    ),
    ...list(
      'Sizes with indexes, and estimated rows',
      sizes
        .slice(0, BIGGEST)
        .map(
          ({ table, bytes, rows }) =>
            `${table.padEnd(36)}${megabytes(bytes).padStart(12)}${estimate(rows).padStart(18)}`,
        ),
    ),
    '',
  ].join('\n');
}

const BIGGEST = 8;

const writes = (tables: readonly string[]): string =>
  tables.length === 0
    ? 'may only read'
    : `could write to ${tables.length} of the tables; the API never does (its sessions are read-only), yet a user that may only read is safer`;

const list = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [`${title}: none`] : [`${title}:`, ...items.map((item) => `  ${item}`)];

const listIfAny = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : list(title, items);

const shortList = (edges: readonly string[]): string =>
  edges.length <= 3 ? edges.join(', ') : `${edges.slice(0, 3).join(', ')} and ${edges.length - 3} more`;

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
const estimate = (rows: number | undefined): string =>
  rows === undefined ? 'never analyzed' : `~${rows.toLocaleString('en')} rows`;
