import type { Database } from './database/database.ts';
import { LineageLoader } from './lineage/lineage-loader.ts';

/** What a resolver gets. Made once per request, here and nowhere else. */
export interface Context {
  readonly lineage: LineageLoader;
  /** The key of the digests that stand for session ids. */
  readonly sessionDigestKey: string;
}

export const createContext = (database: Database, sessionDigestKey: string): Context => ({
  lineage: new LineageLoader(database),
  sessionDigestKey,
});
