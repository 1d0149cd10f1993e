import { beforeAll, describe, expect, it } from 'vitest';
import type { Edge } from '../../src/lineage/edges/edge.ts';
import { EDGES } from '../../src/lineage/edges.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { EDGES_IN_SQL } from '../support/edges-in-sql.ts';
import type { Answer, TestServer } from '../support/server.ts';
import { askedTypeOf } from '../support/types.ts';

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await open.database('demo');
  server = await open.server(opened.database);
});

type Pairs = Map<string, string[]>;
const add = (pairs: Pairs, parent: string, child: string): void =>
  void pairs.set(parent, [...(pairs.get(parent) ?? []), child]);

async function expectedPairs(edge: string): Promise<Pairs> {
  const rows = await opened.sql(`select x.* from (${EDGES_IN_SQL[edge]}) as x(parent, child)`);
  const pairs: Pairs = new Map();
  for (const { parent, child } of rows)
    if (parent !== null && child !== null) add(pairs, String(parent), String(child));
  return pairs;
}

/** Walks the edge from every row of the type, page after page of parents. */
async function walkedPairs(type: string, name: string, edge: Edge, args = ''): Promise<Pairs> {
  const { list, keyField: key } = askedTypeOf(type);
  const child = askedTypeOf(edge.to).keyField;
  const selection =
    edge.as === 'connection' ? `(first: 500) { nodes { child: ${child} } }` : `{ child: ${child} }`;
  const pairs: Pairs = new Map();
  let after: string | null = null;
  do {
    const document = `query ($after: String) { list: ${list}(first: 300, after: $after${args}) {
      pageInfo { hasNextPage endCursor } nodes { parent: ${key} edge: ${name} ${selection} } } }`;
    const data: Answer['data'] = await server.data(document, { after });
    const page = data.list;
    for (const { parent, edge: found } of page.nodes) {
      const children =
        edge.as === 'connection' ? found.nodes : edge.as === 'list' ? found : found ? [found] : [];
      for (const { child: key } of children) add(pairs, parent, key);
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return pairs;
}

describe('every edge, from every row, leads where plain SQL leads', () => {
  for (const [type, edges] of Object.entries(EDGES)) {
    for (const [name, edge] of Object.entries<Edge>(edges)) {
      it(`${type}.${name}`, async () => {
        const walked = await walkedPairs(type, name, edge);
        if (type === 'WorkflowRun') {
          const headless = await walkedPairs(type, name, edge, ', withoutHeader: true');
          for (const [parent, children] of headless) walked.set(parent, children);
        }
        const expected = await expectedPairs(`${type}.${name}`);
        expect(expected.size).toBeGreaterThan(0);
        expect(Object.fromEntries(walked)).toEqual(Object.fromEntries(expected));
      });
    }
  }
});
