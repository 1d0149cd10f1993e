import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node loads graphql's CommonJS; Vite would load its ES modules beside it, and graphql refuses two of itself.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    // Makes the databases that the tests read, once.
    globalSetup: existsSync('test/support/global-setup.ts') ? ['test/support/global-setup.ts'] : [],
    // Tests only read, and each file takes a second to load: two processes share all files.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A second, unless told otherwise, is little for a browser on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
});
