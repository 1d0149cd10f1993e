import { createHash } from 'node:crypto';

/** Numbers from 0 to 1 that are the same in every run of the program (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A key of 63 bits, spread over the whole range, so that a client which rounds it is found out. */
export const bigKey = (text: string): string => (BigInt(`0x${sha256(text).slice(0, 16)}`) >> 1n).toString();

/** A point in time of 2026 with microseconds: minutes after the first of January. */
export function at(minutes: number, micros = 0): string {
  const date = new Date(Date.UTC(2026, 0, 1) + Math.round(minutes * 60_000));
  return date.toISOString().replace('Z', `${String(micros % 1000).padStart(3, '0')}+00:00`);
}
