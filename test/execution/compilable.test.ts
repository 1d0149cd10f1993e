import { globSync, readFileSync } from 'node:fs';
import { type DocumentNode, getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { isCompilable } from '../../src/execution/compilable.ts';
import { schema } from '../../src/schema/schema.ts';

function compilable(document: DocumentNode): boolean {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation.');
  return isCompilable(schema, document, operation);
}

const EXAMPLES = globSync('examples/*.graphql');

test.each(EXAMPLES)('%s is compiled', (file) => {
  expect(compilable(parse(readFileSync(file, 'utf8')))).toBe(true);
});

/** `names` ids of rows of any type, of as many lists. */
const rowsOfAnyType = (lists: number, names: number): DocumentNode =>
  parse(`{ workflowRun(runId: "demo-walk") {
    ${list(lists, (at) => `b${at}: activity(first: 1) { nodes { node { ...F } } }`)}
  } }
  fragment F on Node { ${list(names, (at) => `a${at}: id`)} }`);

const list = (length: number, item: (at: number) => string): string =>
  Array.from({ length }, (_, at) => item(at)).join(' ');

test('what is asked of an interface counts for each type that it can be', () => {
  expect(compilable(rowsOfAnyType(1, 10))).toBe(true);
  // 2 kB that graphql-jit compiles for a quarter of a minute.
  expect(compilable(rowsOfAnyType(9, 190))).toBe(false);
  expect(compilable(rowsOfAnyType(1, 190))).toBe(false);
});

const twice = (before: number): string =>
  before === 0
    ? 'fragment F0 on Document { docId }'
    : `fragment F${before} on Node { ...F${before - 1} ...F${before - 1} } ${twice(before - 1)}`;

test('a fragment that doubles and applies nowhere ends the look', () => {
  expect(compilable(parse(`{ nodes(ids: []) { ... on WorkflowRun { ...F30 } } } ${twice(30)}`))).toBe(false);
});
