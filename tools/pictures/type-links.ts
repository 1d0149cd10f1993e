import { getDatamodel } from '../../prisma/generated/pothos-types.ts';
import type { Edge } from '../../src/lineage/edges/edge.ts';
import { EDGES } from '../../src/lineage/edges.ts';

/** Two types with rows that name each other. */
export interface TypeLink {
  /** The side that has one row; `to` may have many. */
  readonly from: string;
  readonly to: string;
  /** The columns that hold the keys of the other side. */
  readonly columns: readonly string[];
  /** A foreign key holds it; a soft link is by value only, and may dangle. */
  readonly isEnforced: boolean;
}

/** All edges that lead through no third table, once for both directions. */
export function typeLinks(): readonly TypeLink[] {
  const links = new Map<string, { from: string; to: string; columns: Set<string> }>();
  const add = (from: string, to: string, edge: Edge): void => {
    const key = [from, to].sort().join(' ');
    const link = links.get(key) ?? { from, to, columns: new Set() };
    links.set(key, link);
    for (const column of columnsOf(edge)) link.columns.add(column);
  };
  const edges = Object.entries(EDGES).flatMap(([type, own]) =>
    Object.values<Edge>(own)
      .filter(({ via }) => via === undefined)
      .map((edge) => ({ type, edge })),
  );
  // Edges to many rows first: they say which side is the one.
  for (const { type, edge } of edges) if (edge.as !== 'one') add(type, edge.to, edge);
  for (const { type, edge } of edges) {
    // One row on both sides: the side that is declared first.
    const isMutual = edges.some((other) => other.type === edge.to && other.edge.to === type);
    const [from, to] = isMutual ? [type, edge.to] : [edge.to, type];
    if (edge.as === 'one') add(from, to, edge);
  }
  return [...links.values()].map(({ from, to, columns }) => ({
    from,
    to,
    columns: [...columns].sort(),
    isEnforced: isEnforced(from, to),
  }));
}

/** What no column holds: the column that it is made of. */
const MADE_OF: Readonly<Record<string, string>> = {
  reusedFromRunId: 'reuse_source_run_id',
  pipelineStep: 'step',
};

/** Of each pair the name that says which row is meant: `workflow_run_id`, where the other is `run_id`. */
const columnsOf = ({ on, either = [] }: Edge): readonly string[] =>
  [on, ...either.map((one) => one.on)]
    .flatMap((pairs) => Object.entries(pairs))
    .map(([child, parent]) => (parent.length > child.length ? parent : child))
    .map((field) => MADE_OF[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

function isEnforced(from: string, to: string): boolean {
  const { models } = getDatamodel().datamodel;
  const names = (type: string, other: string): boolean =>
    models[type]?.fields.some(({ kind, type: of }) => kind === 'object' && of === other) ?? false;
  return names(to, from) || names(from, to);
}
