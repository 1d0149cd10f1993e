/** One environment variable: what it means, what it takes, and what holds without it. */
export interface Setting<Value> {
  readonly name: string;
  readonly meaning: string;
  /** What can go wrong with it; absent where nothing can. */
  readonly danger?: string;
  readonly takes: string;
  /** What holds when it is not set, in words. */
  readonly default: string;
  /** Undefined for a text that it does not take. */
  readonly read: (text: string) => Value | undefined;
  /** What holds when it is not set. */
  readonly value: Value;
}

/** A setting whose value is never shown: not in messages, not in logs. */
export interface Secret<Value> extends Setting<Value> {
  readonly secret: true;
  /** What of a wrong value may stand in the message that refuses it. */
  readonly mask: (text: string) => string;
}

export const setting = <Value>(given: Setting<Value>): Setting<Value> => given;

export const secret = <Value>(
  given: Setting<Value> & { readonly mask?: (text: string) => string },
): Secret<Value> => ({
  mask: (text) => `a text of ${text.length} characters`,
  ...given,
  secret: true,
  // Spreading would read a default that is made anew each time.
  get value() {
    return given.value;
  },
});

export const whole =
  (min: number, max: number) =>
  (text: string): number | undefined => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  };

export const anyText = (text: string): string => text;

export const onOrOff = (text: string): boolean | undefined =>
  text === 'true' ? true : text === 'false' ? false : undefined;

export const oneOf =
  <Word extends string>(choices: readonly Word[]) =>
  (text: string): Word | undefined =>
    choices.find((choice) => choice === text);

/** A host name or an address, without port. */
export const host = (text: string): string | undefined =>
  /^([\w.-]+|[0-9a-f:.]+|\[[0-9a-f:.]+\])$/i.test(text) ? text.replace(/^\[|\]$/g, '') : undefined;

export const isLoopback = (address: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(address);

/** Origins as browsers send them: scheme, host, port, and nothing behind. */
export function origins(text: string): readonly string[] | undefined {
  const words = text.split(',').map((word) => word.trim());
  const good = words.every(
    (word) => /^https?:/.test(word) && URL.canParse(word) && new URL(word).origin === word,
  );
  return good ? words : undefined;
}

/** Keys that come by plain http could be anyone's; on loopback there is nobody between. */
export function httpsUrl(text: string): string | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, '')) ? text : undefined;
}

/** Without user and password: the setting is no secret. */
export function plainUrl(text: string): string | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { username, password, search, hash } = new URL(text);
  return username + password + search + hash === '' ? text : undefined;
}

export const redisUrl = (text: string): string | undefined =>
  /^rediss?:\/\//.test(text) && URL.canParse(text) ? text : undefined;

export function postgresUrl(text: string): string | undefined {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { username, password, pathname } = new URL(text);
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
  } catch {
    return undefined;
  }
  return text;
}

/** Separated by commas. */
export function postgresUrls(text: string): readonly string[] | undefined {
  const urls = text.split(',').map((url) => postgresUrl(url.trim()));
  return urls.every((url) => url !== undefined) ? urls : undefined;
}

/**
 * The parts of a URL that are no secret. What is malformed may hold the password anywhere, so that only a scheme and
 * what certainly stands behind user and password is shown.
 */
export function maskUrl(text: string): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/is.exec(text) ?? [];
  if (scheme === undefined || rest === undefined) return `a text of ${text.length} characters`;
  const at = rest.lastIndexOf('@');
  const query = rest.search(/[?#]/);
  if (at < 0 || (query >= 0 && query < at)) return `${scheme}...`;
  return `${scheme}***${rest.slice(at).replace(/[?#].*$/s, '')}`;
}
