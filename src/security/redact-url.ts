import { REDACTED } from './redacted.ts';

const END = /[\s"'<>`]/g;
const MAX_SCHEME = 32;
const MAX_PASSWORD = 128;

/** The text up to which a pattern with /g does not match, from `start` on. */
function endAt(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.index ?? text.length;
}

/**
 * URLs without user and password. Passwords that were not percent-encoded, with `/`, `@` or `#` in them, are found too:
 * with such a URL no connection can be made, so it is what error texts quote. One pass over the text.
 */
export function redactUrls(text: string): string {
  let result = '';
  let done = 0;
  let end = 0;
  let lastAt = -1;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const start = at + 3;
    if (start < done) continue;
    const scheme = schemeBefore(text, at);
    if (scheme === '') continue;
    if (start > end) {
      end = endAt(END, text, start);
      const inUrl = text.slice(start, end).lastIndexOf('@');
      lastAt = inUrl < 0 ? -1 : start + inUrl;
    }
    const to = userEnd(text, start, end, lastAt, /^https?$/i.test(scheme));
    if (to === undefined) continue;
    result += `${text.slice(done, start)}${REDACTED}`;
    done = to;
  }
  return result + text.slice(done);
}

function schemeBefore(text: string, at: number): string {
  return /[a-z][a-z0-9+.-]{0,31}$/i.exec(text.slice(Math.max(0, at - MAX_SCHEME), at))?.[0] ?? '';
}

/** Where user and password end; undefined where the URL has none. `end`: where the URL does, `lastAt`: its last @. */
function userEnd(
  text: string,
  start: number,
  end: number,
  lastAt: number,
  isHttp: boolean,
): number | undefined {
  const authorityEnd = Math.min(endAt(/[/?#]/g, text, start), end);
  const authority = text.slice(start, authorityEnd);
  const colon = authority.indexOf(':');
  const userAt = authority.lastIndexOf('@');
  if (userAt >= 0) return colon >= 0 && colon < userAt ? lastAt : start + userAt;
  // `host:5432` or `[::1]:5432`; whatever else stands behind a colon is the start of a password.
  if (colon < 0 || authority.startsWith('[')) return undefined;
  const isPort = /^\d{1,5}(?:,|$)/.test(authority.slice(colon + 1));
  if (lastAt >= authorityEnd) return isPort && isHttp ? undefined : lastAt;
  if (isPort || isHttp) return undefined;
  // A password with a space or a quote in it, or a text that was cut off.
  const line = /^[^\n\r]*@(?=[\w.[-])/.exec(text.slice(start, end + MAX_PASSWORD));
  return line ? start + line[0].length - 1 : end;
}
