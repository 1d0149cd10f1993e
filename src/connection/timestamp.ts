/** As answers have it and PostgreSQL reads it: ISO 8601 with an offset; years after 9999 have more digits, others ` BC`. */
const PATTERN =
  /^(\d{4,6})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?)( BC)?$/i;
const INFINITE = /^-?infinity$/i;

const DAY_S = 86_400;
const MAX_OFFSET_S = 16 * 3600;
const MICROSECONDS = 1_000_000;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days since 0000-03-01 of the Gregorian calendar: a Date ends at the year 275760, PostgreSQL at 294276. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
}

const microseconds = (days: number, ofDay = 0): bigint =>
  BigInt(days) * BigInt(DAY_S * MICROSECONDS) + BigInt(ofDay);

/** The first moment that a timestamp can hold (4714-11-24 BC), and the first that it cannot. */
const FIRST = microseconds(dayNumber(-4713, 11, 24));
const END = microseconds(dayNumber(294_277, 1, 1));

/** The microseconds from some moment to this one; undefined for one that PostgreSQL does not take, or is infinite. */
export function momentOf(text: string): bigint | undefined {
  const found = PATTERN.exec(text);
  if (!found) return;
  const number = (group: number): number => Number(found[group] ?? 0);
  const era = number(1);
  const [month, day, hour, minute, second] = [number(2), number(3), number(4), number(5), number(6)];
  // There is no year 0: 1 BC stands before the year 1.
  const year = found[11] ? 1 - era : era;
  if (era < 1 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return;
  // 24:00 ends the day, and :60 is a leap second.
  if (hour > 24 || minute > 59 || second > 60 || number(10) > 59) return;
  const offset = (number(9) * 60 + number(10)) * 60;
  const rest = Math.round(Number(`0.${found[7] ?? 0}`) * MICROSECONDS);
  const ofDay = ((hour * 60 + minute) * 60 + second) * MICROSECONDS + rest;
  if (offset >= MAX_OFFSET_S || ofDay > DAY_S * MICROSECONDS) return;
  const shift = (found[8] === '-' ? offset : -offset) * MICROSECONDS;
  const moment = microseconds(dayNumber(year, month, day), ofDay + shift);
  return moment >= FIRST && moment < END ? moment : undefined;
}

/**
 * True for what PostgreSQL takes as a date and time with its offset, so that it never has to refuse one. The text is
 * kept as it is, since a Date would round its microseconds.
 */
export const isTimestamp = (text: string): boolean => INFINITE.test(text) || momentOf(text) !== undefined;
