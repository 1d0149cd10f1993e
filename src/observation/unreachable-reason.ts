import { LineageError } from '../errors.ts';
import { redactText } from '../security/redact.ts';

/** Why the database cannot be reached, in the words of the driver, without credentials; for operators only. */
export function unreachableReason(error: unknown): string | undefined {
  if (!(error instanceof LineageError) || error.code !== 'DATABASE_UNAVAILABLE') return undefined;
  return redactText(wordsOf(error.cause)) || 'no reason given';
}

/** An address that has several numbers (localhost) fails with one error for each. */
function wordsOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(wordsOf).join('; ');
  if (!(cause instanceof Error)) return '';
  return cause.cause instanceof Error && cause.message.startsWith('Connection terminated')
    ? `${cause.message} (${wordsOf(cause.cause)})`
    : cause.message;
}
