import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/error-codes.ts';
import { useServer } from '../support/use-server.ts';

// The Python of the system, for which Debian has requests and pandas; a Python of one's own seldom does.
const PYTHON = '/usr/bin/python3';
const FOLDER = join(import.meta.dirname, '../../examples/python');
const isMissing = spawnSync(PYTHON, ['-c', 'import requests, pandas']).status !== 0;
const run = promisify(execFile);
const python = (...words: string[]) => run(PYTHON, words, { cwd: FOLDER });
const api = useServer('demo');

/** What a program prints as JSON; it has a client of the server. */
async function printed(program: string, url = api().url): Promise<unknown> {
  const script = `import sys, json, datetime
from lineage import Lineage, LineageError, HINTS
api = Lineage(sys.argv[1])
PAGE = "pageInfo { hasNextPage endCursor }"
${program}`;
  return JSON.parse((await python('-c', script, url)).stdout);
}

/** What a call fails with, as a notebook shows it in its last line. */
async function failure(call: string, url = api().url): Promise<unknown> {
  return printed(
    `try:
    ${call}
except Exception as error:
    print(json.dumps(f"{type(error).__name__}: {error}"))`,
    url,
  );
}

// CI has what it needs, or fails.
describe.skipIf(isMissing && !process.env.CI)(
  'the Python client (needs python3-requests, python3-pandas)',
  () => {
    test('its own tests pass', async () => {
      const { stderr } = await python('-m', 'unittest', '-v');
      expect(stderr).toMatch(/Ran \d\d tests in .*\n\nOK\n/);
    });

    test('knows no code that the API does not have', async () => {
      const known = await printed('print(json.dumps(list(HINTS)))');
      expect(Object.keys(ERROR_CODES)).toEqual(expect.arrayContaining([known].flat()));
    });

    const ALL = `"query($first: Int, $after: String) { vectors(first: $first, after: $after) { %s " + PAGE + " } }"`;
    test.each(['nodes { rowId }', 'edges { node { rowId } }', 'totalCount nodes { rowId }'])(
      'gets all rows by %s',
      async (rows) => {
        const ids = await printed(
          `print(json.dumps([row["rowId"] for row in api.all_nodes(${ALL.replace('%s', rows)}, at="vectors")]))`,
        );
        const expected = await api().sql('select id::text from indexing.vectors');
        expect([ids].flat().sort()).toEqual(expected.map(({ id }) => id).sort());
      },
    );

    test('a document that forgets $after ends after two pages', async () => {
      const message = await failure(
        `api.all_nodes(${ALL.replace(', after: $after', '').replace(', $after: String', '').replace('%s', 'nodes { rowId }')}, at="vectors", first=10)`,
      );
      expect(message).toMatch(/^ValueError: There are more pages of vectors .*pass `after: \$after`/);
    });

    test('a run that nobody knows', async () => {
      const message = await failure(
        `api.all_nodes("query($id: String!) { workflowRun(runId: $id) { tokenUsage { nodes { rowId } " + PAGE + " } } }", at="workflowRun.tokenUsage", id="no such run")`,
      );
      expect(message).toMatch(/^ValueError: .*workflowRun is null/);
    });

    test('times and values of numpy as variables', async () => {
      const counts = await printed(`import numpy, pandas
ask = "query($at: DateTime, $page: Int, $id: BigInt) { vectors(where: { createdAt: { lte: $at }, page: { eq: $page }, rowId: { eq: $id } }) { totalCount } }"
row = api.query("{ vectors(first: 1, where: { page: { isNull: false } }) { nodes { rowId page createdAt } } }")["vectors"]["nodes"][0]
at = pandas.Timestamp(row["createdAt"])
values = [at, at.to_pydatetime(), numpy.datetime64(at.tz_localize(None))]
print(json.dumps([api.query(ask, at=value, page=numpy.int64(row["page"]), id=int(row["rowId"]))["vectors"]["totalCount"] for value in values]))`);
      expect(counts).toEqual([1, 1, 1]);
    });

    test.each(['', '/', '/graphql', '/graphql/'])('an address that ends in "%s" is right', async (end) => {
      expect(await printed('print(json.dumps(api.query("{ __typename }")))', api().url + end)).toEqual({
        __typename: 'Query',
      });
    });

    test.each([
      ['https', () => api().url.replace('http', 'https'), /^ConnectionError: .*http:\/\/ address/],
      ['nobody', () => 'http://127.0.0.1:1', /^ConnectionError: No server answers at .*npm start/],
      ['another path', () => `${api().url}/nothing`, /^LineageError: NOT_FOUND: .*\/graphql/],
    ])('an address with %s says what is wrong', async (_, url, message) => {
      expect(await failure('api.query("{ __typename }")', url())).toMatch(message);
    });

    test('a query that is not valid', async () => {
      expect(await failure('api.query("{ nothing }")')).toMatch(
        /^LineageError: BAD_USER_INPUT: Cannot query field "nothing"/,
      );
    });

    test('a long fetch without tqdm counts on stderr', async () => {
      const script = `import sys, time; sys.modules["tqdm"] = None
import lineage; time.monotonic = iter(range(1000)).__next__
query = "query($first: Int, $after: String) { vectors(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { rowId } } }"
print(len({row["rowId"] for row in lineage.Lineage(sys.argv[1]).all_nodes(query, at="vectors", first=100)}))`;
      const { stdout, stderr } = await python('-c', script, api().url);
      const [all] = await api().sql('select count(*)::int as count from indexing.vectors');
      expect(Number(stdout)).toBe(all?.count);
      expect(stderr).toContain(`200 of ${all?.count} rows`);
    });
  },
);
