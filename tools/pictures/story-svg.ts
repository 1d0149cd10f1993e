import type { LineageGraph, LineageNode } from '../../src/graphiql/page/lineage/graph.ts';
import { type Box, layOut } from '../../src/graphiql/page/lineage/layout.ts';
import { titleOf } from '../../src/graphiql/page/lineage/stages.ts';
import { escaped, STYLE } from './theme.ts';
import { wrapped } from './wrapped.ts';

const SIZE = { width: 184, height: 74, gap: 36 } as const;
/** Below the boxes: the legend, and what was left out. */
const FOOT = 52;

const WORDS: Readonly<Record<string, string>> = {
  Document: 'paper',
  IndexShard: 'index shard',
  PipelineRun: 'index build',
  RunRecord: 'record',
  TokenUsage: 'model call',
  Vector: 'chunk',
  WorkflowRun: 'run',
};
const wordOf = (type: string): string => WORDS[type] ?? type;

/** A picture of a lineage as the text of an SVG, which says of each box and line what it stands for. */
export async function svgOf(title: string, graph: LineageGraph): Promise<string> {
  const { width, height, boxes, lines, columns } = await layOut(graph, SIZE);
  const [wide, high] = [Math.ceil(Math.max(width, 760)), Math.ceil(height) + FOOT];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}" role="img">
<title>${escaped(title)}</title>
<style>${STYLE}
  .page { fill: var(--page); } .box { fill: var(--page); stroke: var(--edge); } .start .box { fill: var(--start); }
  .name { font-size: 12px; font-weight: 600; } .about, .foot { font-size: 11px; fill: var(--soft); }
  .stage { font-size: 13px; font-weight: 600; } .good { fill: var(--good); } .bad { fill: var(--bad); }
  .open { fill: var(--open); } .none { fill: var(--none); }
  .line { fill: none; stroke: var(--line); } .available_to { stroke-dasharray: 5 4; }
  .cited_by { stroke: var(--cited); stroke-width: 2; } .head { fill: var(--line); } .cited-head { fill: var(--cited); }
</style>
<defs>${arrow('head', 7)}${arrow('cited-head', 4.5)}</defs>
<rect class="page" width="${wide}" height="${high}" rx="6"/>
${columns.map(({ stage, x }) => `<text class="stage" x="${x}" y="24">${titleOf(stage)}</text>`).join('\n')}
${lines
  .map(({ from, to, grade, path }) => {
    const head = grade === 'CITED_BY' ? 'cited-head' : 'head';
    return `<path class="line ${(grade ?? '').toLowerCase()}" data-from="${from}" data-to="${to}" marker-end="url(#${head})" d="${path}"/>`;
  })
  .join('\n')}
${boxes.map(boxSvg).join('\n')}
${foot(graph, high)}
</svg>
`;
}

const arrow = (name: string, size: number): string =>
  `<marker id="${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="${size}" markerHeight="${size}" orient="auto"><path class="${name}" d="M0 0 8 4 0 8z"/></marker>`;

function boxSvg(box: Box): string {
  const { id, x, y, type, title, status, tone, depth } = box;
  const names = wrapped(title, 22, 3);
  const about = [wordOf(type), status].filter(Boolean).join(' · ');
  const top = y + 41.5 - names.length * 7.5;
  return `<g data-node="${id}" class="${depth === 0 ? 'start' : ''}"><title>${escaped(`${title} (${about})`)}</title>
<rect class="box" x="${x}" y="${y}" width="${SIZE.width}" height="${SIZE.height}" rx="5"/>
<rect class="${tone}" x="${x}" y="${y}" width="5" height="${SIZE.height}" rx="2"/>
${names.map((name, at) => `<text class="name" x="${x + 14}" y="${top + at * 15}">${escaped(name)}</text>`).join('')}
<text class="about" x="${x + 14}" y="${top + names.length * 15}">${escaped(about)}</text></g>`;
}

const LEGEND = [
  ['good', 'completed, high'],
  ['open', 'running, medium'],
  ['bad', 'failed, low'],
] as const;

function foot({ nodes, truncated }: LineageGraph, high: number): string {
  const tones = LEGEND.map(
    ([tone, text], at) =>
      `<rect class="${tone}" x="${300 + at * 140}" y="${high - 44}" width="10" height="10" rx="2"/><text class="foot" x="${316 + at * 140}" y="${high - 35}">${text}</text>`,
  );
  const more = nodes.filter(({ depth }) => depth === 0).flatMap((node) => leftOut(node, truncated));
  return `<path class="line available_to" d="M12 ${high - 39}h34"/><text class="foot" x="52" y="${high - 35}">was available to</text>
<path class="line cited_by" d="M158 ${high - 39}h34"/><text class="foot" x="198" y="${high - 35}">is cited by</text>
${tones.join('\n')}
<text class="foot" x="12" y="${high - 12}">${escaped(more.length > 0 ? `More than is drawn: ${more.join('; ')}` : 'Made from what the field lineage of the API gives.')}</text>`;
}

/** The most of each type that an edge of a node left out. */
function leftOut({ id, title }: LineageNode, truncated: LineageGraph['truncated']): readonly string[] {
  const more = new Map<string, number>();
  for (const { type, shown, total } of truncated.filter((one) => one.id === id))
    more.set(type, Math.max(more.get(type) ?? 0, (total ?? Number.POSITIVE_INFINITY) - shown));
  const counts = [...more].map(
    ([type, count]) => `${Number.isFinite(count) ? count : 'many'} of type ${type}`,
  );
  return counts.length > 0 ? [`of ${title} ${counts.join(', ')}`] : [];
}
