import type pg from 'pg';
import type { SqlSession } from '../../prisma/migrate.ts';

export const pgSession = (client: pg.Client): SqlSession => ({
  exec: (script) => client.query(script),
  query: async (text, values = []) => (await client.query<Record<string, unknown>>(text, [...values])).rows,
});
