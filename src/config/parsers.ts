import { readPostgresUrl } from '../database/postgres-url.ts';
import { redactText } from '../security/redact.ts';
import { hintFor } from './url-hint.ts';

/** Reads the text of a variable. */
export interface Parser<Value> {
  /** What it takes, in words. */
  readonly words: string;
  /** Undefined for a text that it does not take. */
  readonly read: (text: string) => Value | undefined;
  /** What more to say of a text that it refuses; never a part of it. */
  readonly hint?: (text: string) => string | undefined;
}

/** The same parser, with words that say more. */
export const saying = <Value>(words: string, parser: Parser<Value>): Parser<Value> => ({ ...parser, words });

export const whole = (min: number, max: number): Parser<number> => ({
  words: `${min} to ${max}`,
  read: (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  },
});

export const anyText: Parser<string> = { words: 'a text', read: (text) => text };

/** A file or a folder. A URL is none, nor what holds a password: its name would be shown, and a folder be made of it. */
export const place: Parser<string> = {
  words: 'a file or a folder',
  read: (text) => (/:\/\/|:[^/]*@/.test(text) || redactText(text) !== text ? undefined : text),
};

export const onOrOff: Parser<boolean> = {
  words: 'true or false',
  read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
};

export const oneOf = <Word extends string>(choices: readonly Word[]): Parser<Word> => ({
  words: `one of ${choices.join(', ')}`,
  read: (text) => choices.find((choice) => choice === text),
});

/** Without port. */
export const host: Parser<string> = {
  words: 'an address or a host name',
  read: (text) =>
    /^([\w.-]+|[0-9a-f:.]+|\[[0-9a-f:.]+\])$/i.test(text) ? text.replace(/^\[|\]$/g, '') : undefined,
};

export const isLoopback = (address: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(address);

const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** As browsers send them: scheme, host, port, and nothing behind. */
export const origins: Parser<readonly string[]> = {
  words: 'origins separated by commas, e.g. https://app.example.org,http://localhost:5173',
  read: (text) => {
    const words = text.split(',').map((word) => word.trim());
    return words.every(isOrigin) ? words : undefined;
  },
};

/** Keys that come by plain http could be anyone's; on loopback there is nobody between. */
export const httpsUrl: Parser<string> = {
  words: 'an https URL, or http on loopback',
  read: (text) => {
    if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined;
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, '')) ? text : undefined;
  },
};

const isPlainUrl = (text: string): boolean => {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { username, password, search, hash } = new URL(text);
  return username + password + search + hash === '';
};

/** Without user and password: the setting is no secret. */
export const plainUrl: Parser<string> = {
  words: 'an http or https URL',
  read: (text) => (isPlainUrl(text) ? text : undefined),
};

export interface PublicUrl {
  /** Scheme, host and port, as browsers send them. */
  readonly origin: string;
  /** Begins with a slash and does not end with one; empty for the root. */
  readonly path: string;
}

export const publicUrl: Parser<PublicUrl> = {
  words: 'an http or https URL such as https://data.example.org/lineage',
  read: (text) => {
    if (!isPlainUrl(text)) return undefined;
    const { origin, pathname } = new URL(text);
    return /^[\w./~-]*$/.test(pathname) && !pathname.includes('//')
      ? { origin, path: pathname.replace(/\/$/, '') }
      : undefined;
  },
};

export const redisUrl: Parser<string> = {
  words: 'redis://user:password@host:port, or rediss://',
  read: (text) => (/^rediss?:\/\/[^@#]*@?[^@#]*$/.test(text) && URL.canParse(text) ? text : undefined),
};

export const postgresUrl: Parser<string> = {
  words: 'postgres://user:password@host:port/database',
  read: (text) => (readPostgresUrl(text) ? text : undefined),
  hint: hintFor,
};

export const postgresUrls: Parser<readonly string[]> = {
  words: 'URLs like that of DATABASE_URL, separated by commas; a comma within one is %2C',
  read: (text) => {
    const urls = text.split(',').map((url) => postgresUrl.read(url.trim()));
    return urls.every((url) => url !== undefined) ? urls : undefined;
  },
  hint: (text) =>
    text
      .split(',')
      .map((url) => hintFor(url.trim()))
      .find(Boolean),
};
