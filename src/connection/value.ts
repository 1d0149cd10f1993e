import type { ColumnKind } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import { isTimestamp } from './timestamp.ts';

const INT_END = 2 ** 31;
const BIGINT_END = 2n ** 63n;
/** The numbers of PostgreSQL that JSON has as texts. */
const NO_NUMBERS: ReadonlySet<unknown> = new Set(['NaN', 'Infinity', '-Infinity']);

export const isBigInt = (text: string): boolean => {
  if (!/^-?\d{1,19}$/.test(text)) return false;
  const value = BigInt(text);
  return value < BIGINT_END && value >= -BIGINT_END;
};

const FITS: Readonly<Record<ColumnKind, (value: unknown) => boolean>> = {
  // PostgreSQL's texts hold every character but NUL; half of a surrogate pair is no character.
  String: (value) => typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed(),
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value < INT_END && value >= -INT_END,
  BigInt: (value) => Number.isSafeInteger(value) || (typeof value === 'string' && isBigInt(value)),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value)) || NO_NUMBERS.has(value),
  Boolean: (value) => typeof value === 'boolean',
  DateTime: (value) => typeof value === 'string' && isTimestamp(value),
  Json: () => true,
};

/** Whether a column of this kind can hold the value. */
export const fits = (value: unknown, kind: ColumnKind): boolean => FITS[kind](value);

/** Throws BAD_USER_INPUT unless a column of this kind can hold the value, so that the database never has to refuse it. */
export function checkValue(value: unknown, kind: ColumnKind, path: string): void {
  if (fits(value, kind)) return;
  if (kind === 'String' && typeof value === 'string')
    throw badInput(`${path} has a character that PostgreSQL cannot store: NUL, or half of a surrogate pair.`);
  throw badInput(`${path} takes ${kind === 'Int' ? 'an' : 'a'} ${kind}.`);
}
