import { onTestFinished, test } from 'vitest';
import { startServer, type TestServer } from './server.ts';

/** Tests that start servers of their own with `serve`. Each is closed after its test, whatever failed. */
export const serverTest = test.extend(
  'serve',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads here which fixtures this one needs: none.
  async ({}, { onCleanup }): Promise<typeof startServer> => {
    const started: TestServer[] = [];
    onCleanup(async () => {
      await Promise.all(started.map((server) => server.close()));
    });
    return async (...settings) => {
      const server = await startServer(...settings);
      started.push(server);
      return server;
    };
  },
);

/** The same for helpers of a test, which have no fixtures. */
export const serverForTest: typeof startServer = async (...settings) => {
  const server = await startServer(...settings);
  onTestFinished(() => server.close());
  return server;
};
