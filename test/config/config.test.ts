import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { withoutIt } from '../../src/config/setting.ts';
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
    `postgres://user:${PASSWORD}@/db?host=/cloudsql/project:region:instance`,
    'postgres://user@:5433/db?host=/var/run/postgresql',
    'postgres://%2Fvar%2Frun%2Fpostgresql/db',
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
      `${name} is ${JSON.stringify(text)}, but takes ${setting?.takes.words}.`,
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
    'mysql://user:pa55word@host/db',
    'postgresql+psycopg://user:pa55word@host/db',
    'postgres://user:pa55word@host:99999/db',
    'postgres://user:pa@55word@host:port/db?password=pa55word',
    'postgres://user:%zzpa55word@host/db',
    'postgres://user:pa55word/db?x=@',
    'user:pa55word@host/db',
    'pa55word',
  ])('by refusing DATABASE_URL=%s', (url) => {
    const message = refusal({ DATABASE_URL: url });
    expect(message).toMatch(
      `DATABASE_URL is a text of ${url.length} characters, but takes postgres://user:password@host:port/database.`,
    );
    expect(message).not.toContain(PASSWORD);
  });

  // Each would connect somewhere else, or be told as a host in the start line.
  it.each([
    'postgres://u:p@zq#w/rd@127.0.0.1/db',
    'postgres://u:p@zq@127.0.0.1/db',
    'postgres://u:p#zq@127.0.0.1/db',
    'postgres://u:p/zq@127.0.0.1/db',
    'postgres://u:p?zq@127.0.0.1/db',
    'postgres://u:p%zq@127.0.0.1/db',
    'postgres://u:100%@127.0.0.1/db',
    'postgres://u:p zq@127.0.0.1/db',
    'postgres://u:p\nzq@127.0.0.1/db',
    'postgres://u:p@zq@/db?host=/var/run/postgresql',
    'postgres://u:p@127.0.0.1/db#zq',
    'postgres://u:p@127.0.0.1/db?password=p@zq',
  ])('by a character of the password that is not encoded: %j', (url) => {
    for (const variable of ['DATABASE_URL', 'DATABASE_REPLICA_URLS']) {
      const message = refusal({ DATABASE_URL: 'postgres://host/db', [variable]: url });
      expect(message).toMatch(
        /^DATABASE_\w+ is a text of \d+ characters, but takes .* must be percent-encoded/,
      );
      for (const part of ['zq', '127.0.0.1']) expect(message).not.toContain(part);
    }
  });
});

describe('an open setting shows no password that was put into it', () => {
  const TEXTS = [
    'http://u:s3cr3tpw@h/',
    'https://u:99999/s3cr3tpw@h:4318',
    'postgres://reader:s3cr3tpw@db.example.org/papers',
    `postgres://reader:${'x'.repeat(70)}s3cr3tpw@db/papers`,
    'postgres://reader:p#s3cr3tpw@db/papers',
    'redis://:s3cr3tpw@cache:6379',
    'reader:s3cr3tpw@db/papers',
    'host=db user=reader password=s3cr3tpw',
    'https://h/?token=s3cr3tpw',
  ];
  /** Of these, any text may be right. */
  const TEXT = [SETTINGS.jwtIssuer, SETTINGS.jwtAudience].map(({ name }) => name);
  const names = Object.values(SETTINGS)
    .filter((one) => !('secret' in one) && !TEXT.includes(one.name))
    .map(({ name }) => name);

  it.each(names)('%s', (name) => {
    for (const text of TEXTS) {
      const message = refusal({ [name]: text });
      expect(message).toContain(`${name} is a text of ${text.length} characters, but takes `);
      expect(message).toMatch(
        /\. It seems to hold a password, which belongs into no setting that is shown\.$/,
      );
      // Not even the start of one that was cut.
      for (const part of ['s3cr', 'xxxx', '99999']) expect(message).not.toContain(part);
    }
  });

  it.each(TEXT)('%s', (name) => {
    for (const text of TEXTS) expect(refusal({ [name]: text })).not.toContain('s3cr');
  });

  it('a token is not told as a host', () => {
    const token = `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${'zdWIiOiJhbm4ifQ'}.${'s3cr3tpw'.repeat(5)}`;
    expect(refusal({ HOST: token })).toMatch(/^HOST is a text of \d+ characters, but without tokens/);
  });
});

it.each(['.data', '/home/ann@example.org/data', '../my data/x'])('DATA_DIR=%s', (text) => {
  expect(readConfig({ DATA_DIR: text })).toMatchObject({ dataDir: text });
});

it.each([
  ['postgresql+psycopg2://u:pw@h/db', 'Drop +psycopg2,'],
  ['postgresql+asyncpg://u:pw@h/db', 'Drop +asyncpg,'],
  ['postgres+pg8000://u:pw@h/db', 'Drop +pg8000,'],
  ['jdbc:postgresql://h/db?user=u&password=pw', 'Drop jdbc:,'],
  ['"postgres://u:pw@h/db"', 'Drop the quotation marks'],
])('a URL of another program gets a hint: %s', (url, hint) => {
  const message = refusal({ DATABASE_URL: url });
  expect(message).toContain(hint);
  expect(message).not.toContain('pw');
});

it.each([
  ['https://data.example.org/lineage', { origin: 'https://data.example.org', path: '/lineage' }],
  ['https://data.example.org/lineage/', { origin: 'https://data.example.org', path: '/lineage' }],
  ['http://localhost:8080', { origin: 'http://localhost:8080', path: '' }],
])('PUBLIC_URL=%s', (text, publicUrl) => {
  expect(readConfig({ PUBLIC_URL: text })).toMatchObject({ publicUrl });
});

it.each(['/lineage', 'ftp://x/y', 'https://x/a?b', 'https://x/a//b', 'https://x/<b>'])(
  'PUBLIC_URL=%s is refused',
  (text) => {
    expect(refusal({ PUBLIC_URL: text })).toMatch(/^PUBLIC_URL is ".*", but takes an http or https URL/);
  },
);

it('says of every setting what it means and takes, under a name of its own', () => {
  const settings = Object.values(SETTINGS);
  expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
  for (const setting of settings) {
    expect(setting.name).toMatch(/^[A-Z][A-Z_]+$/);
    for (const text of [setting.meaning, setting.takes.words, withoutIt(setting)]) expect(text).not.toBe('');
  }
});

it.each([
  [SETTINGS.port, '4000'],
  [SETTINGS.graphiql, 'true'],
  [SETTINGS.corsOrigins, 'none'],
  [SETTINGS.jwtSecret, 'none'],
  [SETTINGS.costPerMinute, 'no limit'],
  [SETTINGS.sessionDigestKey, 'made anew at each start'],
])('what holds without $name is read off its value, unless it has words of its own', (setting, words) => {
  expect(withoutIt(setting)).toBe(words);
});
