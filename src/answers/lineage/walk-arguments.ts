import { badInput } from '../../errors.ts';
import { MAX_FOUND } from '../../lineage/found.ts';
import { NODE_TYPES, type Reference, readNodeId } from '../../lineage/nodes.ts';
import type { Cost } from '../../lineage/relation.ts';
import { builder } from '../../schema/builder.ts';
import { type Direction, EdgeKind, STEPS, type Step } from './edge-kinds.ts';
import { DIRECTIONS } from './expansion.ts';

const MAX_DEPTH = 6;
const MAX_LIMIT = 200;
/** What is not given. */
export interface Preset {
  readonly depth: number;
  readonly limit: number;
  readonly turns: boolean;
}
const PRESET: Preset = { depth: 2, limit: 20, turns: false };

/** How far a walk goes, and along what. */
export interface Extent {
  readonly depth: number;
  readonly limit: number;
  /** Whether the walk may turn: from each node both ways, whichever way it was reached. */
  readonly turns: boolean;
  /** The steps that are taken from a node of this type, so far from the start. */
  readonly steps: (type: string, direction: Direction, depth: number) => readonly Step[];
  /** The dear ones that are not. */
  readonly passedOver: (type: string, direction: Direction, depth: number) => readonly Step[];
}

type Given = Readonly<Record<string, unknown>>;

export const LineageDirection = builder.enumType('LineageDirection', {
  description: 'Which way a lineage is followed.',
  values: {
    UPSTREAM: { description: 'To what the node was made of, and what that was made of.' },
    DOWNSTREAM: { description: 'To what was made of the node or rests on it, and so on.' },
    BOTH: {
      description: 'Both ways from the node; not to what else was made of what it was made of.',
    },
  },
});

export const NodeType = builder.enumType('NodeType', {
  description: 'A type of nodes, by its name in this schema.',
  values: Object.fromEntries(NODE_TYPES.map((type) => [type, { description: `Rows of ${type}.` }])),
});

/** The arguments that every walk has. */
export const extentArguments = (depthMeans: string, preset: Preset = PRESET) =>
  builder.args((t) => ({
    depth: t.int({ description: `${depthMeans}: 1 to ${MAX_DEPTH}, ${preset.depth} unless given.` }),
    limitPerEdge: t.int({
      description: `How many rows of one edge of one node are followed: 1 to ${MAX_LIMIT}, ${preset.limit} unless given.`,
    }),
    only: t.field({
      type: [EdgeKind],
      description: 'Along edges of these kinds only; of all kinds by default.',
    }),
    types: t.field({
      type: [NodeType],
      description: 'Only to nodes of these types, and through them; of all types by default.',
    }),
  }));

function numberIn(value: unknown, name: string, preset: number, most: number): number {
  if (value == null) return preset;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw badInput(`${name} takes 1 to ${most}, but got ${number}.`);
  return number;
}

const setIn = (value: unknown): ReadonlySet<unknown> | undefined =>
  Array.isArray(value) ? new Set(value) : undefined;

/** Throws BAD_USER_INPUT. */
export function readExtent({ depth, limitPerEdge, only, types }: Given, preset: Preset = PRESET): Extent {
  const kinds = setIn(only);
  const kept = setIn(types);
  const allowed = STEPS.filter(
    ({ kind, relation }) => (kinds?.has(kind) ?? true) && (kept?.has(relation.to.name) ?? true),
  );
  const isSpared = ({ isDear, kind }: Step): boolean => isDear && !kinds?.has(kind);
  const from = (type: string, direction: Direction): readonly Step[] =>
    allowed.filter((step) => step.from === type && step.direction === direction);
  return {
    depth: numberIn(depth, 'depth', preset.depth, MAX_DEPTH),
    limit: numberIn(limitPerEdge, 'limitPerEdge', preset.limit, MAX_LIMIT),
    turns: preset.turns,
    steps: (type, direction, at) => from(type, direction).filter((step) => at === 0 || !isSpared(step)),
    passedOver: (type, direction, at) => from(type, direction).filter((step) => at > 0 && isSpared(step)),
  };
}

/** Throws BAD_USER_INPUT. */
export const readStart = (id: unknown, name: string): Reference => readNodeId(String(id), name);

export const readDirections = (direction: unknown): readonly Direction[] =>
  direction === 'UPSTREAM' || direction === 'DOWNSTREAM' ? [direction] : DIRECTIONS;

/** What a walk may meet, by the types alone. */
export interface Prospect {
  readonly types: readonly string[];
  /** Nodes times the edges of each: what reading them may cost at most. */
  readonly cost: Cost;
}

const priceOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, { relation }) => sum + Math.max(1, relation.cost?.(undefined).base ?? 1), 0);

/** Looks ahead without the database: which types can be met, and how many nodes there can be. */
export function prospectOf(start: Reference, directions: readonly Direction[], extent: Extent): Prospect {
  const met = new Set([start.type]);
  let [nodes, spent, dearest] = [1, 0, 1];
  // A walk that may turn is one walk; else there is one for each way.
  for (const ways of extent.turns ? [directions] : directions.map((direction) => [direction])) {
    let level = new Map([[start.type, 1]]);
    for (let depth = 0; depth < extent.depth; depth += 1) {
      const next = new Map<string, number>();
      for (const [type, count] of level) {
        const steps = ways.flatMap((direction) => extent.steps(type, direction, depth));
        const price = priceOf(steps);
        dearest = Math.max(dearest, price);
        spent += count * price;
        for (const { relation } of steps) {
          const each = relation.as === 'one' ? 1 : extent.limit;
          const { name } = relation.to;
          met.add(name);
          next.set(name, Math.min(MAX_FOUND, (next.get(name) ?? 0) + count * each));
        }
      }
      for (const count of next.values()) nodes += count;
      level = next;
    }
  }
  const rows = Math.min(MAX_FOUND, nodes);
  const base = Math.ceil(Math.min(spent, MAX_FOUND * dearest) / rows);
  return { types: [...met].sort(), cost: { base, rows } };
}
