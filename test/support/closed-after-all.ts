import { afterAll } from 'vitest';
import { type Content, type TestDatabase, testDatabase } from './databases.ts';
import { startServer, type TestServer } from './server.ts';

interface Opening {
  database(content: Content): Promise<TestDatabase>;
  server(...settings: Parameters<typeof startServer>): Promise<TestServer>;
  /** Whatever else was opened; returns it. */
  adopt<Value>(value: Value, close: (value: Value) => unknown): Value;
}

/**
 * For `beforeAll`: what is opened by this is closed after the tests of the file or `describe`, the last first, also
 * where `beforeAll` itself fails half way.
 */
export function closedAfterAll(): Opening {
  const opened = new AsyncDisposableStack();
  afterAll(() => opened.disposeAsync());
  return {
    database: async (content) => opened.adopt(await testDatabase(content), ({ close }) => close()),
    server: async (...settings) => opened.adopt(await startServer(...settings), ({ close }) => close()),
    adopt: (value, close) => opened.adopt(value, async () => void (await close(value))),
  };
}
