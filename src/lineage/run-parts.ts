import { sql } from 'kysely';
import { and, earliest, latest, type RowAlias, type Sql } from '../database/sql.ts';
import type { TableType } from '../database/tables.ts';
import type { Source, Sources } from './source.ts';

/** What the columns of a workflow run are made of. */
export interface RunParts {
  readonly id: Sql;
  /** The columns of its header, all null where it has none. */
  readonly header: RowAlias;
  /** Whether every row has a header. */
  readonly hasHeader: boolean;
}

/** The columns in which a table names the run that its rows belong to. A run is known if one of them holds its id. */
export const NAMES_A_RUN: readonly { readonly type: TableType; readonly field: string }[] = [
  { type: 'RunRecord', field: 'runId' },
  { type: 'TokenUsage', field: 'runId' },
  { type: 'PipelineRun', field: 'workflowRunId' },
  { type: 'PrepManifest', field: 'runId' },
  // Last, since no index helps it: it is read only for a run that none of the others knows.
  { type: 'RetrievalEvent', field: 'runId' },
];

export interface Naming {
  readonly type: TableType;
  readonly field: string;
  readonly source: Source;
  readonly runId: Sql;
}

/** The rows of each table that names runs, as far as this database has them. */
export const naming = (sources: Sources): readonly Naming[] =>
  NAMES_A_RUN.filter(({ type, field }) => sources.has(type, field)).map(({ type, field }) => {
    const source = sources.table(type);
    return { type, field, source, runId: source.row.column(field) };
  });

const timeOf = { min: earliest, max: latest };

/** The first or last time at which a row that names the run was written, over all tables. */
export function timeOfRows(sources: Sources, id: Sql, which: 'min' | 'max'): Sql {
  const times = naming(sources)
    .filter(({ type }) => sources.has(type, 'createdAt'))
    .map(
      ({ source, runId }) =>
        sql`(select ${timeOf[which](source.row.column('createdAt'))} from ${source.from} where ${and([
          sql`${runId} = ${id}`,
          ...source.where,
        ])})`,
    );
  if (times.length === 0) return sql`null::timestamptz`;
  return which === 'min' ? sql`least(${sql.join(times)})` : sql`greatest(${sql.join(times)})`;
}

/** The header's value if it has one, else `other`, which is not written where there always is a header. */
export const orElse = ({ hasHeader }: RunParts, own: readonly Sql[], other: () => Sql): Sql => {
  const [only] = own;
  if (hasHeader && own.length === 1 && only) return only;
  return sql`coalesce(${sql.join(hasHeader && own.length > 0 ? own : [...own, other()])})`;
};
