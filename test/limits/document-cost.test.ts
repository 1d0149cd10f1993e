import { getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureOperation } from '../../src/limits/document-cost.ts';
import { schema } from '../../src/schema/schema.ts';

function measure(query: string, variables: Record<string, unknown> = {}): { depth: number; cost: number } {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The test has no operation.');
  const { depth, cost } = measureOperation(schema, document, operation);
  return { depth, cost: cost(variables) };
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
    ['look-ups by id', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    [
      'a fragment, each time it is spread',
      '{ a: documents(first: 2) { ...F } b: documents(first: 3) { ...F } } fragment F on DocumentConnection { nodes { title } }',
      1 + 2 + 1 + 3,
    ],
    [
      'what @skip leaves out, since it could',
      '{ documents(first: 5) @skip(if: true) { nodes { title } } }',
      1 + 5,
    ],
  ])('%s', (_, query, cost) => {
    expect(measure(query).cost).toBe(cost);
  });

  it('variables count with their values and defaults, not with what the schema would take', () => {
    const query =
      'query ($n: Int = 50, $ids: [ID!]!) { documents(first: $n) { nodes { title } } nodes(ids: $ids) { id } }';
    expect(measure(query, { ids: [] }).cost).toBe(1 + 50);
    expect(measure(query, { n: 3, ids: ['a', 'b'] }).cost).toBe(1 + 3 + 2);
    expect(measure(query, { n: 10 ** 9, ids: 'a' }).cost).toBe(1 + 500 + 1);
    expect(measure(query, { n: -1, ids: [] }).cost).toBe(1);
    // A variable that is null is an argument left out, whatever the variable's default.
    expect(measure(query, { n: null, ids: [] }).cost).toBe(1 + 20);
  });
});

it('depth counts the levels of fields, through fragments', () => {
  expect(measure('{ __typename }').depth).toBe(1);
  expect(measure('{ documents { nodes { title } } }').depth).toBe(3);
  expect(
    measure(
      '{ documents { ...A } } fragment A on DocumentConnection { nodes { ...B } } fragment B on Document { metadata { venue } }',
    ).depth,
  ).toBe(4);
});

it('fragments that double at each of 60 levels are measured at once', () => {
  const levels = Array.from(
    { length: 60 },
    (_, level) =>
      `fragment F${level} on WorkflowRun { a: parent { ...F${level + 1} } b: parent { ...F${level + 1} } }`,
  );
  const query = `{ workflowRun(runId: "x") { ...F0 } } ${levels.join(' ')} fragment F60 on WorkflowRun { runId }`;
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The test has no operation.');
  const { depth, cost } = measureOperation(schema, document, operation);
  expect(depth).toBe(62);
  // 1 + 2 + 4 ...: the run and its 60 generations.
  expect(cost({})).toBe(2 ** 61 - 1);
});
