import { expect, vi } from 'vitest';
import type { Database } from '../../src/database/database.ts';

/** Resolves when the API knows of an index that was made: what a database has is looked at every five seconds. */
export const untilIndexed = (database: Database, table: string, columns: readonly string[]): Promise<void> =>
  vi.waitFor(
    async () => {
      const { indexesOf } = await database.capabilities();
      expect(indexesOf(table)).toContainEqual(columns);
    },
    { timeout: 30_000, interval: 500 },
  );
