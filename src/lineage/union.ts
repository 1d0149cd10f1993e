import { sql } from 'kysely';
import { and, type Sql } from '../database/sql.ts';
import { available } from './available.ts';
import { lateColumns } from './late-columns.ts';
import { type Source, type Sources, whole } from './source.ts';

/**
 * The rows of all parts. A part of which this database lacks a table or a column, or the caller may not read one, is
 * left out, unless it is the last one. Each part is planned on its own, and gives the columns that are asked for.
 */
export function union(sources: Sources, name: string, parts: readonly (() => Source)[]): Source {
  const found = available(parts.map((part) => () => [whole(part())]));
  const [only] = found;
  if (only && found.length === 1) return only;
  const { alias, row, selected } = lateColumns(
    sources,
    name,
    found.map((part) => part.row),
  );
  const selects = found.map(
    ({ from, where }, index) => sql`select ${selected[index] ?? sql``} from ${from} where ${and(where)}`,
  );
  return { from: sql`(${unionAll(selects)}) as ${alias}`, where: [], row };
}

/** The same of queries with the same columns. */
export const unionAll = (selects: readonly Sql[]): Sql => sql.join(selects, sql` union all `);
