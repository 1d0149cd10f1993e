import { expect } from 'vitest';
import { databaseForTest } from '../../support/databases.ts';
import { serverTest as it } from '../../support/server-test.ts';

/** Numbers as jsonb gives them back, none of which a JavaScript number would. */
const NUMBERS = [
  '12345678901234567890',
  '-12345678901234567890',
  '0.1234567890123456789',
  '1.10',
  '1.0',
  '9007199254740993',
  `1${'0'.repeat(400)}`,
  '0.00000000000000000001',
];

it('gives numbers in JSON digit for digit, whole, by a path, in lists and nested, and texts as they are', async ({
  serve,
}) => {
  const { database, sql } = await databaseForTest('demo');
  const stored = `{"n": {${NUMBERS.map((number, index) => `"n${index}": ${number}`)}},
    "list": [${NUMBERS}], "small": 12, "text": "12345678901234567890 and 1.10"}`;
  await sql(
    `update workflow.run_records set payload_json = $1::jsonb where id = (select min(id) from workflow.run_records)`,
    [stored],
  );
  const [row] = await sql(
    `select id::text, payload_json::text as json from workflow.run_records order by id limit 1`,
  );
  const server = await serve(database);
  const body = JSON.stringify({
    query: `{ whole: runRecord(rowId: "${row?.id}") { payloadJson } part: runRecord(rowId: "${row?.id}") { payloadJson(path: "list") }
      one: runRecord(rowId: "${row?.id}") { payloadJson(path: "n.n0") } }`,
  });
  const answer = await (await server.post(body)).text();
  // jsonb sorts the keys of objects, by their length first; spaces are the printer's.
  const tight = (text: unknown): string => String(text).replace(/([:,]) /g, '$1');
  const expected = `{"data":{"whole":{"payloadJson":${tight(row?.json)}},"part":{"payloadJson":[${NUMBERS}]},"one":{"payloadJson":${NUMBERS[0]}}}`;
  expect(answer.slice(0, expected.length)).toBe(expected);
});
