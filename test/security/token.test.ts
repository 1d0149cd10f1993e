import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { exportJWK, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, onTestFinished, vi } from 'vitest';
import { mintToken } from '../../src/security/mint-token.ts';
import { publicKey } from '../../src/security/token-key.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { logLines } from '../support/log-lines.ts';
import type { TestServer } from '../support/server.ts';
import { serverTest as it, serverForTest } from '../support/server-test.ts';

const SECRET = 'a secret of this test, 32 bytes and more';
const ISSUER = 'https://issuer.example.org';
const AUDIENCE = 'lineage';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const now = (): number => Math.floor(Date.now() / 1000);
const good = (): JWTPayload => ({
  sub: 'ann',
  scope: 'lineage:read',
  iss: ISSUER,
  aud: AUDIENCE,
  exp: now() + 600,
});
/** Good but for one claim that is not there. */
function without(claim: 'exp' | 'iss' | 'aud'): JWTPayload {
  const claims = good();
  delete claims[claim];
  return claims;
}
const sign = (claims: JWTPayload, alg = 'HS256', key: Uint8Array | KeyObject = bytes(SECRET), more = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg, ...more }).sign(key);

/** A token put together by hand, for what a well-behaved library refuses to sign. */
function forge(header: unknown, claims: unknown, signature = ''): string {
  const part = (value: unknown): string =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}
function forgeHmac(header: unknown, claims: unknown, key: string): string {
  const unsigned = forge(header, claims).slice(0, -1);
  return `${unsigned}.${createHmac('sha256', key).update(unsigned).digest('base64url')}`;
}

const open = closedAfterAll();
let opened: TestDatabase;
let bySecret: TestServer;
let byKey: TestServer;
beforeAll(async () => {
  opened = await open.database('empty');
  const claims = { jwtIssuer: ISSUER, jwtAudience: AUDIENCE };
  bySecret = await open.server(opened.database, { ...claims, secrets: { jwtSecret: SECRET } });
  byKey = await open.server(opened.database, { ...claims, secrets: { jwtPublicKey: publicKey(pem) } });
});

async function status(server: TestServer, authorization: string | undefined): Promise<[number, unknown]> {
  const response = await server.post(
    JSON.stringify({ query: '{ documents { totalCount } }' }),
    authorization === undefined ? {} : { authorization },
  );
  const { errors, data } = JSON.parse(await response.text());
  return [response.status, errors?.[0]?.extensions?.code ?? data];
}
const SERVED = [200, { documents: { totalCount: 0 } }];
const REFUSED = [401, 'UNAUTHENTICATED'];

describe('good tokens', () => {
  it.each<[string, () => Promise<string>]>([
    ['with the least', () => sign(good())],
    ['whose scopes are a list (scp)', () => sign({ ...good(), scope: undefined, scp: ['lineage:read'] })],
    [
      'whose scopes are a text (scp)',
      () => sign({ ...good(), scope: undefined, scp: 'lineage:read content:read' }),
    ],
    ['whose scp has one scope', () => sign({ ...good(), scope: undefined, scp: 'lineage:read' })],
    ['whose scope is a list', () => sign({ ...good(), scope: ['openid', 'lineage:read'] })],
    [
      'whose scopes stand apart by more than a space',
      () => sign({ ...good(), scope: 'openid \n lineage:read' }),
    ],
    ['that has scopes of other services too', () => sign({ ...good(), scope: 'openid lineage:read x' })],
    ['for several audiences', () => sign({ ...good(), aud: ['other', AUDIENCE] })],
    ['that ended a second ago, within the tolerance', () => sign({ ...good(), exp: now() - 1 })],
    ['by HS384', () => sign(good(), 'HS384')],
  ])('one %s is served', async (_, token) => {
    expect(await status(bySecret, `Bearer ${await token()}`)).toEqual(SERVED);
  });

  it('a public key takes what its private key signed', async () => {
    expect(await status(byKey, `Bearer ${await sign(good(), 'RS256', rsa.privateKey)}`)).toEqual(SERVED);
    expect(await status(byKey, `bearer ${await sign(good(), 'PS512', rsa.privateKey)}`)).toEqual(SERVED);
  });
});

