import { expect } from 'vitest';
import { databaseForTest } from '../../support/databases.ts';
import { serverTest as it } from '../../support/server-test.ts';

const REPORTS = `insert into workflow.run_records (run_id, record_kind, step, record_key, payload_json)
  select 'run-' || n, 'report', 'report', 'main', jsonb_build_object('text', (select string_agg(md5(n || ' ' || m), '')
    from generate_series(1, 4000) m)) from generate_series(1, 40) n`;

it('a JSON column costs what it usually holds, by the statistics; a part of it and an empty one cost 1', async ({
  serve,
}) => {
  const { database, exec } = await databaseForTest('empty');
  await exec(`${REPORTS}; analyze workflow.run_records`);
  const server = await serve(database);
  const cost = async (field: string) => {
    const { extensions } = await server.ask(`{ runRecords(first: 10) { nodes { ${field} } } }`);
    return extensions?.cost.requested ?? Number.NaN;
  };
  // 4,000 digests of 32 bytes: 125 kB each.
  expect(await cost('payloadJson')).toBeGreaterThan(1 + 10 * (1 + 60));
  expect(await cost('payloadJson')).toBeLessThan(1 + 10 * (1 + 400));
  expect(await cost('payloadJson(path: "text")')).toBe(1 + 10 * (1 + 1));
  const few = await serve(database, { maxCost: 20_000 });
  const { errors } = await few.ask('{ runRecords(first: 500) { nodes { payloadJson } } }');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['COST_LIMIT_EXCEEDED']);
});

it('an answer above its bytes is cut off, and the error names the field', async ({ serve }) => {
  const { database, exec } = await databaseForTest('empty');
  await exec(REPORTS);
  const server = await serve(database, { maxAnswerBytes: 100_000 });
  const { data, errors } = await server.ask(
    '{ many: runRecords { nodes { payloadJson } } few: runRecords(first: 1) { nodes { runId } } }',
  );
  expect(data.many).toBeNull();
  expect(errors?.[0]).toMatchObject({
    path: ['many'],
    extensions: { code: 'ANSWER_TOO_LARGE', limit: 100_000, field: 'runRecords' },
  });
});
