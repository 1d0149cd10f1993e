import { valueAt } from './read-value.ts';
import { REDACTED } from './redacted.ts';
import { type SecretName, secretName } from './secret-names.ts';

/**
 * Where a name may end that is worth a look, and what stands between it and its value: `password = `, `"password": `,
 * `['DB_PASSWORD'] = `, `<password>`, `--password `. All repetitions are bounded, so a text is read in linear time.
 */
const CANDIDATE =
  /(?:passw|passphrase|passcode|pass|pwd|pw|secret|cred|token|key|auth|cookie|bearer|jwt|sig|sess|otp)[\w.-]{0,40}(?:([\\"'\]\t ]{0,8}\s{0,64})(:=|=>|[=:>]|%3D|%3A)|(?=\s))/gi;
const MAX_NAME = 64;

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
    const [, between = '', separator] = match;
    const quotes = /["']+/.exec(between)?.[0].length ?? 0;
    // Only a name in quotes, as in JSON, is followed by a line break.
    if (quotes === 0 && /[\r\n]/.test(between)) continue;
    // `--password x`, and `<password>x`.
    if (separator === undefined && !name.startsWith('--')) continue;
    if (separator === '>' && text[start - 1] !== '<') continue;
    const kind = secretName(name);
    if (kind === undefined) continue;
    const value = valueAt(text, CANDIDATE.lastIndex, { name, separator, quotes, around: text[start - 1] });
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
