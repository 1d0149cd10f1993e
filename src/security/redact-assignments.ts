import { REDACTED } from './redacted.ts';
import { type SecretName, secretName } from './secret-names.ts';

/**
 * Where a name may end that is worth a look, and what stands between it and its value: `password = `, `"password": `,
 * `['DB_PASSWORD'] = `, `<password>`, `--password `. All repetitions are bounded, so a text is read in linear time.
 */
const CANDIDATE =
  /(?:passw|passphrase|passcode|pass|pwd|pw|secret|cred|token|key|auth|cookie|bearer|jwt|sig|sess|otp)[\w.-]{0,40}(?:[\\"'\]\t ]{0,8}(:=|=>|[=:>]|%3D|%3A)|(?=\s))/gi;
const MAX_NAME = 64;
const MAX_ESCAPES = 15;

const isNamePart = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 45 ||
  code === 46;

/** A text without the values of what is named like a secret. */
export function redactAssignments(text: string): string {
  let result = '';
  let done = 0;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const start = nameStart(text, match.index);
    const name = /^[\w.-]*/.exec(text.slice(start, match.index + match[0].length))?.[0] ?? '';
    const [, separator] = match;
    // `--password x`, and `<password>x`.
    if (separator === undefined && !name.startsWith('--')) continue;
    if (separator === '>' && text[start - 1] !== '<') continue;
    const kind = secretName(name);
    if (kind === undefined) continue;
    const value = valueAt(text, CANDIDATE.lastIndex, name, text[start - 1]);
    if (value.start >= value.end || isKept(text.slice(value.start, value.end), kind)) continue;
    result += `${text.slice(done, value.start)}${REDACTED}`;
    done = value.end;
    CANDIDATE.lastIndex = value.end;
  }
  return result + text.slice(done);
}

function nameStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_NAME && isNamePart(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** Counts of tokens, and words that say that there is no value. */
const isKept = (value: string, kind: SecretName): boolean =>
  value === REDACTED ||
  /^(?:null|none|true|false|undefined)$/i.test(value) ||
  (kind === 'token' && /^[\d.,_]+$/.test(value));

interface Span {
  readonly start: number;
  readonly end: number;
}

const find = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
};

/** What stands behind a separator; `around` is what stands before the name, e.g. the quote around a header. */
function valueAt(text: string, from: number, name: string, around: string | undefined): Span {
  const start = find(/[^\t =:>]/g, text, from);
  let quoteAt = start;
  while (text[quoteAt] === '\\' && quoteAt - start < MAX_ESCAPES) quoteAt += 1;
  const first = text[quoteAt] ?? '';
  if (/["'`]/.test(first))
    return { start: quoteAt + 1, end: closing(text, first, quoteAt + 1, quoteAt - start) };
  if (first === '{' || first === '[') return { start, end: balanced(text, quoteAt) };
  if (/authorization$/i.test(name)) return authorization(text, start, around);
  if (/cookies?$/i.test(name))
    return { start, end: find(around === '"' || around === "'" ? /["'\r\n]/g : /[\r\n]/g, text, start) };
  return { start, end: trimmed(text, start, find(/[\s&;"'`<>]/g, text, start)) };
}

/** Without the backslashes that belong to the quote behind it. */
function trimmed(text: string, start: number, end: number): number {
  let last = end;
  if (/["'`]/.test(text[end] ?? '')) while (last > start && text[last - 1] === '\\') last -= 1;
  return last;
}

/** Keeps the scheme of `Authorization: Bearer x`, which is no secret. */
function authorization(text: string, from: number, around: string | undefined): Span {
  const scheme = /^(?:(bearer|basic|token|apikey)|[a-z][\w-]{0,30})[\t ]{1,8}(?=\S)/i.exec(
    text.slice(from, from + 64),
  );
  const start = from + (scheme?.[0].length ?? 0);
  const isQuoted = around === '"' || around === "'";
  // One word, or parameters up to the end of the line.
  const until = scheme?.[1] || isQuoted ? /[\s"'<>]/g : /[\r\n]/g;
  return {
    start,
    end: trimmed(text, start, find(scheme && !scheme[1] && isQuoted ? /["'\r\n]/g : until, text, start)),
  };
}

/** The end of a quoted text whose quotes have this many backslashes before them; of the line where it is not closed. */
function closing(text: string, quote: string, from: number, escapes: number): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    let before = 0;
    while (before <= MAX_ESCAPES && text[at - 1 - before] === '\\') before += 1;
    const isClosed = escapes === 0 ? before % 2 === 0 : before <= escapes;
    if (!isClosed) continue;
    if (escapes === 0 && quote === "'" && text[at + 1] === "'") at += 1;
    else return at - (escapes === 0 ? 0 : before);
  }
  return find(/[\r\n]/g, text, from);
}

/** The end of a value in brackets; of the text where it was cut off. */
function balanced(text: string, from: number): number {
  const brackets = /[{}[\]]|"(?:[^"\\]|\\.)*"?/g;
  brackets.lastIndex = from;
  let open = 0;
  for (let match = brackets.exec(text); match; match = brackets.exec(text)) {
    if (match[0] === '{' || match[0] === '[') open += 1;
    else if (match[0] === '}' || match[0] === ']') open -= 1;
    if (open === 0) return brackets.lastIndex;
  }
  return text.length;
}
