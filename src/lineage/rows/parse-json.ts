/** Numbers that a JavaScript number would not give back as they were: long ones, with an exponent, or ending in 0. */
const NOT_AS_WRITTEN = /\d{16}|\d[eE][+-]?\d|\.\d*0(?!\d)|-0(?![.\d])/;

/**
 * The value of a JSON column. Numbers in it keep their digits as the database has them: where a JavaScript number
 * would round one, it stays as it was written, and is written so into the answer.
 */
export function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  return NOT_AS_WRITTEN.test(text) ? JSON.parse(text, keepingDigits) : JSON.parse(text);
}

declare global {
  /** In Node 21 and newer, but not yet in TypeScript's library. */
  interface JSON {
    rawJSON(text: string): unknown;
    isRawJSON(value: unknown): boolean;
  }
}

type Context = { readonly source?: string };

function keepingDigits(_key: string, value: unknown, context?: Context): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return String(value) === context.source ? value : JSON.rawJSON(context.source);
}
