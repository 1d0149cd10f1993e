import type { Logger } from 'pino';
import type { Observer } from './request-record.ts';

/** At LOG_LEVEL=debug, a line for each statement of a request: its name and SQL, never its values. */
export const statementLog =
  (logger: Logger): Observer =>
  ({ requestId, statements }) => {
    for (const { name, text, ms, failed } of statements) {
      logger.debug(
        { requestId, statement: name, sql: text, ms: Math.round(ms * 10) / 10, failed },
        'statement',
      );
    }
  };