/** Each is wrong in one way. */
const WRONG: readonly (readonly [string, () => string | undefined | Promise<string>])[] = [
  ['no header', () => undefined],
  ['an empty header', () => ''],
  ['only the word Bearer', () => 'Bearer'],
  ['no token behind Bearer', () => 'Bearer '],
  ['another scheme', async () => `Basic ${await sign(good())}`],
  ['a token without scheme', () => sign(good())],
  ['the scheme Token', async () => `Token ${await sign(good())}`],
  ['two tokens', async () => `Bearer ${await sign(good())} ${await sign(good())}`],
  ['a token in quotes', async () => `Bearer "${await sign(good())}"`],
  ['a password', () => 'Bearer hunter2'],
  ['the secret itself', () => `Bearer ${SECRET}`],
  ['two parts', () => `Bearer ${forge({ alg: 'HS256' }, good()).slice(0, -1)}`],
  ['four parts', async () => `Bearer ${await sign(good())}.e30`],
  ['an empty signature', () => `Bearer ${forge({ alg: 'HS256' }, good())}`],
  ['alg none', () => `Bearer ${forge({ alg: 'none' }, good())}`],
  ['alg None', () => `Bearer ${forge({ alg: 'None' }, good(), 'AA')}`],
  ['alg nOnE, signed', () => `Bearer ${forgeHmac({ alg: 'nOnE' }, good(), SECRET)}`],
  ['no alg', () => `Bearer ${forgeHmac({ typ: 'JWT' }, good(), SECRET)}`],
  ['an alg that is no text', () => `Bearer ${forgeHmac({ alg: ['HS256'] }, good(), SECRET)}`],
  ['a header that is no JSON', () => `Bearer ${forge('{', good(), 'AA')}`],
  ['a header that is a list', () => `Bearer ${forgeHmac(['HS256'], good(), SECRET)}`],
  ['claims that are no JSON', () => `Bearer ${forgeHmac({ alg: 'HS256' }, '{', SECRET)}`],
  ['claims that are null', () => `Bearer ${forgeHmac({ alg: 'HS256' }, null, SECRET)}`],
  [
    'an unknown critical header',
    () => `Bearer ${forgeHmac({ alg: 'HS256', crit: ['x'], x: 1 }, good(), SECRET)}`,
  ],
  [
    'unencoded claims (b64)',
    () => `Bearer ${forgeHmac({ alg: 'HS256', crit: ['b64'], b64: false }, good(), SECRET)}`,
  ],
  ['another secret', async () => `Bearer ${await sign(good(), 'HS256', bytes(SECRET.toUpperCase()))}`],
  [
    'the secret with a space behind',
    async () => `Bearer ${await sign(good(), 'HS256', bytes(`${SECRET} `))}`,
  ],
  ['the empty secret', () => `Bearer ${forgeHmac({ alg: 'HS256' }, good(), '')}`],
  ['RS256 where a secret is configured', async () => `Bearer ${await sign(good(), 'RS256', rsa.privateKey)}`],
  [
    'ES256 with a key of its own in the header (jwk)',
    async () =>
      `Bearer ${await sign(good(), 'ES256', ec.privateKey, { jwk: await exportJWK(ec.publicKey) })}`,
  ],
  [
    'a key to be fetched (jku)',
    async () => `Bearer ${await sign(good(), 'RS256', rsa.privateKey, { jku: 'http://127.0.0.1:1/keys' })}`,
  ],
  ['a kid that is a path', () => `Bearer ${forgeHmac({ alg: 'HS256', kid: '/dev/null' }, good(), '')}`],
  [
    'changed claims',
    async () => {
      const [header, , signature] = (await sign(good())).split('.');
      const claims = Buffer.from(JSON.stringify({ ...good(), scope: 'auth:read' })).toString('base64url');
      return `Bearer ${header}.${claims}.${signature}`;
    },
  ],
  ['a cut signature', async () => `Bearer ${(await sign(good())).slice(0, -4)}`],
  ['expired', async () => `Bearer ${await sign({ ...good(), exp: now() - 60 })}`],
  ['without expiry', async () => `Bearer ${await sign(without('exp'))}`],
  [
    'an expiry that is no number',
    () => `Bearer ${forgeHmac({ alg: 'HS256' }, { ...good(), exp: 'never' }, SECRET)}`,
  ],
  ['not yet valid', async () => `Bearer ${await sign({ ...good(), nbf: now() + 60 })}`],
  [
    'a start that is no number',
    () => `Bearer ${forgeHmac({ alg: 'HS256' }, { ...good(), nbf: 'now' }, SECRET)}`,
  ],
  ['another issuer', async () => `Bearer ${await sign({ ...good(), iss: 'https://evil.example.org' })}`],
  ['the issuer with a slash', async () => `Bearer ${await sign({ ...good(), iss: `${ISSUER}/` })}`],
  ['no issuer', async () => `Bearer ${await sign(without('iss'))}`],
  ['another audience', async () => `Bearer ${await sign({ ...good(), aud: 'billing' })}`],
  ['no audience', async () => `Bearer ${await sign(without('aud'))}`],
  [
    'scopes that are a number',
    () => `Bearer ${forgeHmac({ alg: 'HS256' }, { ...good(), scope: 7 }, SECRET)}`,
  ],
  [
    'scopes that are an object',
    () => `Bearer ${forgeHmac({ alg: 'HS256' }, { ...good(), scope: {} }, SECRET)}`,
  ],
  [
    'scp that is a number',
    () => `Bearer ${forgeHmac({ alg: 'HS256' }, { ...good(), scope: undefined, scp: 7 }, SECRET)}`,
  ],
  ['scopes that are a list of numbers', async () => `Bearer ${await sign({ ...good(), scope: [1] })}`],
  ['projects that are a text', async () => `Bearer ${await sign({ ...good(), projects: 'labor' })}`],
  ['projects that are numbers', async () => `Bearer ${await sign({ ...good(), projects: [1] })}`],
  ['projects that are null', async () => `Bearer ${await sign({ ...good(), projects: null })}`],
  ['10 kB of claims', async () => `Bearer ${await sign({ ...good(), x: 'x'.repeat(10_000) })}`],
];

