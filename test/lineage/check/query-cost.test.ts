import { describe, expect, it } from 'vitest';
import { useServer } from '../../support/use-server.ts';

const api = useServer('demo');

async function costOf(query: string, variables = {}): Promise<number | undefined> {
  const { extensions } = await api().ask(query, variables);
  return extensions?.cost.requested;
}

describe('the cost of a query is about the number of objects that it may give', () => {
  it.each([
    ['a row', '{ document(docId: "x") { title path } }', 1],
    ['a page of 20 unless it says otherwise', '{ documents { nodes { title } } }', 1 + 20],
    ['a page of 5', '{ documents(first: 5) { nodes { title } } }', 1 + 5],
    ['a page from the end', '{ documents(last: 7) { nodes { title } } }', 1 + 7],
    ['edges and their nodes', '{ documents(first: 5) { edges { cursor node { title } } } }', 1 + 5 * 2],
    ['a count alone', '{ documents { totalCount } }', 1 + 10],
    [
      'a page of pages',
      '{ documents(first: 5) { nodes { vectors(first: 30) { nodes { page } } } } }',
      1 + 5 * (1 + 1 + 30),
    ],
    ['a row behind each row', '{ vectors(first: 9) { nodes { document { title } } } }', 1 + 9 * 2],
    ['a list without page', '{ workflowRun(runId: "x") { steps { step } } }', 1 + 10],
    ['a sum', '{ workflowRun(runId: "x") { usage { calls } } }', 1 + 10],
    ['JSON', '{ prepManifests(first: 4) { nodes { payload } } }', 1 + 4 * 2],
    [
      'two aliases',
      '{ a: documents(first: 5) { nodes { title } } b: documents(first: 5) { nodes { title } } }',
      2 * 6,
    ],
    ['look-ups by id', '{ nodes(ids: ["RG9jdW1lbnQ6eA", "RG9jdW1lbnQ6eQ"]) { id } }', 2],
    [
      'a fragment, each time it is spread',
      '{ a: documents(first: 2) { ...F } b: documents(first: 3) { ...F } } fragment F on DocumentConnection { nodes { title } }',
      1 + 2 + 1 + 3,
    ],
    [
      'what @skip leaves out not at all',
      '{ documents(first: 5) { totalCount nodes @skip(if: true) { title } } }',
      1 + 10,
    ],
  ])('%s', async (_, query, cost) => {
    expect(await costOf(query)).toBe(cost);
  });

  it('variables count with their values and defaults, not with what the schema would take', async () => {
    const query = 'query ($n: Int = 50) { documents(first: $n) { nodes { title } } }';
    expect(await costOf(query)).toBe(1 + 50);
    expect(await costOf(query, { n: 3 })).toBe(1 + 3);
    // A variable that is null is an argument left out, whatever the default of the variable.
    expect(await costOf(query, { n: null })).toBe(1 + 20);
    const toggled =
      'query ($with: Boolean!) { documents(first: 5) { nodes { title vectors(first: 2) @include(if: $with) { nodes { page } } } } }';
    expect(await costOf(toggled, { with: true })).toBe(1 + 5 * (1 + 1 + 2));
    expect(await costOf(toggled, { with: false })).toBe(1 + 5);
  });
});

describe('a document is bounded with its fragments written out, without writing them out', () => {
  const doubling = (levels: number, of: string): string => {
    const fragments = Array.from(
      { length: levels },
      (_, level) =>
        `fragment F${level} on WorkflowRun { a: ${of} { ...F${level + 1} } b: ${of} { ...F${level + 1} } }`,
    );
    return `{ workflowRun(runId: "demo-walk") { ...F0 } } ${fragments.join(' ')} fragment F${levels} on WorkflowRun { runId }`;
  };

  it.each([
    [
      'fields of 13 levels of fragments that double',
      doubling(13, 'parent'),
      'fields',
      1 + 2 ** 14 - 2 + 2 ** 13,
      2000,
    ],
    ['subqueries of 5 levels', doubling(5, 'parent'), 'subqueries', 10 + 10 * (2 ** 6 - 2), 200],
    ['depth of 60 levels', doubling(60, 'parent'), 'depth', 62, 20],
  ])('%s', async (_, query, limit, requested, allowed) => {
    const { data, errors } = await api().ask(query);
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'COST_LIMIT_EXCEEDED', limit, requested, allowed },
    ]);
    expect(errors?.[0]?.message).toContain(String(allowed));
  });

  it('takes the same as fields, aliases and inline fragments', async () => {
    const wide = Array.from({ length: 30 }, (_, n) => `a${n}: parent { runId }`).join(' ');
    const inline = `{ workflowRun(runId: "demo-walk") { ... on WorkflowRun { ${wide} } } }`;
    const { errors } = await api().ask(inline);
    expect(errors?.[0]?.extensions).toMatchObject({ limit: 'subqueries', requested: 310 });
  });
});
