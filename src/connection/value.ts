import type { ColumnKind } from '../database/tables.ts';
import { badInput } from '../errors.ts';

const INT_MAX = 2 ** 31;
const BIGINT_MAX = 2n ** 63n;
const TIMESTAMP = /^\d{4,6}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d(:?\d\d)?)$/i;

/** True for an ISO 8601 date and time with its offset; the text is kept as it is, since a Date would round its microseconds. */
export const isTimestamp = (text: string): boolean => {
  if (!TIMESTAMP.test(text)) return false;
  // What the pattern cannot see: month 13, hour 25, the 30th of February.
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(text.replace(' ', 'T').replace(/(\.\d{3})\d+/, '$1'))) &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() + 1 === month &&
    date.getUTCDate() === day
  );
};

export const isBigInt = (text: string): boolean => {
  if (!/^-?\d{1,19}$/.test(text)) return false;
  const value = BigInt(text);
  return value < BIGINT_MAX && value >= -BIGINT_MAX;
};

const FITS: Readonly<Record<ColumnKind, (value: unknown) => boolean>> = {
  // PostgreSQL's text holds every character but this one.
  String: (value) => typeof value === 'string' && !value.includes('\u0000'),
  Int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < INT_MAX,
  BigInt: (value) => isBigInt(String(value)),
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
  DateTime: (value) => typeof value === 'string' && isTimestamp(value),
  Json: () => true,
};

/** Whether a column of this kind can hold the value. */
export const fits = (value: unknown, kind: ColumnKind): boolean => FITS[kind](value);

/** Throws BAD_USER_INPUT unless a column of this kind can hold the value, so that the database never has to refuse it. */
export function checkValue(value: unknown, kind: ColumnKind, path: string): void {
  if (!fits(value, kind)) throw badInput(`${path} takes a ${kind}.`);
}
