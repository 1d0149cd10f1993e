import { describe, expect, it } from 'vitest';
import { ADA_SESSION, PASSWORD_HASH } from '../../prisma/seed/stories/people.ts';
import { digestSessionId } from '../../src/lineage/fields/session-digest.ts';
import { redact, redactText } from '../../src/security/redact.ts';
import { realRunsPresent, WHY_NO_REAL_RUNS } from '../support/real-runs.ts';
import { useServer } from '../support/use-server.ts';

describe('a text is given without its credentials', () => {
  it.each([
    ['postgres://rag:s3cret@db:5432/x', 'postgres://[redacted]@db:5432/x'],
    ['could not reach redis://:s3cret@cache:6379', 'could not reach redis://[redacted]@cache:6379'],
    ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer [redacted]'],
    ['https://x.org/?api_key=12345&q=1', 'https://x.org/?api_key=[redacted]&q=1'],
    ['host=db password=hunter2 user=rag', 'host=db password=[redacted] user=rag'],
    ['key sk-1234567890abcdefghij', 'key [redacted]'],
    ['-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----', '[redacted]'],
    ['https://example.org/a@b', 'https://example.org/a@b'],
    ['total_tokens=12', 'total_tokens=12'],
  ])('%s', (given, expected) => {
    expect(redactText(given)).toBe(expected);
  });
});

it('redacts JSON at any depth, by key and by value, and leaves counts of tokens alone', () => {
  expect(
    redact({
      a: [{ openai_api_key: 'x', deep: { clientSecret: { id: 1 }, url: 'http://u:p@h/' } }],
      total_tokens: 5,
      maxTokens: 7,
      password: null,
    }),
  ).toEqual({
    a: [{ openai_api_key: '[redacted]', deep: { clientSecret: '[redacted]', url: 'http://[redacted]@h/' } }],
    total_tokens: 5,
    maxTokens: 7,
    password: null,
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

describe.skipIf(!realRunsPresent)(
  `over a real database${realRunsPresent ? '' : ` (skipped: ${WHY_NO_REAL_RUNS})`}`,
  () => {
    const api = useServer('real-runs');

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
  },
);
