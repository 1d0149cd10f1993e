import type { SqlSession } from '../migrate.ts';
import { demo } from './demo.ts';
import { type DemoRow, TABLES, type TableName } from './rows.ts';

const ROWS_PER_STATEMENT = 500;

/**
 * What is new in a GIN index waits in a list that each look-up reads, until autovacuum cleans it. An embedded database
 * has none, and PostgreSQL would rather read the whole table meanwhile: impact took thirty times as long.
 */
const CLEAN = `select gin_clean_pending_list('workflow.run_records_payload_json_idx')`;

/** Fills a migrated, empty database with the demo, all of it or nothing. */
export async function seed(session: SqlSession): Promise<void> {
  const rows = demo();
  await session.exec('begin');
  try {
    for (const table of TABLES) await insert(session, table, rows.of(table));
    await session.exec(CLEAN);
    await session.exec('commit');
  } catch (error) {
    await session.exec('rollback');
    throw error;
  }
}

async function insert(session: SqlSession, table: TableName, rows: readonly DemoRow[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT));
    await session.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [part],
    );
  }
  if (rows[0] && typeof rows[0].id === 'number') {
    await session.query(`select setval(pg_get_serial_sequence($1, 'id'), $2)`, [table, rows.length]);
  }
}
