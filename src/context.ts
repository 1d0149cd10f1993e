import { GraphQLError, type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { Database } from './database/database.ts';
import { listCut } from './errors.ts';
import { LineageLoader } from './lineage/lineage-loader.ts';
import type { PriceBook } from './prices/price-book.ts';
import type { Principal } from './security/principal.ts';

/** What a resolver gets. Made once per request, here and nowhere else. */
export interface Context {
  readonly lineage: LineageLoader;
  /** The key of the digests that stand for session ids. */
  readonly sessionDigestKey: string;
  /** Notes that a list holds more rows than it gives; the rows stay in the answer. */
  readonly report: (info: GraphQLResolveInfo, limit: number) => void;
  /** What was noted: errors beside data that is there. */
  readonly reported: readonly GraphQLError[];
}

export function createContext(
  database: Database,
  prices: PriceBook,
  principal: Principal,
  sessionDigestKey: string,
): Context {
  const reported: GraphQLError[] = [];
  return {
    lineage: new LineageLoader(database, principal, prices),
    sessionDigestKey,
    report: ({ path, fieldNodes }, limit) => {
      const options = { path: responsePathAsArray(path), nodes: fieldNodes, originalError: listCut(limit) };
      reported.push(new GraphQLError(options.originalError.message, options));
    },
    reported,
  };
}
