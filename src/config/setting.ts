import type { Parser } from './parsers.ts';

/** One environment variable: what it means, what it takes, and what holds without it. */
export interface Setting<Value> {
  readonly name: string;
  readonly meaning: string;
  /** What can go wrong with it; absent where nothing can. */
  readonly danger?: string;
  readonly takes: Parser<Value>;
  /** What holds when it is not set. */
  readonly value: Value;
  /** The same in words, where the value does not say it. */
  readonly without?: string;
}

/** A setting whose value is never shown: not in messages, not in logs. */
export interface Secret<Value> extends Setting<Value> {
  readonly secret: true;
}

export const setting = <Value>(given: Setting<Value>): Setting<Value> => given;

export const secret = <Value>(given: Setting<Value>): Secret<Value> => ({
  ...given,
  secret: true,
  // Spreading would read a default that is made anew each time.
  get value() {
    return given.value;
  },
});

/** What holds without the setting, in words. */
export function withoutIt({ value, without }: Setting<unknown>): string {
  if (without !== undefined) return without;
  return value === undefined || (Array.isArray(value) && value.length === 0) ? 'none' : String(value);
}
