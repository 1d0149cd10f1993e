import { describe, expect, it } from 'vitest';
import { EDGE_FLOWS } from '../../../src/answers/lineage/edge-flows.ts';
import type { Edge } from '../../../src/lineage/edges/edge.ts';
import { EDGES } from '../../../src/lineage/edges.ts';
import { encodeNodeId } from '../../../src/schema/node-id.ts';
import { EDGES_IN_SQL } from '../../support/edges-in-sql.ts';
import { useServer } from '../../support/use-server.ts';

const api = useServer('demo');

interface Told {
  readonly type: string;
  readonly name: string;
  readonly to: string;
  readonly kind: string;
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
}

const inCapitals = (edge: string): string => edge.replace(/(?<=[a-z])(?=[A-Z])|\./g, '_').toUpperCase();

/** The kind and the direction of an edge, read off the table by hand. */
function told(type: string, name: string, { to }: Edge): Told {
  const flows: Readonly<Record<string, Readonly<Record<string, string>>>> = EDGE_FLOWS;
  const flow = flows[type]?.[name] ?? '';
  if (flow === 'UPSTREAM' || flow === 'DOWNSTREAM')
    return { type, name, to, kind: inCapitals(`${type}.${name}`), direction: flow };
  const other = flow.replace('inverse of ', '');
  const [otherType = '', otherName = ''] = other.split('.');
  const back = flows[otherType]?.[otherName] === 'UPSTREAM';
  return { type, name, to, kind: inCapitals(other), direction: back ? 'DOWNSTREAM' : 'UPSTREAM' };
}

const ALL: readonly Told[] = Object.entries(EDGES).flatMap(([type, edges]) =>
  Object.entries<Edge>(edges).map(([name, edge]) => told(type, name, edge)),
);

/** Edges of one type with the same kind and direction are followed together. */
const TOGETHER = Map.groupBy(ALL, ({ type, kind, direction }) => `${type} ${kind} ${direction}`);

/** Global ids of chunks are made of their chunk ids, not of their row ids. */
async function idMaker(): Promise<(type: string, key: string) => string> {
  const rows = await api().sql('select id, chunk_id from indexing.vectors');
  const chunks = new Map(rows.map(({ id, chunk_id }) => [String(id), String(chunk_id)]));
  return (type, key) => encodeNodeId(type, type === 'Vector' ? (chunks.get(key) ?? key) : key);
}

describe('from each type, along each of its edges and no other', () => {
  it.each([...TOGETHER])('%s leads where plain SQL leads', async (_, edges) => {
    const [first] = edges;
    if (!first) throw new Error('No edge.');
    const { type, to, kind, direction } = first;
    const idOf = await idMaker();
    const children = new Map<string, Set<string>>();
    for (const { name } of edges) {
      const rows = await api().sql(
        `select x.* from (${EDGES_IN_SQL[`${type}.${name}`]}) as x(parent, child)`,
      );
      for (const { parent, child } of rows) {
        if (parent === null || child === null) continue;
        const id = idOf(type, String(parent));
        children.set(id, (children.get(id) ?? new Set()).add(idOf(to, String(child))));
      }
    }
    const starts = [...children].filter(([, some]) => some.size <= 200);
    expect(starts.length).toBeGreaterThan(0);
    const most = starts.toSorted(([, a], [, b]) => b.size - a.size);
    const chosen = new Map([...starts.slice(0, 3), ...starts.slice(-3), ...most.slice(0, 3)]);
    const fields = [...chosen.keys()].map(
      (
        id,
        place,
      ) => `a${place}: lineage(of: "${id}", direction: ${direction}, depth: 1, limitPerEdge: 200, only: [${kind}]) {
        nodes { id type depth } edges { from to kind } isPartial }`,
    );
    const data = await api().data(`{ ${fields.join('\n')} }`);
    for (const [place, [id, expected]] of [...chosen].entries()) {
      const { nodes, edges: found, isPartial } = data[`a${place}`];
      const ends = direction === 'DOWNSTREAM' ? ['from', 'to'] : ['to', 'from'];
      const [here = '', there = ''] = ends;
      expect(isPartial).toBe(false);
      expect(nodes[0]).toEqual({ id, type, depth: 0 });
      expect(
        found.map((edge: Record<string, string>) => [edge[here], edge[there], edge.kind]).sort(),
      ).toEqual([...expected].map((child) => [id, child, kind]).sort());
      const reached = nodes.slice(1).map((node: { id: string }) => node.id);
      expect(reached.sort()).toEqual([...expected].filter((child) => child !== id).sort());
    }
  });
});

it('each kind has one upstream type and one downstream type, whichever end it is seen from', () => {
  const ends = Map.groupBy(ALL, ({ kind }) => kind);
  for (const [kind, told] of ends) {
    const flows = told.map(({ type, to, direction }) =>
      direction === 'DOWNSTREAM' ? `${type} > ${to}` : `${to} > ${type}`,
    );
    expect([kind, new Set(flows).size]).toEqual([kind, 1]);
  }
});

it('no type is its own ancestor by what flows downstream, but for runs that others rerun', () => {
  const below = Map.groupBy(
    ALL.map(({ type, to, direction }) => (direction === 'DOWNSTREAM' ? [type, to] : [to, type])),
    ([from = '']) => from,
  );
  const circles: string[] = [];
  const walk = (type: string, path: readonly string[]): void => {
    if (path.includes(type)) return void circles.push([...path.slice(path.indexOf(type)), type].join(' > '));
    for (const [, to = ''] of below.get(type) ?? []) walk(to, [...path, type]);
  };
  for (const type of below.keys()) walk(type, []);
  const kinds = new Set(circles.map((circle) => circle.split(' > ').toSorted().join(' ')));
  expect([...kinds].filter((circle) => !/WorkflowRun/.test(circle))).toEqual([]);
});
