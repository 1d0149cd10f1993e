import { describe, expect, it, onTestFinished } from 'vitest';
import { Postgres } from '../../src/database/postgres.ts';
import { hasPgbouncer, startPgbouncer } from '../support/pgbouncer.ts';
import { serverUrl } from '../support/server-url.ts';

describe.skipIf(serverUrl === undefined || !hasPgbouncer)(
  'behind PgBouncer in transaction mode (needs TEST_DATABASE_URL and pgbouncer)',
  () => {
    it.each([
      ['that refuses options', []],
      ['that swallows options', ['ignore_startup_parameters = options']],
    ])('%s, everything holds, and nothing is left behind for others', async (_, settings) => {
      const pooled = await startPgbouncer(serverUrl ?? '', settings);
      const database = new Postgres({
        url: pooled,
        poolSize: 8,
        statementTimeout: 1000,
        connectTimeout: 5000,
      });
      onTestFinished(() => database.close());

      const numbers = Array.from({ length: 40 }, (_, index) => String(index));
      const ask = (number: string) =>
        database.query({ name: 'same', text: 'select $1::text', values: [number] });
      expect((await Promise.all(numbers.map(ask))).flat(2)).toEqual(numbers);

      const query = (text: string) => database.query({ text, values: [] });
      expect(
        await query(
          `select current_setting('transaction_read_only'), current_setting('timezone'), current_setting('statement_timeout')`,
        ),
      ).toEqual([['on', 'UTC', '1s']]);
      await expect(query('select pg_sleep(60)')).rejects.toMatchObject({ code: 'TIMEOUT' });
      await expect(query('create table public.planted (a int)')).rejects.toMatchObject({ code: '25006' });
      await expect(query('select nothing')).rejects.toMatchObject({ code: 'NOT_IN_THIS_DATABASE' });
      expect((await Promise.all(numbers.map(ask))).flat(2)).toEqual(numbers);
    });
  },
);
