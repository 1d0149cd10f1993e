import { find, type Span } from './read-quoted.ts';

/** Also as it stands in a JSON text: `\n`. */
const LINE_BREAK = /\r?\n|(?:\\{1,15}r)?\\{1,15}n/y;
const LINE_END = /[\r\n]/g;
const ESCAPED_LINE_END = /[\r\n]|\\{1,15}[rn]|\\{0,15}"/g;
const BLOCK_HEADER = /[\t ]{0,64}[|>](\d?)[+-]?(\d?)[\t ]{0,64}(?=[\r\n]|\\{1,15}[rn])/y;

/** A block of YAML, `|` or `>-` and lines that are indented; without the blanks before it. */
export function blockAt(text: string, from: number): Span | undefined {
  BLOCK_HEADER.lastIndex = from;
  const header = BLOCK_HEADER.exec(text);
  if (!header) return undefined;
  let at = from + header[0].length;
  const isEscaped = text[at] === '\\';
  let indent = header[1] || header[2] ? 1 : 0;
  let start = -1;
  let end = -1;
  for (let line = behindBreak(text, at, isEscaped); line >= 0; line = behindBreak(text, at, isEscaped)) {
    const first = find(/[^\t ]/g, text, line);
    at = find(isEscaped ? ESCAPED_LINE_END : LINE_END, text, first);
    if (at === first) continue;
    if (first - line < Math.max(indent, 1)) break;
    indent ||= first - line;
    if (start < 0) start = first;
    end = at;
  }
  return start < 0 ? undefined : { start, end };
}

function behindBreak(text: string, at: number, isEscaped: boolean): number {
  LINE_BREAK.lastIndex = at;
  return LINE_BREAK.test(text) && (isEscaped || text[at] !== '\\') ? LINE_BREAK.lastIndex : -1;
}

/** Blanks with a line break among them; also `\` at the end of a line. */
const TO_BELOW = /\\?(?:\r?\n|(?:\\{1,15}r)?\\{1,15}n)(?:\s|\\{1,15}[nrt])*/y;
/** One word that is not the name of what follows it. */
const ONE_WORD = /[^\s:"'\\]+(?=[\t ]*(?:$|[\r\n]|\\{1,15}[rn]|\\{0,15}"))/y;
const LITERAL = /(?:[bruefn]{1,2})?\\{0,15}["'`[{(]/iy;

/** Where a value begins that stands on a line below its name: any in JSON, else what is indented and clearly a value. */
export function valueBelow(text: string, at: number, isQuotedName: boolean): number | undefined {
  TO_BELOW.lastIndex = at;
  if (!TO_BELOW.test(text)) return undefined;
  const start = TO_BELOW.lastIndex;
  if (isQuotedName) return start;
  if (!/[\t ]/.test(text[start - 1] ?? '')) return undefined;
  LITERAL.lastIndex = start;
  ONE_WORD.lastIndex = start;
  return LITERAL.test(text) || ONE_WORD.test(text) ? start : undefined;
}
