const REDACTED = '[redacted]';

/** Keys whose value is a secret whatever it looks like. `total_tokens` and the like are counts, not credentials. */
const SECRET_KEY =
  /(^|[_\-.])(pass(word|wd|phrase)?|pwd|secrets?|(access|auth|bearer|refresh|session|id)?[_-]?token|api[_-]?keys?|(access|private|signing|encryption)[_-]?keys?|authorization|credentials?|cookies?|session[_-]?id)$/i;
const camelToSnake = (key: string): string => key.replace(/([a-z0-9])([A-Z])/g, '$1_$2');

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // The user's part of a URL: postgres://user:password@host
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/?#@"']*@/gi, `$1${REDACTED}@`],
  // A key in a URL or connection string: ?api_key=..., password=...
  [
    /\b((?:password|passwd|pwd|secret|token|access_token|api[_-]?key|sig(?:nature)?)=)[^\s&;"']+/gi,
    `$1${REDACTED}`,
  ],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${REDACTED}`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, REDACTED],
  // Keys that say what they are: OpenAI, AWS, GitHub, Slack; and any JWT.
  [
    /\b(sk-[\w-]{16,}|AKIA[0-9A-Z]{16}|gh[pousr]_\w{20,}|xox[abprs]-[\w-]{10,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/g,
    REDACTED,
  ],
];

/** A text without the credentials in it. */
export const redactText = (text: string): string =>
  PATTERNS.reduce((redacted, [pattern, replacement]) => redacted.replace(pattern, replacement), text);

/** A JSON value without credentials, at any depth: in texts, and under keys that are named like secrets. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      item !== null && typeof item !== 'boolean' && SECRET_KEY.test(camelToSnake(key))
        ? REDACTED
        : redact(item),
    ]),
  );
}

/** What stands at a path of a JSON value. The path is context: below a key that names a secret, everything is one. */
export function redactAt(path: readonly string[], value: unknown): unknown {
  if (value === null || path.length === 0) return redact(value);
  const secret = path.findIndex((key) => SECRET_KEY.test(camelToSnake(key)));
  if (secret < 0 || (secret === path.length - 1 && typeof value === 'boolean')) return redact(value);
  return REDACTED;
}