describe('wrong tokens', () => {
  it.each(WRONG)('%s: UNAUTHENTICATED', async (_, header) => {
    expect(await status(bySecret, await header())).toEqual(REFUSED);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['signed with HS256 under the text of the public key', () => forgeHmac({ alg: 'HS256' }, good(), pem)],
    [
      'signed with HS256 under the text of the key without its last line break',
      () => forgeHmac({ alg: 'HS256' }, good(), pem.trim()),
    ],
    ['signed by another key', () => sign(good(), 'RS256', otherRsa.privateKey)],
    ['signed by another kind of key', () => sign(good(), 'EdDSA', ed.privateKey)],
    [
      'that says RS256 over a signature by PS256',
      async () => {
        const [, claims, signature] = (await sign(good(), 'PS256', rsa.privateKey)).split('.');
        return `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${claims}.${signature}`;
      },
    ],
    ['unsigned', () => forge({ alg: 'none' }, good())],
  ])('where a public key is configured, one %s: UNAUTHENTICATED', async (_, token) => {
    expect(await status(byKey, `Bearer ${await token()}`)).toEqual(REFUSED);
  });

  it('without the scope lineage:read, one is known but FORBIDDEN', async () => {
    for (const scope of ['', 'content:read', 'lineage:readx', 'LINEAGE:READ', 'lineage:*']) {
      expect(await status(bySecret, `Bearer ${await sign({ ...good(), scope })}`)).toEqual([
        403,
        'FORBIDDEN',
      ]);
    }
  });

  it('all are refused with the same words, which name no reason', async () => {
    const headers = [undefined, 'Bearer x.y.z', `Bearer ${await sign({ ...good(), exp: now() - 60 })}`];
    const answers = headers.map(
      async (authorization) =>
        (await bySecret.ask('{ __typename }', {}, authorization === undefined ? {} : { authorization }))
          .errors?.[0]?.message,
    );
    expect(new Set(await Promise.all(answers))).toEqual(
      new Set(['A valid token is needed: Authorization: Bearer <token>.']),
    );
  });

  it('nothing of a request without token is read, not even whether it is GraphQL', async () => {
    const response = await fetch(`${bySecret.url}/graphql`, { method: 'POST', body: '{' });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });
});

it('a token that was served is refused when it ends, although it is known', async () => {
  const header = `Bearer ${await sign({ ...good(), exp: now() + 10 })}`;
  expect(await status(bySecret, header)).toEqual(SERVED);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20_000 });
  expect(await status(bySecret, header)).toEqual(REFUSED);
  vi.useRealTimers();
});

