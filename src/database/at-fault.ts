/** `unnamed portal parameter $1 = '...'`, in any language. What stands there of stored data holds no such words. */
const PARAMETER = /\bpar\S* \$\d+( = |$)/im;

/**
 * Whether a value of the caller is why PostgreSQL refused a value (class 22), and not one that is stored. It says so
 * where it reads parameters ("portal parameter $1") or the text of the statement (a position); older versions and
 * other languages only repeat the value.
 */
export function isOfCaller(error: unknown, values: readonly unknown[]): boolean {
  if (!(error instanceof Error)) return false;
  if ('position' in error && error.position !== undefined) return true;
  if ('where' in error && typeof error.where === 'string' && PARAMETER.test(error.where)) return true;
  const texts = values
    .flat(Number.POSITIVE_INFINITY)
    .filter((value) => value !== null)
    .map(String);
  const code = 'code' in error ? error.code : '';
  // Null characters: no text of PostgreSQL holds one, so that none is stored.
  if (code === '22021' && texts.some((text) => text.includes('\0'))) return true;
  const quoted = [...error.message.matchAll(/["»„“](.*?)["«“”]/gs)].map(([, text = '']) => text);
  // A character that the encoding of the database lacks: read from UTF8, where a stored one is read from that encoding.
  if (code === '22P05') return quoted[0] === 'UTF8';
  return quoted.some((value) => texts.some((text) => text === value || isElement(text, value)));
}

/** A list travels as one text: `{a,b}`. */
const isElement = (text: string, value: string): boolean =>
  text.startsWith('{') && text.slice(1, -1).split(',').includes(value);
