import fc from 'fast-check';
import { parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { ERROR_CODES } from '../../src/error-codes.ts';
import { schema } from '../../src/schema/schema.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { randomQuery } from '../support/random-query.ts';
import type { AnswerError, TestServer } from '../support/server.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** FUZZ_RUNS=5000 FUZZ_SEED=1 npx vitest run test/stories/fuzz.test.ts looks further. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 100);
const SEED = Number(process.env.FUZZ_SEED ?? 20261124);
/** Words that only an error of the database, of Node or of a library has. */
const INTERNALS =
  /\bselect\b.*\bfrom\b|\brelation\b|syntax error at|pg_|postgres|pglite|kysely|node_modules|\.ts\b|\bat \w+ \(|TypeError|undefined|\[object|ECONN/i;

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
let everything: { authorization: string };
let reader: { authorization: string };
beforeAll(async () => {
  opened = await open.database('demo');
  server = await open.server(opened.database, {
    maxCost: readConfig({}).maxCost,
    secrets: { jwtSecret: JWT_SECRET },
  });
  everything = await bearer({ scope: 'lineage:read content:read auth:read' });
  reader = await bearer({ scope: 'lineage:read' });
});

const everyQuery = (check: (query: string) => Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => check(randomQuery(schema, draw))),
    { numRuns: RUNS, seed: SEED, endOnFailure: false },
  );

/** Without numbers: a run that runs has another duration at each look. */
const shapeOf = (data: unknown): string => String(JSON.stringify(data)).replaceAll(/\d+/g, '0');

const codesOf = (errors: readonly AnswerError[] = []): readonly string[] =>
  errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`).toSorted();

it('every answer to a valid query has data or errors with a code, and no error shows internals', async () => {
  let answered = 0;
  await everyQuery(async (query) => {
    const { data, errors = [] } = await server.ask(query, {}, everything);
    // The same when it is compiled.
    const again = await server.ask(query, {}, everything);
    expect([query, shapeOf(again.data), codesOf(again.errors)]).toEqual([
      query,
      shapeOf(data),
      codesOf(errors),
    ]);
    if (data && Object.values(data).some((value) => value !== null)) answered += 1;
    expect(data !== undefined || errors.length > 0).toBe(true);
    for (const { message, extensions } of errors) {
      expect(Object.keys(ERROR_CODES)).toContain(extensions.code);
      expect([query, extensions.code]).not.toEqual([query, 'INTERNAL_SERVER_ERROR']);
      // What the caller wrote may come back; the rest must be our words.
      expect(message.replaceAll(/"[^"]*"/g, '')).not.toMatch(INTERNALS);
    }
  });
  expect(answered).toBeGreaterThan(RUNS / 3);
  const { data } = await server.ask('{ documents { totalCount } }', {}, everything);
  expect(data).toEqual({ documents: { totalCount: 12 } });
}, 600_000);

it('no answer goes beyond the scopes of its token', async () => {
  let withheld = 0;
  await everyQuery(async (query) => {
    const { data } = await server.ask(query, {}, reader);
    if (data == null) return;
    for (const path of forbiddenPaths(query)) {
      withheld += 1;
      expect([query, valuesAt(data, path).filter(isThere)]).toEqual([query, []]);
    }
  });
  expect(withheld).toBeGreaterThan(RUNS / 10);
}, 600_000);

/** An object that holds nothing but nulls tells nothing. */
const isThere = (value: unknown): boolean =>
  value !== null && (typeof value !== 'object' || Object.values(value ?? {}).some(isThere));

/** Where the query asks for what takes more than lineage:read, as the schema's descriptions say. */
function forbiddenPaths(query: string): readonly (readonly string[])[] {
  const info = new TypeInfo(schema);
  const path: string[] = [];
  const found: string[][] = [];
  visit(
    parse(query),
    visitWithTypeInfo(info, {
      Field: {
        enter(node) {
          path.push((node.alias ?? node.name).value);
          if (/Scope: (content|auth):read\.$/.test(info.getFieldDef()?.description ?? ''))
            found.push([...path]);
        },
        leave() {
          path.pop();
        },
      },
    }),
  );
  return found;
}

/** The values at a path of response keys; lists on the way are entered. */
function valuesAt(data: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(data)) return data.flatMap((item) => valuesAt(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return [data];
  if (typeof data !== 'object' || data === null || !(key in data)) return [];
  return valuesAt(Object.entries(data).find(([name]) => name === key)?.[1], rest);
}
