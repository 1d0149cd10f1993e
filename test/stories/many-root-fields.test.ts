import { expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it } from '../support/server-test.ts';

const aliases = (count: number, field: string): string =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} }`;

it('150 root fields of one request wait their turn, and others are answered meanwhile', async ({ serve }) => {
  const { database, sql } = await databaseForTest('demo');
  const server = await serve(database);
  const [{ doc_id: docId } = {}] = await sql(
    'select doc_id from ingestion.documents order by doc_id limit 1',
  );
  const [many, other] = await Promise.all([
    server.data(aliases(150, 'documents(first: 1) { nodes { docId } }')),
    server.data('{ documents(first: 1) { nodes { docId } } }'),
  ]);
  const expected = { nodes: [{ docId }] };
  expect(other).toEqual({ documents: expected });
  expect(Object.values(many)).toEqual(Array.from({ length: 150 }, () => expected));
});

const REPORTS = `insert into workflow.run_records (run_id, record_kind, step, record_key, payload_json)
  select 'run-' || n, 'report', 'report', 'main', jsonb_build_object('text', (select string_agg(md5(n || ' ' || m), '')
    from generate_series(1, 4700) m)) from generate_series(1, 30) n`;

it('80 aliases of reports of 150 kB share the bytes of one answer: what does not fit is said by each field', async ({
  serve,
}) => {
  const { database, exec } = await databaseForTest('empty');
  await exec(REPORTS);
  const limit = 8 * 1024 * 1024;
  const server = await serve(database, { maxAnswerBytes: limit });
  const response = await server.post(
    JSON.stringify({ query: aliases(80, 'runRecords(first: 30) { nodes { payloadJson } }') }),
  );
  const text = await response.text();
  // One more packet than fits is read before the rest is cut off, and the errors stand beside the data.
  expect(text.length).toBeLessThan(limit + 64 * 1024);
  const { data, errors } = JSON.parse(text);
  const given = Object.values(data).filter((one) => one !== null);
  // 30 reports take 4.5 MB.
  expect(given).toHaveLength(1);
  expect(new Set(errors.map((error: { extensions: object }) => JSON.stringify(error.extensions)))).toEqual(
    new Set([JSON.stringify({ limit, field: 'runRecords', code: 'ANSWER_TOO_LARGE' })]),
  );
}, 60_000);
