import { GraphQLError, type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { Database } from './database/database.ts';
import { type LineageError, listCut } from './errors.ts';
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
  /** Notes an error beside the data of a field, which stays in the answer. */
  readonly note: (info: GraphQLResolveInfo, error: LineageError) => void;
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
  const note: Context['note'] = ({ path, fieldNodes }, originalError) => {
    const options = { path: responsePathAsArray(path), nodes: fieldNodes, originalError };
    reported.push(new GraphQLError(originalError.message, options));
  };
  return {
    lineage: new LineageLoader(database, principal, prices),
    sessionDigestKey,
    note,
    report: (info, limit) => note(info, listCut(limit)),
    reported,
  };
}
