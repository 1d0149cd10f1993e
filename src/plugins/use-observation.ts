import type { Plugin } from 'graphql-yoga';
import type { Database } from '../database/database.ts';
import { ObservedDatabase, type StatementObserver } from '../database/observed-database.ts';
import { isErrorCode } from '../error-codes.ts';
import { now, type Observer, type RequestRecord } from '../observation/request-record.ts';
import { requestIdOf } from './request-id.ts';
import { stopOf } from './use-deadline.ts';
import { callerOf } from './use-principal.ts';

const records = new WeakMap<Request, RequestRecord>();

/** What is recorded of a request. */
export function recordOf(request: Request): RequestRecord {
  let record = records.get(request);
  if (!record) {
    record = {
      requestId: requestIdOf(request),
      start: now(),
      statements: [],
      codes: [],
      status: 0,
      ms: 0,
    };
    records.set(request, record);
  }
  return record;
}

/** The database as one request sees it: its statements are recorded. */
export function observed(database: Database, request: Request, maxBytes: number): Database {
  const { statements } = recordOf(request);
  const observe: StatementObserver = ({ name, text, batch }, ms, failed) => {
    statements.push({ name, text, batch, start: now() - ms, ms, failed });
  };
  return new ObservedDatabase(database, stopOf(request), observe, maxBytes);
}

/** Records each request from its arrival to its answer. Stands behind use-error-codes.ts, which gives errors their codes. */
export function useObservation(observers: readonly Observer[]): Plugin {
  return {
    onRequest({ request }) {
      recordOf(request);
    },
    onResultProcess({ request, result }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result || !result.errors) return;
      recordOf(request).codes = result.errors.map(({ extensions }) => extensions?.code).filter(isErrorCode);
    },
    onResponse({ request, response }) {
      const record = recordOf(request);
      const caller = callerOf(request);
      if (caller !== undefined) record.caller = caller;
      record.status = response.status;
      record.ms = now() - record.start;
      for (const observe of observers) observe(record, request);
    },
  };
}
