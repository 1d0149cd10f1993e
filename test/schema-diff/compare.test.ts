import { expect, test } from 'vitest';
import { compare } from './compare.ts';

const BEFORE = `type Query { runs(first: Int): [String!]! old: Int @deprecated(reason: "runs") }`;
const pathsOf = (changes: readonly { readonly path?: string }[]) => changes.map(({ path }) => path);

test('a new field breaks nothing', async () => {
  const after = BEFORE.replace('{ runs', '{ papers: Int runs');
  const { unannounced, harmless } = await compare(BEFORE, after, '');
  expect(unannounced).toEqual([]);
  expect(pathsOf(harmless)).toEqual(['Query.papers']);
});

test('a field that went, and an argument that must be given, break', async () => {
  const after = 'type Query { runs(first: Int!): [String!]! }'.replace('runs', 'all');
  expect(pathsOf((await compare(BEFORE, after, '')).unannounced)).toEqual(['Query.runs']);
  const stricter = BEFORE.replace('first: Int', 'first: Int!');
  expect(pathsOf((await compare(BEFORE, stricter, '')).unannounced)).toEqual(['Query.runs.first']);
});

test('what was deprecated may go', async () => {
  const after = 'type Query { runs(first: Int): [String!]! }';
  expect((await compare(BEFORE, after, '')).unannounced).toEqual([]);
});

test('what the changelog announces may break, in its Unreleased part alone', async () => {
  const after = BEFORE.replace('first: Int', 'first: Int!');
  const breaking = '### Breaking\n\n- `Query.runs.first` must be given.\n';
  const announced = await compare(BEFORE, after, `# Changelog\n\n## Unreleased\n\n${breaking}`);
  expect([pathsOf(announced.announced), announced.unannounced]).toEqual([['Query.runs.first'], []]);
  const earlier = await compare(
    BEFORE,
    after,
    `# Changelog\n\n## Unreleased\n\n- More.\n\n## 0.1\n\n${breaking}`,
  );
  expect(pathsOf(earlier.unannounced)).toEqual(['Query.runs.first']);
});
