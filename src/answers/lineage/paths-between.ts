import { gradeOf } from './edge-kinds.ts';
import type { WalkedEdge } from './walk.ts';

/** A way from one node to another: the nodes in their order, and an edge between each two. */
export interface Way {
  readonly ids: readonly string[];
  readonly edges: readonly WalkedEdge[];
}

/** A graph of many circles has more ways than anybody reads: looking for them ends here. */
const MOST_TRIED = 20_000;

/**
 * Ways along these edges, whichever way these point, shortest first: `most` of up to `length` edges. None meets a node
 * twice.
 */
export function waysBetween(
  edges: readonly WalkedEdge[],
  from: string,
  to: string,
  { most, length }: { readonly most: number; readonly length: number },
): readonly Way[] {
  const next = neighbours(edges);
  const left = distancesTo(to, next);
  const found: Way[] = [];
  let open: readonly Way[] = [{ ids: [from], edges: [] }];
  let tried = 0;
  for (let steps = 0; open.length > 0 && steps <= length; steps += 1) {
    const longer: Way[] = [];
    for (const way of open) {
      const at = way.ids.at(-1) ?? from;
      if (at === to) found.push(way);
      if (found.length >= most) return found;
      if (at === to) continue;
      for (const [id, edge] of next.get(at) ?? []) {
        const isNear = steps + 1 + (left.get(id) ?? Number.POSITIVE_INFINITY) <= length;
        if (isNear && !way.ids.includes(id) && tried++ < MOST_TRIED)
          longer.push({ ids: [...way.ids, id], edges: [...way.edges, edge] });
      }
    }
    open = longer;
  }
  return found;
}

type Neighbours = ReadonlyMap<string, ReadonlyMap<string, WalkedEdge>>;

/** Of several edges between two nodes, one that says of which use it tells, else the first. */
function neighbours(edges: readonly WalkedEdge[]): Neighbours {
  const next = new Map<string, Map<string, WalkedEdge>>();
  const add = (at: string, there: string, edge: WalkedEdge): void => {
    const known = next.get(at) ?? new Map<string, WalkedEdge>();
    const other = known.get(there);
    if (!other || (gradeOf(edge.kind) && !gradeOf(other.kind))) known.set(there, edge);
    next.set(at, known);
  };
  for (const edge of edges) {
    add(edge.from, edge.to, edge);
    add(edge.to, edge.from, edge);
  }
  return next;
}

function distancesTo(to: string, next: Neighbours): ReadonlyMap<string, number> {
  const distances = new Map([[to, 0]]);
  // A map gives what is added while it is gone through.
  for (const [id, distance] of distances)
    for (const there of next.get(id)?.keys() ?? [])
      if (!distances.has(there)) distances.set(there, distance + 1);
  return distances;
}
