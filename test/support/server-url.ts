import { inject } from 'vitest';

/**
 * The PostgreSQL of TEST_DATABASE_URL; undefined where the tests run on the embedded database. `npm run test:postgres`
 * runs the test files that import this, directly or through another file, but for those of browsers and clients: the
 * others would only run a second time.
 */
export const serverUrl = inject('serverUrl');
