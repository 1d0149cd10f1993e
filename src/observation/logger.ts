import { type Logger, pino } from 'pino';
import { redactText } from '../security/redact.ts';

/**
 * JSON lines on standard output, written many at once or after a quarter of a second: a write of its own for each line
 * would cost a small request a quarter of its time.
 */
export const createLogger = (level: string): Logger =>
  pino(
    { level, serializers: { err: describeError } },
    // Below the 16 kB that it writes at once.
    pino.destination({ sync: false, minLength: 16_000, periodicFlush: 250 }),
  );

/**
 * What a log may say of an error nobody foresaw: not the properties that libraries hang on it (PostgreSQL's detail, a
 * request with its headers), and not what stands in quotes, where messages repeat values.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    code,
    message: redactText(error.message).replaceAll(/(["'`])[\s\S]*\1/g, '$1…$1'),
    stack: frames?.join('\n'),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
