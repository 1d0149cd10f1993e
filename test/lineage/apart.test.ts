import { beforeAll, describe, expect, it } from 'vitest';
import type { Edge } from '../../src/lineage/edges/edge.ts';
import { EDGES } from '../../src/lineage/edges.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { Content, TestDatabase } from '../support/databases.ts';
import { distribute, EACH_FOR_ITSELF } from '../support/distributed.ts';
import { NEEDS_REAL_RUNS, realRunsPresent } from '../support/real-runs.ts';
import type { Answer, TestServer } from '../support/server.ts';
import { askedTypeOf } from '../support/types.ts';

/** Edges of a type, each with what it is asked for below a row. */
const edgesOf = (type: string): readonly [string, Edge][] => {
  const all: Readonly<Record<string, Readonly<Record<string, Edge>>>> = EDGES;
  return Object.entries(all[type] ?? {});
};

/** The key of a row, and of the rows that each of its edges leads to: parts of a part. */
function withEdgesOf(type: string): string {
  const below = edgesOf(type).map(([name, edge]) => {
    const key = askedTypeOf(edge.to).keyField;
    return edge.as === 'connection'
      ? `${name}(first: 1) { totalCount nodes { key: ${key} } }`
      : `${name} { key: ${key} }`;
  });
  return `key: ${askedTypeOf(type).keyField} ${below.join(' ')}`;
}

/** What an answer gives in the place of an edge, by a relation of its own, stays in the statement of its parent. */
const STAYS: ReadonlySet<string> = new Set(['WorkflowRun.reusedBy']);

const POSITION = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** An edge under several names: pages of both directions, counts, orders, filters, and what a variable leaves out. */
function asked(name: string, edge: Edge, after: string | null): readonly string[] {
  const { orders, keyField } = askedTypeOf(edge.to);
  const cursor = JSON.stringify(after);
  if (edge.as !== 'connection') return [`${name} { ${withEdgesOf(edge.to)} }`];
  const [order = keyField, other = keyField] = orders.filter((field) => field !== keyField);
  return [
    `first: ${name}(first: 2) { totalCount ${POSITION} nodes { ${withEdgesOf(edge.to)} } }
    last: ${name}(last: 3, orderBy: [{ ${order}: DESC }, { ${other}: ASC }]) { ${POSITION}
      edges { cursor node { key: ${keyField} ${order} ${other} } again: node { key: ${keyField} } } }
    some: ${name}(first: 7, where: { OR: [{ ${order}: { isNull: true } }, { ${other}: { isNull: false } }] }) {
      totalCount nodes { key: ${keyField} } }`,
    `after: ${name}(first: 3, after: ${cursor}) { totalCount ${POSITION} nodes { key: ${keyField} } }
    before: ${name}(last: 2, before: ${cursor}) { ${POSITION} nodes { key: ${keyField} } }
    counted: ${name}(first: 0) { totalCount }
    never: ${name}(first: 1) @include(if: $no) { nodes { key: ${keyField} } }
    halfway: ${name}(first: 1) { totalCount @skip(if: $no) nodes @include(if: $no) { key: ${keyField} } }`,
  ];
}

describe.each<readonly [Content, boolean]>([
  ['demo', true],
  ['real-runs', realRunsPresent],
])('every edge gives the same as a statement of its own: %s', (content, isPresent) => {
  const open = closedAfterAll();
  const opened: TestDatabase[] = [];
  let nested: TestServer;
  let apart: TestServer;
  beforeAll(async () => {
    if (!isPresent) return;
    const plain = await open.database(content);
    nested = await open.server(plain.database);
    const spread = await open.database(content);
    await distribute(spread, EACH_FOR_ITSELF);
    opened.push(plain, spread);
    apart = await open.server(spread.database);
  });

  /** Where some parent has rows behind its first page. */
  async function cursorOf(type: string, name: string, edge: Edge): Promise<string | null> {
    if (edge.as !== 'connection') return null;
    const { list } = askedTypeOf(type);
    const data: Answer['data'] = await nested.data(
      `{ list: ${list}(first: 300) { nodes { edge: ${name}(first: 1) { pageInfo { hasNextPage endCursor } } } } }`,
    );
    const pages: { hasNextPage: boolean; endCursor: string | null }[] = data.list.nodes.map(
      ({ edge: { pageInfo } }: Answer['data']) => pageInfo,
    );
    return (
      (pages.find(({ hasNextPage }) => hasNextPage) ?? pages.find(({ endCursor }) => endCursor))?.endCursor ??
      null
    );
  }

  async function isSame(query: string, isApart: boolean): Promise<void> {
    const sent = opened.map(({ statements }) => statements);
    for (const statements of sent) statements.length = 0;
    const variables = { no: false };
    const [expected, found] = [await nested.ask(query, variables), await apart.ask(query, variables)];
    expect(expected.errors).toBeUndefined();
    expect(found).toEqual(expected);
    const [whole = [], parts = []] = sent;
    expect(whole).toHaveLength(1);
    // Where nobody leads to a part, it is not sent.
    if (isApart && expected.data.list.nodes.length > 0) expect(parts.length).toBeGreaterThan(1);
  }

  for (const [type, edges] of Object.entries(EDGES)) {
    for (const [name, edge] of Object.entries<Edge>(edges)) {
      it.skipIf(!isPresent)(`${type}.${name}${isPresent ? '' : ` ${NEEDS_REAL_RUNS}`}`, async () => {
        const { list, keyField } = askedTypeOf(type);
        const lists = [
          `${list}(first: 300)`,
          ...(type === 'WorkflowRun' ? [`${list}(withoutHeader: true)`] : []),
        ];
        const after = await cursorOf(type, name, edge);
        for (const from of lists) {
          for (const below of asked(name, edge, after)) {
            const query = `query ($no: Boolean!) { list: ${from} { nodes { rowKey: ${keyField} ${below} } } __typename @skip(if: $no) }`;
            await isSame(query, !STAYS.has(`${type}.${name}`));
          }
        }
      });
    }
  }
});
