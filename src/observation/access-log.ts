import type { Logger } from 'pino';
import type { Observer } from './request-record.ts';

/** One line per request; a warning if it took `slowMs` or more. */
export const accessLog =
  (logger: Logger, slowMs: number): Observer =>
  ({ requestId, operation, caller, status, ms, statements, cost, codes }) => {
    const slow = ms >= slowMs;
    logger[slow ? 'warn' : 'info'](
      {
        requestId,
        operation: operation?.name,
        caller,
        status,
        ms: round(ms),
        statements: statements.length,
        databaseMs: round(statements.reduce((sum, statement) => sum + statement.ms, 0)),
        cost,
        ...(codes.length > 0 && { codes: [...new Set(codes)] }),
      },
      slow ? 'slow request' : 'request',
    );
  };

const round = (ms: number): number => Math.round(ms * 10) / 10;
