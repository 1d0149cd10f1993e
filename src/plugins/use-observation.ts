import type { Plugin } from 'graphql-yoga';
import type { Database } from '../database/database.ts';
import { ObservedDatabase, type StatementObserver } from '../database/observed-database.ts';
import { isErrorCode } from '../error-codes.ts';
import type { Arrival, ServerContext } from '../http/request-facts.ts';
import { now } from '../observation/request-record.ts';

/** The database as one request sees it: its statements are recorded. */
export function observed(
  database: Database,
  { record: { statements }, stop }: Arrival,
  maxBytes: number,
): Database {
  const observe: StatementObserver = ({ name, text, batch }, ms, failed) => {
    statements.push({ name, text, batch, start: now() - ms, ms, failed });
  };
  return new ObservedDatabase(database, stop, observe, maxBytes);
}

/** Records the codes of an answer. Stands behind use-error-codes.ts, which gives errors their codes. */
export function useObservation(): Plugin<object, ServerContext> {
  return {
    onResultProcess({ result, serverContext: { facts } }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result || !result.errors) return;
      facts.record.codes = result.errors.map(({ extensions }) => extensions?.code).filter(isErrorCode);
    },
  };
}
