import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { SqlSession } from '../../prisma/migrate.ts';
import { TABLES } from '../../prisma/seed/rows.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const FOLDER = join(SHARED, 'real-runs');

/** Rows of a real Ragonometrics database lie beside the repository where it is developed; they are not part of it. */
export const realRunsPresent = existsSync(FOLDER);
/** The same runs with index rows, papers and usage as the producer writes them. */
export const realRunsAsWrittenPresent = existsSync(join(SHARED, 'real-runs-as-written'));
/** For the titles of tests, whether they run or are skipped. */
export const NEEDS_REAL_RUNS =
  'needs ../shared/real-runs: the rows of a real database are not part of the repository';

/** Loads them into a migrated, empty database. An unquoted empty field is NULL, a quoted one an empty text. */
export async function loadRealRuns(
  session: SqlSession,
  name: 'real-runs' | 'real-runs-as-written' = 'real-runs',
): Promise<void> {
  for (const table of TABLES) {
    const file = join(SHARED, name, `${table}.csv`);
    if (!existsSync(file)) continue;
    const rows: Record<string, string | null>[] = parse(readFileSync(file), {
      columns: true,
      cast: (value, { quoting, header }) => (header || quoting || value !== '' ? value : null),
    });
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    // jsonb columns come as text: to_jsonb of a text would make a JSON string of them, so PostgreSQL casts each.
    const types = await session.query(
      `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
       where a.attrelid = $1::regclass and a.attnum > 0`,
      [table],
    );
    const cast = (column: string): string =>
      `(row ->> '${column}')::${types.find(({ name }) => name === column)?.type}`;
    const list = Object.keys(rows[0] ?? {})
      .map(cast)
      .join(', ');
    for (let from = 0; from < rows.length; from += 200) {
      await session.query(
        `insert into ${table} (${columns}) select ${list} from json_array_elements($1::json) as row`,
        [JSON.stringify(rows.slice(from, from + 200))],
      );
    }
  }
}
