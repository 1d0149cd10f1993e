import type { ShownNode } from './described.ts';
import { manyOf } from './descriptions.ts';
import { type Grade, gradeOf } from './edge-kinds.ts';
import { LABEL_LENGTH, labelText } from './picture-text.ts';
import { STAGES_IN_ORDER, stageOf, type Tone, toneOf } from './stages.ts';
import type { WalkedEdge } from './walk.ts';

/** A node, or many of a kind in one. */
export interface Box {
  readonly name: string;
  readonly lines: readonly string[];
  readonly tone: Tone;
  readonly isStart: boolean;
  readonly isMany: boolean;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly grade: Grade | undefined;
}

export interface Picture {
  readonly stages: readonly { readonly title: string; readonly boxes: readonly Box[] }[];
  readonly lines: readonly Line[];
  /** What of its signs the picture uses, for the legend. */
  readonly tones: readonly Tone[];
  readonly grades: readonly Grade[];
}

interface Graph {
  readonly nodes: readonly ShownNode[];
  readonly edges: readonly WalkedEdge[];
}

/** A picture of more boxes is read by nobody: then more is folded. */
const MOST_BOXES = 24;

interface Folding {
  /** From how many on nodes of a kind are one box. */
  readonly from: number;
  readonly kind: (node: ShownNode, parent: string) => string;
}

/** The first way to fold that leaves few enough boxes. */
const FOLDINGS: readonly Folding[] = [
  { from: 4, kind: (node, parent) => `${node.type} ${node.many} ${toneOf(node.status)} ${parent}` },
  { from: 2, kind: (node, parent) => `${node.type} ${node.many} ${toneOf(node.status)} ${parent}` },
  { from: 2, kind: (node, parent) => `${node.type} ${toneOf(node.status)} ${parent}` },
  { from: 2, kind: (node) => `${node.type} ${toneOf(node.status)}` },
];

export function pictureOf(graph: Graph): Picture {
  let folded = fold(graph, FOLDINGS[0] ?? NO_FOLDING);
  for (const folding of FOLDINGS.slice(1)) {
    if (folded.length <= MOST_BOXES) break;
    folded = fold(graph, folding);
  }
  const boxOf = new Map(folded.flatMap(({ name, nodes }) => nodes.map(({ id }) => [id, name] as const)));
  const boxes = folded.map(({ name, nodes }) => ({ nodes, box: boxed(name, nodes) }));
  const lines = reduced(linesBetween(graph.edges, boxOf));
  return {
    stages: STAGES_IN_ORDER.map(({ stage, title }) => ({
      title,
      boxes: boxes.filter(({ nodes: [node] }) => node && stageOf(node.type) === stage).map(({ box }) => box),
    })).filter((one) => one.boxes.length > 0),
    lines,
    tones: [...new Set(boxes.map(({ box }) => box.tone))].filter((tone) => tone !== 'NONE').sort(),
    grades: [...new Set(lines.flatMap(({ grade }) => grade ?? []))].sort(),
  };
}

const NO_FOLDING: Folding = { from: Number.POSITIVE_INFINITY, kind: ({ id }) => id };

interface Folded {
  readonly name: string;
  readonly nodes: readonly ShownNode[];
}

/** Nodes of a kind that were met from the same place are one box; the start stays alone. */
function fold({ nodes }: Graph, { from, kind }: Folding): readonly Folded[] {
  const kinds = new Map<string, ShownNode[]>();
  const kindOf = new Map<string, string>();
  for (const node of nodes) {
    const key = node.depth === 0 ? node.id : kind(node, kindOf.get(node.metFrom ?? '') ?? '');
    kindOf.set(node.id, key);
    const known = kinds.get(key);
    if (known) known.push(node);
    else kinds.set(key, [node]);
  }
  const groups = [...kinds.values()].flatMap((some) =>
    some.length < from ? some.map((one) => [one]) : [some],
  );
  return groups.map((some, place) => ({ name: `n${place}`, nodes: some }));
}

function boxed(name: string, nodes: readonly ShownNode[]): Box {
  const [first, ...others] = nodes;
  if (!first) throw new Error('A box stands for a node.');
  const isMany = others.length > 0;
  const statuses = [...new Set(nodes.flatMap(({ status }) => status ?? []))].slice(0, 3).join(', ');
  const many = nodes.every((node) => node.many === first.many) ? first.many : manyOf(first.type);
  const pages = pagesOf(nodes);
  const title = isMany
    ? labelText(`${nodes.length} ${many}`, LABEL_LENGTH - pages.length) + pages
    : first.title;
  const heading = isMany ? statuses : [first.type, statuses].filter(Boolean).join(' · ');
  return {
    name,
    lines: [title, heading, leftOut(nodes)].filter((line) => line !== '').map((line) => labelText(line)),
    tone: toneOf(first.status),
    isStart: first.depth === 0,
    isMany,
  };
}

function pagesOf(nodes: readonly ShownNode[]): string {
  const pages = nodes.flatMap(({ page }) => page ?? []);
  if (pages.length === 0) return '';
  const [first, last] = [Math.min(...pages), Math.max(...pages)];
  return first === last ? ` (p. ${first})` : ` (p. ${first}-${last})`;
}

/** What was cut at these nodes, by what it is. */
function leftOut(nodes: readonly ShownNode[]): string {
  const more = new Map<string, number>();
  for (const { cuts } of nodes)
    for (const { many, shown, total } of cuts)
      more.set(many, (more.get(many) ?? 0) + (total ?? Number.POSITIVE_INFINITY) - shown);
  return [...more]
    .map(([many, count]) => (Number.isFinite(count) ? `+ ${count} ${many}` : `+ many ${many}`))
    .join(', ');
}

const STRENGTH: readonly (Grade | undefined)[] = ['CITED_BY', 'AVAILABLE_TO', undefined];

/** One line between two boxes, of the strongest grade. */
function linesBetween(edges: readonly WalkedEdge[], boxOf: ReadonlyMap<string, string>): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const edge of edges) {
    const [from, to] = [boxOf.get(edge.from), boxOf.get(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from} ${to}`;
    const grade = gradeOf(edge.kind);
    const known = lines.get(key);
    if (!known || STRENGTH.indexOf(grade) < STRENGTH.indexOf(known.grade))
      lines.set(key, { from, to, grade });
  }
  return [...lines.values()];
}

/** Without the lines that others say together, as chunk to run beside chunk to build to run. A citation always stands. */
function reduced(lines: readonly Line[]): readonly Line[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of lines) next.set(from, (next.get(from) ?? new Set()).add(to));
  const leads = (from: string, to: string): boolean => {
    const seen = new Set([from]);
    const open = [...(next.get(from) ?? [])].filter((one) => one !== to);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === to) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(next.get(at) ?? []));
    }
    return false;
  };
  return lines.filter(({ from, to, grade }) => {
    if (grade === 'CITED_BY' || !leads(from, to)) return true;
    next.get(from)?.delete(to);
    return false;
  });
}
