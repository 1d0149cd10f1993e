import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { SETTINGS } from '../../src/config/settings.ts';
import { ConfigError } from '../../src/errors.ts';

const PASSWORD = 'pa55word';

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error(`${JSON.stringify(env)} was taken.`);
}

function weakKey(): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}
function privateKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

describe('without variables', () => {
  it('serves embedded data on loopback', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 4000, dataDir: '.data', poolSize: 10 });
    expect(readConfig({}).secrets.databaseUrl).toBeUndefined();
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('makes a new digest key at each start', () => {
    expect(readConfig({}).secrets.sessionDigestKey).not.toBe(readConfig({}).secrets.sessionDigestKey);
  });

  it('cannot be changed', () => {
    expect(() => Object.assign(readConfig({}), { port: 1 })).toThrow(TypeError);
    expect(() => Object.assign(readConfig({}).secrets, { databaseUrl: 'x' })).toThrow(TypeError);
  });
});

describe('good values', () => {
  it.each([
    ['PORT', '0', { port: 0 }],
    ['HOST', '::1', { host: '::1' }],
    ['HOST', '[::1]', { host: '::1' }],
    ['HOST', 'localhost', { host: 'localhost' }],
    ['STATEMENT_TIMEOUT_MS', '250', { statementTimeout: 250 }],
    ['GRAPHIQL', 'false', { graphiql: false }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    [
      'CORS_ORIGINS',
      'https://a.example, http://localhost:5173',
      { corsOrigins: ['https://a.example', 'http://localhost:5173'] },
    ],
  ])('%s=%s', (name, text, expected) => {
    expect(readConfig({ [name]: text })).toMatchObject(expected);
  });

  it.each([
    'postgres://host/db',
    `postgresql://user:${PASSWORD}@host:5433/db?sslmode=require`,
    'postgres:///db?host=/var/run/postgresql',
    'postgres://user:p%40ss@[::1]:5432/db',
  ])('DATABASE_URL=%s', (url) => {
    expect(readConfig({ DATABASE_URL: url }).secrets.databaseUrl).toBe(url);
  });
});

describe('DATABASE_REPLICA_URLS', () => {
  const DATABASE_URL = 'postgres://host/db';
  it.each([
    ['postgres://one/db', ['postgres://one/db']],
    ['postgres://one/db, postgresql://two:5433/db', ['postgres://one/db', 'postgresql://two:5433/db']],
    ['postgres://u:a%2Cb@one/db,postgres://two/db', ['postgres://u:a%2Cb@one/db', 'postgres://two/db']],
  ])('%s', (text, urls) => {
    const { secrets } = readConfig({ DATABASE_URL, DATABASE_REPLICA_URLS: text });
    expect(secrets.databaseReplicaUrls).toEqual(urls);
  });

  it.each([`postgres://one/db,mysql://u:${PASSWORD}@two/db`, `postgres://u:${PASSWORD}@one/db,`, 'one,two'])(
    '%s is refused without showing a password',
    (text) => {
      const message = refusal({ DATABASE_URL, DATABASE_REPLICA_URLS: text });
      expect(message).toMatch(/^DATABASE_REPLICA_URLS is a text of \d+ characters, but takes URLs/);
      expect(message).not.toContain(PASSWORD);
    },
  );
});

describe('what needs a PostgreSQL is refused without one', () => {
  it.each([
    ['WORKERS', '2'],
    ['DATABASE_REPLICA_URLS', 'postgres://host/db'],
  ])('%s=%s', (name, text) => {
    expect(refusal({ [name]: text })).toMatch(new RegExp(`^${name} is set.*DATABASE_URL is not`));
  });
});

describe('a bad value is refused in one line that names the variable, what it got and what it takes', () => {
  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '4000x'],
    ['PORT', '0x10'],
    ['POOL_SIZE', '0'],
    ['POOL_SIZE', '1.5'],
    ['STATEMENT_TIMEOUT_MS', '15s'],
    ['GRAPHIQL', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', '127.0.0.1\nPORT=1'],
    ['CORS_ORIGINS', 'app.example.org'],
    ['CORS_ORIGINS', 'https://app.example.org/path'],
    ['CORS_ORIGINS', '*'],
  ])('%s=%j', (name, text) => {
    const setting = Object.values(SETTINGS).find((one) => one.name === name);
    expect(refusal({ [name]: text })).toBe(
      `${name} is ${JSON.stringify(text)}, but takes ${setting?.takes}.`,
    );
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.org', '127.0.0.1.example.org'])(
    'HOST=%s without tokens',
    (host) => {
      expect(refusal({ HOST: host })).toContain(`HOST is "${host}"`);
      expect(refusal({ HOST: host })).toContain('loopback');
    },
  );
});

