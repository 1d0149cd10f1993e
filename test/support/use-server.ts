import { beforeAll } from 'vitest';
import { closedAfterAll } from './closed-after-all.ts';
import type { Content, TestDatabase } from './databases.ts';
import type { TestServer } from './server.ts';

type Used = TestServer & Pick<TestDatabase, 'sql' | 'statements' | 'database'>;

/** A server over a database of this content for all tests of a file: `const api = useServer('demo')`. */
export function useServer(content: Content): () => Used {
  const open = closedAfterAll();
  let used: Used | undefined;
  beforeAll(async () => {
    const { database, sql, statements } = await open.database(content);
    used = { ...(await open.server(database)), sql, statements, database };
  });
  return () => {
    if (!used) throw new Error('The server starts before the tests, not before their file.');
    return used;
  };
}
