import { find, quotedAt, type Span } from './read-quoted.ts';
import { blockAt, valueBelow } from './read-yaml.ts';

/** How the name before a value is written. */
export interface Before {
  readonly name: string;
  readonly separator: string | undefined;
  /** What stands before the name, e.g. the quote around a header. */
  readonly around: string | undefined;
  /** How many quotes stand behind the name. */
  readonly quotes: number;
}

/** What stands behind a separator. */
export function valueAt(text: string, from: number, before: Before): Span {
  const block = before.separator === ':' ? blockAt(text, from) : undefined;
  if (block) return block;
  const here = find(/[^\t =:>]/g, text, from);
  const start = valueBelow(text, here, before.quotes > 0) ?? here;
  return literalAt(text, start, before.quotes) ?? unquoted(text, start, before);
}

/** A value that says where it ends: in quotes, in brackets, or a call. */
function literalAt(text: string, start: number, quotes = 1): Span | undefined {
  const quoted = quotedAt(text, start, quotes);
  if (quoted) return quoted;
  const bracket = start + (/^\\{0,15}(?=[[{])/.exec(text.slice(start, start + 16))?.[0].length ?? 0);
  if (/[[{]/.test(text[bracket] ?? ''))
    return { start, end: balanced(text, bracket, text.length) ?? text.length };
  return callAt(text, start);
}

const CALL = /(?:[a-z_][\w.]{0,63})?\(/iy;
/** `SecretStr('`, `SecretStr(value=b"`, `(str('`: what follows is read to its end, also where that was cut off. */
const OF_LITERALS =
  /(?:(?:[a-z_][\w.]{0,63})?\(\s{0,64}(?:\w{1,40}\s?=\s?)?){1,4}(?:[bruefn]{1,2})?\\{0,15}["'`]/iy;
const MAX_CALL = 200;

/** `SecretStr('x')`, `('user', 'x')`: a call or a tuple. */
function callAt(text: string, start: number): Span | undefined {
  CALL.lastIndex = start;
  if (!CALL.test(text)) return undefined;
  const bracket = CALL.lastIndex - 1;
  OF_LITERALS.lastIndex = start;
  if (OF_LITERALS.test(text)) return { start, end: balanced(text, bracket, text.length) ?? text.length };
  const end = balanced(text, bracket, Math.min(text.length, bracket + MAX_CALL));
  return end === undefined ? undefined : { start, end };
}

/** Behind the bracket that closes the one at `from`, brackets in quotes aside; undefined where none does. */
function balanced(text: string, from: number, to: number): number | undefined {
  const marks = text[from] === '(' ? /[()"']/g : /[{}[\]"']/g;
  marks.lastIndex = from;
  let open = 0;
  for (let match = marks.exec(text); match && match.index < to; match = marks.exec(text)) {
    const [mark] = match;
    if (mark === '"' || mark === "'") marks.lastIndex = behindQuoted(text, match.index);
    else open += /[([{]/.test(mark) ? 1 : -1;
    if (open === 0) return marks.lastIndex;
  }
  return undefined;
}

function behindQuoted(text: string, at: number): number {
  // An apostrophe: don't.
  if (text[at] === "'" && /\w\w$/.test(text.slice(Math.max(0, at - 2), at))) return at + 1;
  let from = at;
  while (at - from < 15 && text[from - 1] === '\\') from -= 1;
  return quotedAt(text, from)?.after ?? at + 1;
}

function unquoted(text: string, start: number, { name, around }: Before): Span {
  const isQuoted = around === '"' || around === "'";
  if (/authorization$/i.test(name)) return authorization(text, start, isQuoted);
  if (/cookies?$/i.test(name)) return { start, end: find(isQuoted ? /["'\r\n]/g : /[\r\n]/g, text, start) };
  return { start, end: trimmed(text, start, find(/[\s&;"'`<>]/g, text, start)) };
}

/** Without the backslashes that belong to the quote behind it. */
function trimmed(text: string, start: number, end: number): number {
  let last = end;
  if (/["'`]/.test(text[end] ?? '')) while (last > start && text[last - 1] === '\\') last -= 1;
  return last;
}

/** Keeps the scheme of `Authorization: Bearer x`, which is no secret. */
function authorization(text: string, from: number, isQuoted: boolean): Span {
  const scheme = /^(?:(bearer|basic|token|apikey)|[a-z][\w-]{0,30})[\t ]{1,8}(?=\S)/i.exec(
    text.slice(from, from + 64),
  );
  const start = from + (scheme?.[0].length ?? 0);
  // One word, or parameters up to the end of the line.
  const until = scheme?.[1] || isQuoted ? /[\s"'<>]/g : /[\r\n]/g;
  return {
    start,
    end: trimmed(text, start, find(scheme && !scheme[1] && isQuoted ? /["'\r\n]/g : until, text, start)),
  };
}
