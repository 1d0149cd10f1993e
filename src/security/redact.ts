import { KEY_FORMATS } from './key-formats.ts';
import { redactAssignments } from './redact-assignments.ts';
import { redactUrls } from './redact-url.ts';
import { REDACTED } from './redacted.ts';
import { type SecretName, secretName } from './secret-names.ts';

/** Deeper than any value that a program writes on purpose; what lies below is not given. */
const MAX_DEPTH = 500;

const FORMATS = Object.entries(KEY_FORMATS);

/** A text without the credentials in it. Takes time in proportion to its length, whatever it holds. */
export function redactText(text: string): string {
  return redactEncoded(text) ?? redactPlain(text);
}

function redactPlain(text: string): string {
  const urls = redactUrls(text);
  const formats = FORMATS.reduce(
    (redacted, [service, pattern]) => redacted.replace(pattern, (found) => replacement(service, found)),
    urls,
  );
  return redactAssignments(formats);
}

function replacement(service: string, found: string): string {
  if (service === 'JSON Web Tokens') return found.includes('.') ? REDACTED : found;
  if (service !== 'HTTP authorization') return REDACTED;
  const [scheme = '', value = ''] = found.split(/\s+/);
  return /\d|[a-z][A-Z]|=$/.test(value) ? `${scheme} ${REDACTED}` : found;
}

/** A text that is JSON itself, redacted as such; undefined for any other. It stays as it was written where nothing is hidden. */
function redactEncoded(text: string): string | undefined {
  if (!/^\s{0,20}[[{"]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (JSON.stringify(redact(value)) === JSON.stringify(value)) return text;
    // Again, with all digits of its numbers.
    return JSON.stringify(redact(JSON.parse(text, keepingDigits)));
  } catch {
    return undefined;
  }
}

function keepingDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return String(value) === context.source ? value : JSON.rawJSON(context.source);
}

/** How what is being read is named: not like a secret, like one, or like tokens, whose numbers are counts. */
export type Named = SecretName;

/** What lies below a name is named by it too. */
export const namedBelow = (above: Named, name: string): Named => {
  const named = secretName(name);
  return above === 'secret' || named === 'secret' ? 'secret' : (named ?? above);
};

/** A JSON value without credentials, at any depth: in texts, in keys, and under names that are named like secrets. */
export const redact = (value: unknown, named: Named = undefined): unknown => redactBelow(value, named, 0);

function redactBelow(value: unknown, named: Named, depth: number): unknown {
  if (value === null || typeof value === 'boolean' || value === undefined) return value;
  if (named === 'secret' || depth > MAX_DEPTH) return REDACTED;
  if (typeof value === 'string')
    return named === 'token' && !/^[\d.,]*$/.test(value) ? REDACTED : redactText(value);
  if (typeof value !== 'object' || JSON.isRawJSON(value)) return value;
  return Array.isArray(value) ? redactList(value, named, depth) : redactObject(value, named, depth);
}

/** In lists a name can stand before its value: `["Authorization", "x"]`, `["--password", "x"]`. */
function redactList(values: readonly unknown[], named: Named, depth: number): readonly unknown[] {
  const isPair = values.length === 2;
  return values.map((value, index) => {
    const before = values[index - 1];
    const names = typeof before === 'string' && (isPair || isOptionOrHeader(before));
    return redactBelow(value, names ? namedBelow(named, before) : named, depth + 1);
  });
}

const isOptionOrHeader = (text: string): boolean =>
  /^(?:--?[\w-]{1,64}|(?:proxy-)?authorization|(?:set-)?cookie|x-[\w-]{1,64})$/i.test(text);

/** Fields that name another field of the same object, and fields that they name: `{ name: "password", value: "x" }`. */
const NAMES =
  /^(?:name|key|k|field|header|header_?name|variable|var|param|parameter|option|property|env|label)$/i;
const VALUES = /^(?:(?:string|raw|new|old|default|current)[_-]?)?(?:values?|val|v|content|data|default)$/i;

function redactObject(value: object, named: Named, depth: number): unknown {
  const entries = Object.entries(value);
  const naming = entries.flatMap(([key, item]) =>
    typeof item === 'string' && NAMES.test(key) ? [item] : [],
  );
  const ofValues = naming.reduce(namedBelow, named);
  const used = new Set<string>();
  return Object.fromEntries(
    entries.map(([key, item]) => {
      const own = namedBelow(VALUES.test(key) ? ofValues : named, key);
      return [unused(redactText(key), used), redactBelow(item, own, depth + 1)];
    }),
  );
}

/** Two keys that are secrets stay two keys. */
function unused(key: string, used: Set<string>): string {
  const free = used.has(key) ? `${key} ${used.size}` : key;
  used.add(free);
  return free;
}

/** Keys that are values of a pair, whose name stands beside them. */
export const isValueOfPair = (key: string): boolean =>
  VALUES.test(key) || (isIndex(key) && Number(key) !== 0);

/** As PostgreSQL reads the number of an element. */
export const isIndex = (key: string): boolean => /^\s*[+-]?\d+$/.test(key);
