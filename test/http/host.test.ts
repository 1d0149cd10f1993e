import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { hostCheck } from '../../src/http/host.ts';
import { databaseForTest } from '../support/databases.ts';
import { logLines } from '../support/log-lines.ts';
import { serverForTest } from '../support/server-test.ts';
import { JWT_SECRET } from '../support/tokens.ts';

const MALFORMED = [
  '[',
  'a b',
  'x:99999',
  'x:',
  ':4000',
  '',
  '[::1',
  '[:::::]',
  'x:1:2',
  'a@localhost',
  'localhost/x',
];
const OTHERS = [
  'evil.example:4000',
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'xlocalhost',
  'localhost.',
  '127.0.0.2',
  '2130706433',
  '0x7f.1',
  '0.0.0.0',
  '[::2]:4000',
  '[::ffff:127.0.0.1]',
];

describe('without tokens', () => {
  const check = hostCheck('127.0.0.1', false);

  it.each([
    'localhost',
    'localhost:4000',
    'LocalHost:80',
    '127.0.0.1:4000',
    '[::1]',
    '[::1]:4000',
    undefined,
  ])('%s is accepted', (host) => expect(check(host)).toBeUndefined());

  it.each(OTHERS)('%s: FORBIDDEN', (host) => expect(check(host)?.code).toBe('FORBIDDEN'));

  it('the setting HOST is accepted too, an IPv6 address in brackets', () => {
    expect(hostCheck('127.0.0.2', false)('127.0.0.2:4000')).toBeUndefined();
    expect(hostCheck('0:0::1', false)('[0:0::1]:4000')).toBeUndefined();
  });
});

describe('with tokens', () => {
  const check = hostCheck('0.0.0.0', true);
  it.each(OTHERS)('%s is accepted: a page has no token', (host) => expect(check(host)).toBeUndefined());
});

it.each(MALFORMED)('%j is malformed, with tokens and without', (host) => {
  for (const needsToken of [true, false])
    expect(hostCheck('127.0.0.1', needsToken)(host)?.extensions.http).toMatchObject({ status: 400 });
});

describe('over HTTP', () => {
  async function serve(secrets: { jwtSecret?: string } = {}) {
    const { database } = await databaseForTest('empty');
    const { logger, lines } = logLines();
    const server = await serverForTest(database, { secrets }, logger);
    return { url: server.url, lines };
  }

  /** fetch does not let callers choose their Host. */
  const send = (url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      request(url, { headers }, async (response) => {
        let body = '';
        for await (const text of response.setEncoding('utf8')) body += text;
        resolve({ status: response.statusCode ?? 0, body });
      })
        .once('error', reject)
        .end();
    });

  it('a page whose name was made to point to this machine reads nothing', async () => {
    const { url, lines } = await serve();
    const page = {
      host: 'evil.example:4000',
      origin: 'http://evil.example:4000',
      'sec-fetch-site': 'same-origin',
    };
    for (const path of ['/graphql?query={__typename}', '/metrics', '/ready', '/']) {
      const { status, body } = await send(`${url}${path}`, page);
      expect([path, status, JSON.parse(body).errors[0].extensions.code]).toEqual([path, 403, 'FORBIDDEN']);
    }
    expect(lines.map((line) => JSON.parse(line).codes)).toEqual(Array(4).fill(['FORBIDDEN']));
  });

  it('a server with tokens is asked under any name', async () => {
    const { url } = await serve({ jwtSecret: JWT_SECRET });
    const { status } = await send(`${url}/graphql?query={__typename}`, { host: 'lineage.example.org' });
    expect(status).toBe(401);
  });

  it.each(['[', 'a b', 'x:99999'])(
    'the malformed %j: 400 that shows nothing of the server, and is logged',
    async (host) => {
      const { url, lines } = await serve();
      const { status, body } = await send(`${url}/graphql?query={__typename}`, { host });
      expect(status).toBe(400);
      expect(JSON.parse(body)).toEqual({
        errors: [{ message: 'The Host header is malformed.', extensions: { code: 'BAD_USER_INPUT' } }],
      });
      expect(lines.map((line) => JSON.parse(line).status)).toEqual([400]);
    },
  );
});
