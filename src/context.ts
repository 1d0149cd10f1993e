import type { Database } from './database/database.ts';
import { LineageLoader } from './lineage/lineage-loader.ts';
import type { Principal } from './security/principal.ts';

/** What a resolver gets. Made once per request, here and nowhere else. */
export interface Context {
  readonly lineage: LineageLoader;
  /** The key of the digests that stand for session ids. */
  readonly sessionDigestKey: string;
}

export const createContext = (
  database: Database,
  principal: Principal,
  sessionDigestKey: string,
): Context => ({
  lineage: new LineageLoader(database, principal),
  sessionDigestKey,
});
