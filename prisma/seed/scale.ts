import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SqlSession } from '../migrate.ts';

export interface Scale {
  readonly runs: number;
  /** Rows per run. */
  readonly vectors: number;
  readonly events: number;
  readonly usage: number;
  /** Rows of a run lie apart, and its chunks are cut from 50 papers of 200; else they lie together, cut from 11 of 300. */
  readonly scattered?: boolean;
}

export const SCALE: Scale = { runs: 2000, vectors: 100, events: 40, usage: 60 };
export const WHALE: Scale = { runs: 1, vectors: 100_000, events: 40, usage: 50_000 };

/**
 * Fills a migrated database with many runs, all of them or none: each with a header, 8 steps, a report and 10
 * questions, one build with one shard, and as many vectors, events and usage rows as `scale` says. Run ids are
 * `<prefix>-1`, `<prefix>-2` ...; 300 documents, or 200, are shared
 * by all.
 */
export async function seedScale(session: SqlSession, prefix: string, scale: Scale): Promise<void> {
  const { scattered = false } = scale;
  const papers = scattered ? 200 : 300;
  for (const [name, value] of Object.entries({ prefix, papers, ...scale, scattered })) {
    await session.query('select set_config($1, $2, false)', [`seed.${name}`, String(value)]);
  }
  await session.exec(readFileSync(join(import.meta.dirname, 'scale.sql'), 'utf8'));
}
