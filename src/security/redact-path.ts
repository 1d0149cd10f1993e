import { isIndex, isValueOfPair, type Named, namedBelow, redact } from './redact.ts';
import { REDACTED } from './redacted.ts';

/**
 * How many keys of a path can be followed inside the database. The others are followed after the redaction: what
 * `env.0.value` or `headers.0.1` means is said by the name beside it.
 */
export function keysToRead(path: readonly string[]): number {
  const pair = path.findIndex(isValueOfPair);
  return pair < 0 ? path.length : pair;
}

/**
 * What stands at a path of a JSON value, without credentials. The path is context: below a key that names a secret,
 * everything is one. `value`: what the first `keysToRead` keys of the path lead to.
 */
export function redactAt(path: readonly string[], value: unknown): unknown {
  const read = keysToRead(path);
  const above = path.slice(0, read);
  if (value === null) return null;
  const parents = above.slice(0, -1).reduce<Named>(namedBelow, undefined);
  if (parents === 'secret') return REDACTED;
  return follow(path.slice(read), redact(value, above.reduce<Named>(namedBelow, undefined)));
}

/** As the database follows a path: elements of lists by number, from the end if it is negative. */
function follow(path: readonly string[], value: unknown): unknown {
  const [key, ...below] = path;
  if (key === undefined || value === REDACTED) return value;
  if (Array.isArray(value)) return isIndex(key) ? follow(below, value.at(Number(key)) ?? null) : null;
  if (typeof value !== 'object' || value === null || JSON.isRawJSON(value)) return null;
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return follow(below, found ?? null);
}
