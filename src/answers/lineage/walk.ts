import { costLimitExceeded, LineageError } from '../../errors.ts';
import { MAX_FOUND } from '../../lineage/found.ts';
import type { LineageLoader } from '../../lineage/lineage-loader.ts';
import type { Reference } from '../../lineage/nodes.ts';
import { encodeNodeId } from '../../schema/node-id.ts';
import type { Direction, Step } from './edge-kinds.ts';
import { type Arrival, type Departure, DIRECTIONS, Expansion } from './expansion.ts';
import type { Extent } from './walk-arguments.ts';

/** An edge of a node of which not all rows were followed. */
export interface Cut {
  readonly step: Step;
  readonly shown: number;
  /** How many rows the edge has; undefined where they have to be counted. */
  readonly total: number | undefined;
}

export interface WalkedNode extends Reference {
  readonly id: string;
  /** How many steps away from the start. */
  readonly depth: number;
  /** The id of the node from which it was first met. */
  readonly metFrom: string | undefined;
  readonly cuts: readonly Cut[];
  /** Whether its edges were asked for. */
  readonly explored: boolean;
}

/** From upstream to downstream, whichever way it was walked. */
export interface WalkedEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}

export interface Walked {
  /** Closest first. */
  readonly nodes: readonly WalkedNode[];
  readonly edges: readonly WalkedEdge[];
  /** Edges that this database lacks or the caller may not read, and why, by `Type.edge`. */
  readonly unavailable: ReadonlyMap<string, LineageError>;
}

const tooDear = (edge: string, kind: string): LineageError =>
  costLimitExceeded(
    'edges',
    `${edge} is followed from the start of a walk only, unless only names ${kind}.`,
    1,
    0,
  );

interface Visit extends Reference {
  readonly id: string;
  readonly depth: number;
  readonly metFrom: string | undefined;
  cuts: readonly Cut[];
  explored: boolean;
  /** The ways that were taken from it, or will be. */
  readonly directions: Set<Direction>;
}

/** A walk that grows level by level, one statement each. */
export class Walk {
  readonly #lineage: LineageLoader;
  readonly #extent: Extent;
  readonly #visits = new Map<string, Visit>();
  readonly #edges = new Map<string, WalkedEdge>();
  readonly #unavailable = new Map<string, LineageError>();
  #departures: readonly (Departure & { readonly id: string })[];
  #depth = 0;

  constructor(lineage: LineageLoader, extent: Extent, start: Reference, directions: readonly Direction[]) {
    this.#lineage = lineage;
    this.#extent = extent;
    this.#departures = [this.#visit(start, 0, directions)];
  }

  /** How many nodes the next level starts from. */
  get width(): number {
    return this.#departures.length;
  }

  has(id: string): boolean {
    return this.#visits.has(id);
  }

  get walked(): Walked {
    return {
      nodes: [...this.#visits.values()],
      edges: [...this.#edges.values()],
      unavailable: this.#unavailable,
    };
  }

  /** One level further. False if there is no node to start from. */
  async expand(): Promise<boolean> {
    const departures = this.#departures;
    const depth = this.#depth;
    const { steps, passedOver, limit } = this.#extent;
    const expansion = new Expansion(departures, (type, way) => steps(type, way, depth), limit);
    this.#notePassedOver(departures);
    const rows = await this.#lineage.step(expansion.query, expansion.given, expansion.shape);
    this.#depth += 1;
    const next = new Map<string, Departure & { readonly id: string }>();
    for (const [place, departure] of departures.entries()) {
      const arrivals = expansion.read(departure, rows[place]);
      // A row that was there a moment ago can be gone; the start must be there.
      if (!arrivals && this.#depth === 1) return false;
      const visit = this.#visits.get(departure.id);
      if (!visit) continue;
      visit.explored = true;
      for (const arrival of arrivals ?? []) {
        const ways = this.#waysAfter(arrival.step.direction);
        for (const reached of this.#arrive(visit, arrival)) {
          const open = ways.filter((way) =>
            [steps, passedOver].some((some) => some(reached.type, way, this.#depth).length > 0),
          );
          if (open.length === 0) reached.explored = true;
          const known = next.get(reached.id)?.directions ?? [];
          const directions = new Set([...known, ...open]);
          if (directions.size > 0) next.set(reached.id, { ...reached, directions });
        }
      }
    }
    this.#departures = [...next.values()];
    return true;
  }

  #notePassedOver(departures: readonly Departure[]): void {
    for (const { type, directions } of departures)
      for (const way of directions)
        for (const { relation, kind } of this.#extent.passedOver(type, way, this.#depth))
          this.#unavailable.set(relation.name, tooDear(relation.name, kind));
  }

  /** The ways that a walk goes on after it went this way. */
  #waysAfter(direction: Direction): readonly Direction[] {
    return this.#extent.turns ? DIRECTIONS : [direction];
  }

  /** The nodes that a step leads to from which the walk has not gone on in its direction so far. */
  #arrive(from: Visit, { step, to, more }: Arrival): readonly Visit[] {
    if (to instanceof Error) {
      if (!(to instanceof LineageError)) throw to;
      this.#unavailable.set(step.relation.name, to);
      return [];
    }
    const fresh: Visit[] = [];
    let shown = 0;
    for (const reference of to) {
      const id = encodeNodeId(reference.type, reference.key);
      const known = this.#visits.get(id);
      if (!known && this.#visits.size >= MAX_FOUND) continue;
      shown += 1;
      const isNew = !known?.directions.has(step.direction);
      const visit = this.#visit(reference, this.#depth, this.#waysAfter(step.direction), from.id);
      if (isNew && id !== from.id) fresh.push(visit);
      this.#tie(from.id, id, step);
    }
    if (more || shown < to.length) {
      const cut = { step, shown, total: more ? undefined : to.length };
      from.cuts = [...from.cuts, cut];
    }
    return fresh;
  }

  #visit({ type, key }: Reference, depth: number, directions: readonly Direction[], metFrom?: string): Visit {
    const id = encodeNodeId(type, key);
    const visit = this.#visits.get(id) ?? {
      id,
      type,
      key,
      depth,
      metFrom,
      cuts: [],
      explored: false,
      directions: new Set<Direction>(),
    };
    for (const direction of directions) visit.directions.add(direction);
    this.#visits.set(id, visit);
    return visit;
  }

  #tie(departed: string, arrived: string, { direction, kind }: Step): void {
    const [from, to] = direction === 'DOWNSTREAM' ? [departed, arrived] : [arrived, departed];
    this.#edges.set(`${kind} ${from} ${to}`, { from, to, kind });
  }
}
