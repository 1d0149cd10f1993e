import { afterAll, beforeAll } from 'vitest';
import { type Content, type TestDatabase, testDatabase } from './databases.ts';
import { startServer, type TestServer } from './server.ts';

type Used = TestServer & Pick<TestDatabase, 'sql' | 'statements' | 'database'>;

/** A server over a database of this content for all tests of a file: `const api = useServer('demo')`. */
export function useServer(content: Content): () => Used {
  let used: Used | undefined;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const opened = await testDatabase(content);
    const server = await startServer(opened.database);
    used = { ...server, sql: opened.sql, statements: opened.statements, database: opened.database };
    close = async () => {
      await server.close();
      await opened.close();
    };
  });
  afterAll(() => close?.());
  return () => {
    if (!used) throw new Error('The server starts before the tests, not before their file.');
    return used;
  };
}
