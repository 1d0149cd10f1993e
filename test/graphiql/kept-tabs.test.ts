import { expect, test } from 'vitest';
import { renewExamples } from '../../src/graphiql/page/kept-tabs.ts';

const tab = (name: string, run: string) => ({
  query: `query ${name} { a }`,
  variables: `{"runId":"${run}"}`,
});
const YESTERDAY = [tab('Walk', 'demo-walk'), tab('Cost', 'demo-walk')];
const TODAY = [tab('Walk', 'my run'), tab('Cost', 'my run')];

/** A browser after a visit yesterday, with these tabs open. */
function browser(tabs?: readonly object[], activeTabIndex = 0) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  if (tabs) {
    renewExamples(storage, YESTERDAY);
    kept.set('graphiql:tabState', JSON.stringify({ tabs, activeTabIndex }));
  }
  return { storage, kept, tabs: () => JSON.parse(kept.get('graphiql:tabState') ?? '{}').tabs };
}

test('examples as they were given ask for what is there today', () => {
  const visitor = browser(
    [
      { id: '1', ...YESTERDAY[0] },
      { id: '2', ...YESTERDAY[1] },
    ],
    1,
  );
  renewExamples(visitor.storage, TODAY);
  expect(visitor.tabs()).toEqual([
    { id: '1', ...TODAY[0] },
    { id: '2', ...TODAY[1] },
  ]);
  expect(visitor.kept.get('graphiql:variables')).toBe('{"runId":"my run"}');
  expect(visitor.kept.get('graphiql:query')).toBe('query Cost { a }');
});

test('what somebody changed, or wrote, stays', () => {
  const mine = [
    { ...YESTERDAY[0], variables: '{"runId":"that one"}' },
    { query: '{ mine }', variables: null },
  ];
  const visitor = browser(mine);
  renewExamples(visitor.storage, TODAY);
  expect(visitor.tabs()).toEqual(mine);
});

test('at the first visit the editors start with the first example and its variables', () => {
  const visitor = browser();
  renewExamples(visitor.storage, TODAY);
  expect(visitor.kept.get('graphiql:query')).toBe('query Walk { a }');
  expect(visitor.kept.get('graphiql:variables')).toBe('{"runId":"my run"}');
});

test.each(['', '{', 'null', '[]', '{"tabs":1}', '{"tabs":[1,null,"x"],"activeTabIndex":7}'])(
  'a broken store stops nothing: %s',
  (broken) => {
    const visitor = browser([]);
    visitor.kept.set('graphiql:tabState', broken);
    expect(() => renewExamples(visitor.storage, TODAY)).not.toThrow();
  },
);