describe('a key set (JWT_JWKS_URL)', () => {
  it('is fetched once, and again for a key that is new in it', async ({ serve }) => {
    let fetched = 0;
    const entry = async (kid: string, key: KeyObject) => ({ ...(await exportJWK(key)), kid });
    const keys = [await entry('first', rsa.publicKey)];
    const provider = createServer((_request, response) => {
      fetched += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
    }).listen(0, '127.0.0.1');
    await once(provider, 'listening');
    onTestFinished(() => void provider.close());
    const address = provider.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const server = await serve(opened.database, {
      jwtIssuer: ISSUER,
      jwtAudience: AUDIENCE,
      secrets: { jwtJwksUrl: `http://127.0.0.1:${port}/keys` },
    });
    const byFirst = await sign(good(), 'RS256', rsa.privateKey, { kid: 'first' });
    expect(await status(server, `Bearer ${byFirst}`)).toEqual(SERVED);
    expect(await status(server, `Bearer ${byFirst}`)).toEqual(SERVED);
    expect(fetched).toBe(1);
    const hmac = forgeHmac({ alg: 'HS256', kid: 'first' }, good(), pem);
    expect(await status(server, `Bearer ${hmac}`)).toEqual(REFUSED);
    keys.splice(0, 1, await entry('second', otherRsa.publicKey));
    // Unknown keys are asked for at most twice a minute, or guesses would flood the provider.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    const bySecond = await sign(good(), 'RS256', otherRsa.privateKey, { kid: 'second' });
    expect(await status(server, `Bearer ${bySecond}`)).toEqual(SERVED);
    expect(await status(server, `Bearer ${byFirst}`)).toEqual(REFUSED);
    vi.useRealTimers();
    expect(fetched).toBe(2);
  });

  /** A key server that fails in one way until it is told to serve. */
  async function failing(fail: (response: ServerResponse) => void) {
    const provider = { fetched: 0, works: false };
    const http = createServer(async (_request, response) => {
      provider.fetched += 1;
      if (!provider.works) return fail(response);
      const keys = [{ ...(await exportJWK(rsa.publicKey)), kid: 'first' }];
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
    }).listen(0, '127.0.0.1');
    await once(http, 'listening');
    const address = http.address();
    const { logger, lines } = logLines();
    const server = await serverForTest(
      opened.database,
      {
        jwtIssuer: ISSUER,
        jwtAudience: AUDIENCE,
        secrets: { jwtJwksUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/keys` },
      },
      logger,
    );
    onTestFinished(async () => {
      vi.useRealTimers();
      http.close();
    });
    return { provider, server, lines };
  }

  it.each<[string, (response: ServerResponse) => void]>([
    ['answers with 500', (response) => response.writeHead(500).end('stack: at file.js')],
    ['redirects', (response) => response.writeHead(302, { location: '/elsewhere' }).end()],
    ['gives no JSON', (response) => response.end('<html>')],
    ['gives no key set', (response) => response.end('{"keys": 5}')],
    ['hangs up', (response) => response.destroy()],
  ])('that %s: 503 with its own code, and one fetch until the cooldown is over', async (_, fail) => {
    const { provider, server, lines } = await failing(fail);
    const token = `Bearer ${await sign(good(), 'RS256', rsa.privateKey, { kid: 'first' })}`;
    for (let times = 0; times < 5; times += 1)
      expect(await status(server, token)).toEqual([503, 'KEYS_UNAVAILABLE']);
    expect(provider.fetched).toBe(1);
    // No token, or none that a key could fit, is the caller's fault all the same.
    expect(await status(server, undefined)).toEqual(REFUSED);
    expect(await status(server, 'Bearer x.y.z')).toEqual(REFUSED);
    expect(provider.fetched).toBe(1);
    // The operator is told why, once, and not as an error of the server.
    expect(lines.filter((line) => line.includes('JWT_JWKS_URL'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('request failed'))).toEqual([]);
    provider.works = true;
    expect(await status(server, token)).toEqual([503, 'KEYS_UNAVAILABLE']);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 });
    expect(await status(server, token)).toEqual(SERVED);
    expect(provider.fetched).toBe(2);
  });

  it('that is not there says when to try again', async ({ serve }) => {
    const server = await serve(opened.database, { secrets: { jwtJwksUrl: 'http://127.0.0.1:1/keys' } });
    const token = await sign(good(), 'RS256', rsa.privateKey, { kid: 'first' });
    const response = await server.post('{"query":"{ __typename }"}', { authorization: `Bearer ${token}` });
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.text()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|fetch failed/);
  });
});

describe('npm run token', () => {
  const config = (secrets: { jwtSecret: string | undefined }) => ({
    jwtIssuer: ISSUER,
    jwtAudience: AUDIENCE,
    jwtClockTolerance: 5,
    secrets: { jwtJwksUrl: undefined, jwtPublicKey: undefined, ...secrets },
  });
  const claims = { scopes: ['lineage:read'], projects: undefined, expires: '1h', subject: 'ann' };

  it('makes a token that a server with the same settings takes', async () => {
    const token = await mintToken(config({ jwtSecret: SECRET }), claims);
    expect(await status(bySecret, `Bearer ${token}`)).toEqual(SERVED);
  });

  it.each([
    ['an unknown scope', { scopes: ['lineage:write'] }, /--scope is "lineage:write"/],
    ['no scope', { scopes: [] }, /--scope/],
    ['a time that is none', { expires: 'soon' }, /--expires is "soon"/],
    ['an empty project', { projects: [''] }, /--projects/],
  ])('refuses %s', async (_, wrong, message) => {
    await expect(mintToken(config({ jwtSecret: SECRET }), { ...claims, ...wrong })).rejects.toThrow(message);
  });

  it('says that it takes JWT_SECRET', async () => {
    await expect(mintToken(config({ jwtSecret: undefined }), claims)).rejects.toThrow(
      /JWT_SECRET is not set/,
    );
  });
});
