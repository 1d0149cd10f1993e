import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SqlSession } from '../migrate.ts';

/**
 * Fills a migrated database with years of use, all of it or nothing: 10^7 vectors, 500,000 records of 50,000 runs,
 * 5 * 10^6 calls, 3 * 10^6 searches and 20,000 papers, all times `factor`. Runs are called `run-1`, `run-2` ... and
 * `whale-1` to `whale-5`.
 */
export async function seedGrown(session: SqlSession, factor: number): Promise<void> {
  await session.query('select set_config($1, $2, false)', ['seed.factor', String(factor)]);
  await session.exec(readFileSync(join(import.meta.dirname, 'grown.sql'), 'utf8'));
}
