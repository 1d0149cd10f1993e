import { describe, expect, it } from 'vitest';
import { ADA_SESSION, PASSWORD_HASH } from '../../prisma/seed/stories/people.ts';
import { digestSessionId } from '../../src/lineage/fields/session-digest.ts';
import { redact, redactText } from '../../src/security/redact.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent, realRunsPresent } from '../support/real-runs.ts';
import { useServer } from '../support/use-server.ts';

describe('a text is given without its credentials', () => {
  it.each([
    ['host=db password=hunter2 user=rag', 'host=db password=[redacted] user=rag'],
    ["password='hunter two' user=rag", "password='[redacted]' user=rag"],
    ["password='it''s' user=rag", "password='[redacted]' user=rag"],
    ["password='a\\'b c' user=rag", "password='[redacted]' user=rag"],
    ['password = x', 'password = [redacted]'],
    ['password: x', 'password: [redacted]'],
    ['password == "x"', 'password == "[redacted]"'],
    ['password => "x"', 'password => "[redacted]"'],
    ['password%3Dx', 'password%3D[redacted]'],
    ["os.environ['DB_PASSWORD'] = 'x'", "os.environ['DB_PASSWORD'] = '[redacted]'"],
    ['<password>x</password>', '<password>[redacted]</password>'],
    ['mysql --password x -u root', 'mysql --password [redacted] -u root'],
    ['PGPASSWORD=x', 'PGPASSWORD=[redacted]'],
    ['DB_PASSWORD=x', 'DB_PASSWORD=[redacted]'],
    ['OPENAI_API_KEY=x', 'OPENAI_API_KEY=[redacted]'],
    ['client_secret=x', 'client_secret=[redacted]'],
    ['refresh_token=x', 'refresh_token=[redacted]'],
    ['aws_secret_access_key=x', 'aws_secret_access_key=[redacted]'],
    ['AccountKey=abc==;EndpointSuffix=y', 'AccountKey=[redacted];EndpointSuffix=y'],
    ['https://x.org/?api_key=12345&q=1', 'https://x.org/?api_key=[redacted]&q=1'],
    ['x-api-key: x', 'x-api-key: [redacted]'],
    ['Authorization: Token x', 'Authorization: Token [redacted]'],
    ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer [redacted]'],
    ["-H 'Authorization: Bearer x' https://x.org", "-H 'Authorization: Bearer [redacted]' https://x.org"],
    ['Authorization: Digest username="M", response="x"', 'Authorization: Digest [redacted]'],
    ['Cookie: a=b; c=d\nHost: h', 'Cookie: [redacted]\nHost: h'],
    ['sent bearer abcdefgh12345678', 'sent bearer [redacted]'],
  ])('named: %s', (given, expected) => {
    expect(redactText(given)).toBe(expected);
  });

  it.each([
    ['say {"password": "x", "user": "u"}', 'say {"password": "[redacted]", "user": "u"}'],
    ['say {\\"password\\": \\"x y\\", \\"n\\": 1}', 'say {\\"password\\": \\"[redacted]\\", \\"n\\": 1}'],
    ['say {"credentials": {"a": "}x", "b": ["y"]}, "n": 1}', 'say {"credentials": [redacted], "n": 1}'],
    ['cut off: {"credentials": {"a": "x", "b"', 'cut off: {"credentials": [redacted]'],
    ['{"password": "x", "n": 12345678901234567890}', '{"password":"[redacted]","n":12345678901234567890}'],
    [
      JSON.stringify(JSON.stringify({ password: 'x' })),
      JSON.stringify(JSON.stringify({ password: '[redacted]' })),
    ],
    ['{ "a":  1 }', '{ "a":  1 }'],
  ])('JSON within: %s', (given, expected) => {
    expect(redactText(given)).toBe(expected);
  });

  it.each([
    ['postgres://rag:s3cret@db:5432/x', 'postgres://[redacted]@db:5432/x'],
    ['could not reach redis://:s3cret@cache:6379', 'could not reach redis://[redacted]@cache:6379'],
    ['postgres://u:p/ss@h/db', 'postgres://[redacted]@h/db'],
    ['postgres://u:p@ss/w#d@h/db', 'postgres://[redacted]@h/db'],
    ['postgres://u:p?w@h/db', 'postgres://[redacted]@h/db'],
    ['postgres://u:p w@h/db', 'postgres://[redacted]@h/db'],
    ["postgres://u:p'w@h/db", 'postgres://[redacted]@h/db'],
    ['postgres://u:12/34@h/db', 'postgres://[redacted]@h/db'],
    ['https://u:p/w@h/', 'https://[redacted]@h/'],
    ['cut off: postgres://rag:hunt', 'cut off: postgres://[redacted]'],
    ['https://key@o1.ingest.io/1?to=a@b.org', 'https://[redacted]@o1.ingest.io/1?to=a@b.org'],
    ["a 'http://u:p@h/' b http://v:q@i/", "a 'http://[redacted]@h/' b http://[redacted]@i/"],
  ])('URLs: %s', (given, expected) => {
    expect(redactText(given)).toBe(expected);
  });

  it.each([
    'total_tokens: 12',
    'total_tokens=12',
    'max_tokens: 5',
    'maxTokens: 5',
    'token_count: 3',
    'tokens: 3',
    'tokenizer: cl100k',
    'author: A, cache_key: k, primary key: id',
    'Secretary: Ms X',
    'basic assumptions of bearer instruments',
    'password: null',
    'https://example.org/a@b',
    'https://example.org:8080/a@b',
    'redis://[::1]:6379/0 and mongodb://a:1,b:2/x',
    'a.b@example.org',
    'https://doi.org/10.1257/aer.90.5.1362',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'eyJjdXJzb3IiOlsiYSJdfQ',
    'task-force-on-minimum-wages',
  ])('and nothing else: %s', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('JSON is given without credentials', () => {
  it('at any depth, by key and by value, and leaves counts of tokens alone', () => {
    expect(
      redact({
        a: [{ openai_api_key: 'x', deep: { clientSecret: { id: 1 }, url: 'http://u:p@h/' } }],
        total_tokens: 5,
        maxTokens: 7,
        password: null,
      }),
    ).toEqual({
      a: [
        { openai_api_key: '[redacted]', deep: { clientSecret: '[redacted]', url: 'http://[redacted]@h/' } },
      ],
      total_tokens: 5,
      maxTokens: 7,
      password: null,
    });
  });

  it.each([
    ...[
      'secretKey',
      'accessKeyId',
      'AWSAccessKeyId',
      'PGPASSWORD',
      'password_hash',
      'passwords',
      'openai_key',
    ],
    ...['auth', 'basic-auth', 'bearer', 'jwt', 'signature', 'X-Amz-Signature', 'private_key_pem', 'apikey'],
    ...['hfToken', 'id_token', 'Set-Cookie', 'session_id', 'client.secret'],
  ])('%s is a secret', (key) => {
    expect(redact({ [key]: 'x' })).toEqual({ [key]: '[redacted]' });
    expect(redact([key, 'x'])).toEqual([key, '[redacted]']);
    expect(redact({ name: key, value: 'x', n: 'y' })).toEqual({ name: key, value: '[redacted]', n: 'y' });
    expect(JSON.stringify(redact({ key, default: { a: 'x' } }))).not.toContain('"x"');
  });

  it.each([
    ...[
      'total_tokens',
      'max_tokens',
      'maxtokens',
      'token_count',
      'tokenizer',
      'author',
      'cache_key',
      'auth_method',
    ],
    ...['recordKey', 'idempotency_key', 'authenticated_at', 'eos_token', 'public_key', 'design'],
  ])('%s is none', (key) => {
    expect(redact({ [key]: 'x' })).toEqual({ [key]: 'x' });
    expect(redact([key, 'x'])).toEqual([key, 'x']);
  });

  it('a number below tokens is a count, a text is not', () => {
    const tokens = { input: 5, big: JSON.rawJSON('12345678901234567890'), value: 'abc' };
    const given = { tokens, token: 'abc', api_tokens: ['abc'], password: 1234 };
    expect(JSON.stringify(redact(given))).toBe(
      '{"tokens":{"input":5,"big":12345678901234567890,"value":"[redacted]"},"token":"[redacted]","api_tokens":["[redacted]"],"password":"[redacted]"}',
    );
  });

  it('in lists where a name stands before its value', () => {
    expect(redact(['run', '--api-key', 'x', '--out', 'y'])).toEqual([
      'run',
      '--api-key',
      '[redacted]',
      '--out',
      'y',
    ]);
    expect(redact(['Host', 'h', 'Authorization', 'x'])).toEqual(['Host', 'h', 'Authorization', '[redacted]']);
  });

  it('a secret that is a key, and two of them', () => {
    const keys = ['sk-abcdefghijklmnop1', 'sk-abcdefghijklmnop2'];
    const redacted = redact(Object.fromEntries(keys.map((key) => [key, 1])));
    expect(Object.values(Object(redacted))).toEqual([1, 1]);
    expect(JSON.stringify(redacted)).not.toContain('sk-');
  });

  it('a number kept digit for digit stays so', () => {
    const number = JSON.rawJSON('1e400');
    expect(redact([number])).toEqual([number]);
    expect(JSON.stringify(redact({ a: number }))).toBe('{"a":1e400}');
  });

  it('and nothing of what lies deeper than a program writes', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(5000)}"x"${']'.repeat(5000)}`);
    expect(JSON.stringify(redact(deep))).not.toContain('x');
  });
});

/** Everything that a caller can read of every row. */
const EVERYTHING = `{
  runRecords(last: 500) { nodes { configEffectiveJson payloadJson outputJson metadataJson url: configEffectiveJson(path: "database_url") } }
  first: runRecords(first: 500) { nodes { configEffectiveJson payloadJson outputJson metadataJson key: configEffectiveJson(path: "providers") } }
  asyncJobs { nodes { payloadJson resultJson errorText } } requestFailures { nodes { error contextJson } }
  streamlitUsers { nodes { username email sessions { nodes { sessionIdDigest username } } } }
  tokenUsageList(first: 500) { nodes { sessionIdDigest meta } } prepManifests(first: 500) { nodes { payload } }
}`;

describe('over the demo', () => {
  const api = useServer('demo');

  it('no secret leaves by any JSON column, text or digest', async () => {
    const answer = JSON.stringify(await api().data(EVERYTHING));
    expect(answer).toContain('[redacted]');
    for (const secret of [
      's3cret-demo',
      'hunter2',
      'sk-demo',
      'demo-session-',
      'demo-0123456789',
      ADA_SESSION,
      PASSWORD_HASH,
    ]) {
      expect(answer, secret).not.toContain(secret);
    }
  });

  it('rows of one session have one digest, which needs the key', async () => {
    const { streamlitSessions } = await api().data(
      '{ streamlitSessions(first: 1) { nodes { sessionIdDigest tokenUsage(first: 1) { nodes { sessionIdDigest } } } } }',
    );
    const [{ sessionIdDigest, tokenUsage }] = streamlitSessions.nodes;
    expect(tokenUsage.nodes[0].sessionIdDigest).toBe(sessionIdDigest);
    expect(sessionIdDigest).toBe(digestSessionId('test key', ADA_SESSION));
    expect(sessionIdDigest).not.toBe(digestSessionId('another key', ADA_SESSION));
  });
});

const REAL = [
  ['real-runs', realRunsPresent],
  ['real-runs-as-written', realRunsAsWrittenPresent],
] as const;

describe.each(REAL)(`over %s (${NEEDS_REAL_RUNS})`, (content, isPresent) => {
  describe.skipIf(!isPresent)('as over the demo', () => {
    const api = useServer(content);

    it('the password of database_url is in no answer', async () => {
      const rows = await api().sql(
        `select distinct config_effective_json ->> 'database_url' as url from workflow.run_records where config_effective_json ->> 'database_url' like '%@%'`,
      );
      expect(rows.length).toBeGreaterThan(0);
      const answer = JSON.stringify(await api().data(EVERYTHING));
      expect(answer).toContain('[redacted]');
      for (const { url } of rows) {
        const { username, password } = new URL(String(url));
        expect(answer.includes(`${username}:${password}@`)).toBe(false);
      }
    });
  });
});