describe('tokens', () => {
  const secret = 'x'.repeat(32);

  it('a key opens every address', () => {
    expect(readConfig({ HOST: '0.0.0.0', JWT_SECRET: secret })).toMatchObject({ host: '0.0.0.0' });
    const byUrl = { HOST: '::', JWT_JWKS_URL: 'https://id.example.org/keys', JWT_AUDIENCE: 'lineage' };
    expect(readConfig(byUrl)).toMatchObject({ host: '::', jwtAudience: 'lineage' });
  });

  it.each([
    [{ JWT_SECRET: 'x'.repeat(31) }, /^JWT_SECRET is a text of 31 characters, but takes/],
    [{ JWT_JWKS_URL: 'http://id.example.org/keys' }, /^JWT_JWKS_URL is .*, but takes an https URL/],
    [{ JWT_JWKS_URL: 'file:///etc/passwd' }, /^JWT_JWKS_URL/],
    [{ JWT_PUBLIC_KEY: 'x' }, /^JWT_PUBLIC_KEY/],
    [{ JWT_PUBLIC_KEY: weakKey() }, /^JWT_PUBLIC_KEY/],
    [{ JWT_PUBLIC_KEY: privateKey() }, /^JWT_PUBLIC_KEY/],
    [
      { JWT_SECRET: secret, JWT_JWKS_URL: 'https://x.org' },
      /^JWT_JWKS_URL and JWT_SECRET are set, but only one/,
    ],
    [{ JWT_ISSUER: 'https://x.org' }, /^JWT_ISSUER is set, but no key to check tokens with/],
    [{ JWT_AUDIENCE: 'x' }, /^JWT_AUDIENCE is set, but no key/],
    [{ JWT_SECRET: secret, JWT_CLOCK_TOLERANCE_S: '301' }, /^JWT_CLOCK_TOLERANCE_S/],
  ])('%o is refused', (env, message) => {
    expect(refusal(env)).toMatch(message);
    expect(refusal(env)).not.toContain(secret);
    expect(refusal(env)).not.toContain('\n');
  });
});

describe('a secret is never shown', () => {
  const env = { DATABASE_URL: `postgres://user:${PASSWORD}@host/db`, SESSION_DIGEST_KEY: PASSWORD };

  it('by printing or serialising the configuration', () => {
    const config = readConfig(env);
    const prints = [
      JSON.stringify(config),
      JSON.stringify(config.secrets),
      inspect(config, { showHidden: true, depth: 9 }),
      inspect(config.secrets),
      JSON.stringify({ ...config }),
      `${Object.values(config)}`,
    ];
    expect(prints.join()).not.toContain(PASSWORD);
    expect(config.secrets.databaseUrl).toContain(PASSWORD);
  });

  it.each([
    ['mysql://user:pa55word@host/db', 'mysql://***@host/db'],
    ['postgresql+psycopg://user:pa55word@host/db', 'postgresql+psycopg://***@host/db'],
    ['postgres://user:pa55word@host:99999/db', 'postgres://***@host:99999/db'],
    ['postgres://user:pa@55word@host:port/db?password=pa55word', 'postgres://***@host:port/db'],
    ['postgres://user:%zzpa55word@host/db', 'postgres://***@host/db'],
    ['postgres://user:pa55word', 'postgres://...'],
    ['postgres://user:pa55word/db?x=@', 'postgres://...'],
    ['postgres://user:12345:1?pa55word=@', 'postgres://...'],
    ['user:pa55word@host/db', 'a text of 21 characters'],
    ['pa55word', 'a text of 8 characters'],
  ])('by refusing DATABASE_URL=%s', (url, shown) => {
    const message = refusal({ DATABASE_URL: url });
    expect(message).toBe(`DATABASE_URL is ${shown}, but takes postgres://user:password@host:port/database.`);
    expect(message).not.toContain(PASSWORD);
  });
});

it('says of every setting what it means and takes, under a name of its own', () => {
  const settings = Object.values(SETTINGS);
  expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
  for (const { name, meaning, takes, default: preset } of settings) {
    expect(name).toMatch(/^[A-Z][A-Z_]+$/);
    for (const text of [meaning, takes, preset]) expect(text).not.toBe('');
  }
});
