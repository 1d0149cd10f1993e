/** Part of a text: from `start` up to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands between quotes, and where the text goes on behind them. */
export interface Quoted extends Span {
  readonly after: number;
}

const MAX_ESCAPES = 15;

/** `"`, `\"`, `b'`, `$'`. */
const OPENING = /([bruefn]{1,2}|[$@])?(\\{0,15})(["'`])/iy;

/** Where a pattern with /g matches, from a place on; the end of the text where it does not. */
export function find(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** The quoted text that begins here. `width`: how many quotes stand together, as in `""x""` of a CSV file. */
export function quotedAt(text: string, from: number, width = 1): Quoted | undefined {
  OPENING.lastIndex = from;
  const [opening, prefix, backslashes = '', quote = ''] = OPENING.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const start = from + opening.length;
  // `'password=b'`: this quote closes what it stands in.
  if (prefix !== undefined && /^[\s,;)\]}]?$/.test(text.slice(start, start + 1))) return undefined;
  const wide = backslashes === '' ? widthOf(text, start - 1, quote, width) : 1;
  return wideAt(text, start - 1, quote, wide, width > 1) ?? closing(text, quote, start, backslashes.length);
}

function widthOf(text: string, at: number, quote: string, width: number): number {
  let end = at;
  while (text[end] === quote) end += 1;
  const run = end - at;
  if (run >= width && width > 1) return width;
  if (run === 2 && /\w/.test(text[end] ?? '')) return 2;
  return run > 2 && run % 2 === 1 ? 3 : 1;
}

function wideAt(text: string, at: number, quote: string, wide: number, isCsv: boolean): Quoted | undefined {
  if (wide === 1) return undefined;
  const start = at + wide;
  const end = text.indexOf(quote.repeat(wide), start);
  if (end >= 0) return { start, end, after: end + wide };
  // Not closed, it was cut off. `'''x'` is one quote and x in SQL.
  if (quote === "'" || (wide === 2 && !isCsv)) return undefined;
  return { start, end: text.length, after: text.length };
}

/** The end of a quoted text whose quotes have this many backslashes before them; of the line where it is not closed. */
function closing(text: string, quote: string, start: number, escapes: number): Quoted {
  for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, at + 1)) {
    let before = 0;
    while (before <= MAX_ESCAPES && at - 1 - before >= start && text[at - 1 - before] === '\\') before += 1;
    const isClosed = escapes === 0 ? before % 2 === 0 : before <= escapes;
    if (!isClosed) continue;
    if (escapes === 0 && quote === "'" && text[at + 1] === "'") at += 1;
    else return { start, end: at - (escapes === 0 ? 0 : before), after: at + 1 };
  }
  const end = find(/[\r\n]/g, text, start);
  return { start, end, after: end };
}
