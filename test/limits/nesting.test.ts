import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');
const nested = (times: number, open: string, inner: string, close: string): string =>
  open.repeat(times) + inner + close.repeat(times);
const chain = (length: number, inside: (next: string) => string, last: string): string =>
  Array.from({ length }, (_, index) => `fragment F${index} on WorkflowRun { ${inside(`...F${index + 1}`)} }`)
    .concat(`fragment F${length} on WorkflowRun { ${last} }`)
    .join(' ');
const where = (literal: string): string => `{ documents(where: ${literal}) { totalCount } }`;

/** A document, and how many levels it may have. Each number makes it deeper by one level. */
const DOCUMENTS: readonly (readonly [what: string, make: (times: number) => string])[] = [
  ['fields', (times) => nested(times, '{ a ', '{ b }', '}')],
  ['fields that are never closed', (times) => '{ a '.repeat(times)],
  [
    'fields that are there',
    (times) => `{ workflowRun(runId: "x") { ${nested(times, 'parent { ', 'runId', ' }')} } }`,
  ],
  ['inline fragments', (times) => nested(times, '{ ... ', '{ __typename }', ' }')],
  ['objects', (times) => where(nested(times, '{ NOT: ', '{}', ' }'))],
  ['lists of objects', (times) => where(nested(times, '{ AND: [', '{}', '] }'))],
  ['lists', (times) => `{ nodes(ids: ${nested(times, '[', '"x"', ']')}) { id } }`],
  ['the type of a variable', (times) => `query ($x: ${nested(times, '[', 'Int', ']')}) { __typename }`],
  [
    'a default',
    (times) =>
      `query ($x: DocumentWhere = ${nested(times, '{ NOT: ', '{}', ' }')}) { documents(where: $x) { totalCount } }`,
  ],
  ['arguments of directives', (times) => `{ __typename @skip(if: ${nested(times, '[', 'true', ']')}) }`],
  [
    'fragments that spread each other',
    (times) =>
      `{ workflowRun(runId: "x") { ...F0 } } ${chain(Math.min(times, 490), (next) => next, 'runId')}`,
  ],
  [
    'fields within fragments that spread each other',
    (times) =>
      `{ workflowRun(runId: "x") { ...F0 } } ${chain(10, (next) => nested(times / 10, 'parent { ', next, ' }'), 'runId')}`,
  ],
];

describe('a document that is nested too deep is BAD_USER_INPUT before anything walks it', () => {
  it.each(DOCUMENTS)('%s', async (_, make) => {
    for (const times of [250, 700, 2000, 20_000]) {
      const query = make(times);
      if (query.length > 200_000) continue;
      const response = await api().post(JSON.stringify({ query }));
      const { errors, data } = JSON.parse(await response.text());
      expect(data ?? null).toBeNull();
      // The fragments of a chain are more tokens than a document may have, before they are too deep.
      expect([times, errors.length, errors[0].extensions.code]).toEqual([
        times,
        1,
        expect.stringMatching(/^(BAD_USER_INPUT|COST_LIMIT_EXCEEDED)$/),
      ]);
      expect(errors[0].message).toMatch(/nested|tokens/);
    }
  });

  it('also as a persisted query, sent along or by its hash', async () => {
    const query = nested(2000, '{ a ', '{ b }', '}');
    const extensions = {
      persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
    };
    for (const body of [{ query, extensions }, { extensions }]) {
      const { errors } = JSON.parse(await (await api().post(JSON.stringify(body))).text());
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors[0].message).toMatch(/nested/);
    }
  });

  it('as deep as people write, and much deeper, it is served', async () => {
    for (const query of [
      where(nested(30, '{ NOT: ', '{}', ' }')),
      where(nested(30, '{ AND: [', '{}', '] }')),
    ])
      expect((await api().ask(query)).errors).toBeUndefined();
    const spread = `{ workflowRun(runId: "demo-walk") { ...F0 } } ${chain(150, (next) => next, 'runId')}`;
    expect(await api().data(spread)).toEqual({ workflowRun: { runId: 'demo-walk' } });
  });

  it('fragments that spread themselves are told from deep ones', async () => {
    const query =
      '{ workflowRun(runId: "x") { ...A } } fragment A on WorkflowRun { ...B } fragment B on WorkflowRun { ...A }';
    expect((await api().ask(query)).errors?.[0]?.message).toMatch(/Cannot spread fragment/);
  });
});

describe('variables that are nested too deep', () => {
  const query = 'query ($x: DocumentWhere) { documents(where: $x) { totalCount } }';
  const send = async (text: string) => {
    const body = `{"query": ${JSON.stringify(query)}, ${text}}`;
    return JSON.parse(await (await api().post(body)).text());
  };

  it.each([
    ['NOT', (times: number) => nested(times, '{"NOT":', '{}', '}')],
    ['AND', (times: number) => nested(times, '{"AND":[', '{}', ']}')],
    ['lists', (times: number) => nested(times, '[', '1', ']')],
    ['a field that nobody knows', (times: number) => nested(times, '{"x":', '1', '}')],
  ])('%s: BAD_USER_INPUT', async (_, make) => {
    for (const times of [110, 700, 2000, 20_000]) {
      for (const name of ['variables', 'extensions']) {
        const { errors } = await send(`"${name}": {"x": ${make(times)}}`);
        expect([times, errors[0].message]).toEqual([times, `${name} may be nested 100 levels deep at most.`]);
        expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
      }
    }
  });

  it('as deep as people write, and much deeper, they are read', async () => {
    const { data } = await send(`"variables": {"x": ${nested(30, '{"NOT":', '{}', '}')}}`);
    expect(data).toEqual({ documents: { totalCount: expect.any(Number) } });
  });
});

describe('names that objects have anyway', () => {
  it.each([
    'query ($__proto__: DocumentWhere) { documents(where: $__proto__) { totalCount } }',
    '{ __proto__: documents { totalCount } }',
    '{ documents { __proto__: totalCount } }',
    'query __proto__ { documents { totalCount } }',
    '{ documents { ...__proto__ } } fragment __proto__ on DocumentConnection { totalCount }',
    '{ documents(where: { __proto__: { title: { eq: "x" } } }) { totalCount } }',
    '{ documents(__proto__: 1) { totalCount } }',
  ])('__proto__ is refused, for what stands under it would be dropped: %s', async (query) => {
    const variables = JSON.parse('{"__proto__": {"title": {"eq": "no such title"}}}');
    const { data, errors } = await api().ask(query, variables);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]).toMatchObject({ message: 'No name may be __proto__.', locations: [{ line: 1 }] });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'then'])(
    '%s is a name as any',
    async (name) => {
      const query = `query ${name}($${name}: DocumentWhere) { ${name}: documents(where: $${name}) { ...${name} } }
      fragment ${name} on DocumentConnection { ${name}: totalCount }`;
      const [row] = await api().sql('select count(*)::int as all from ingestion.documents');
      expect(await api().data(query)).toEqual({ [name]: { [name]: row?.all } });
      expect(await api().data(query, { [name]: { title: { eq: 'no such title' } } })).toEqual({
        [name]: { [name]: 0 },
      });
    },
  );
});
