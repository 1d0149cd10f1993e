import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';
import { TABLES } from '../../src/database/tables.ts';
import { escaped, STYLE } from './theme.ts';
import { typeDot } from './type-dot.ts';
import { typeLinks } from './type-links.ts';

// npm run docs:graph: docs/graph.svg, of all types, and docs/soft-links.svg, of those around a run.

const DOCS = join(import.meta.dirname, '../../docs');
const viz = await instance();

const LOOK = `${STYLE}
  .graph > polygon { fill: var(--page); } .cluster polygon { fill: var(--group); stroke: none; }
  .cluster text { font-weight: 600; } .node path, .node polygon { fill: var(--page); stroke: var(--edge); }
  .node text + text { fill: var(--soft); } .node.virtual path { stroke: var(--open); stroke-dasharray: 5 3; }
  .edge path { stroke: var(--line); } .edge polygon { fill: var(--line); stroke: var(--line); }
  .edge.soft path { stroke: var(--open); stroke-dasharray: 5 4; }
  .edge.soft polygon { fill: var(--open); stroke: var(--open); }
  .edge text { fill: var(--soft); paint-order: stroke; stroke: var(--page); stroke-width: 4px; } .key { font-size: 11px; fill: var(--soft); }`;

/** As Graphviz places it, in our colours, with a legend below. */
function svgOf(title: string, dot: string): string {
  const drawn = viz.renderString(dot, { format: 'svg' });
  const [, width = 0, height = 0] = (/viewBox="0\S* 0\S* (\S+) (\S+)"/.exec(drawn) ?? []).map(Number);
  const inner = drawn.slice(drawn.indexOf('<g id="graph0"'), drawn.lastIndexOf('</svg>'));
  const high = Math.ceil(height) + 26;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${high}" width="${Math.ceil(width)}" height="${high}" role="img">
<title>${escaped(title)}</title>
<style>${LOOK}</style>
<rect width="100%" height="100%" fill="var(--page)"/>
${inner}<g class="edge soft"><path d="M16 ${high - 16}h36" fill="none"/></g><text class="key" x="60" y="${high - 12}">soft link: by value, may dangle</text>
<g class="edge hard"><path d="M250 ${high - 16}h36" fill="none"/></g><text class="key" x="294" y="${high - 12}">foreign key</text>
</svg>
`;
}

const links = typeLinks();
const tied = new Set(links.flatMap(({ from, to }) => [from, to]));
const all = ['WorkflowRun', ...Object.keys(TABLES)].filter((type) => tied.has(type));

const AROUND_A_RUN = [
  'WorkflowRun',
  'RunRecord',
  'PrepManifest',
  'PipelineRun',
  'IndexShard',
  'IndexVersion',
  'Vector',
  'Document',
  'PaperMetadata',
  'RetrievalEvent',
  'TokenUsage',
];

function draw(name: string, title: string, dot: string): void {
  writeFileSync(join(DOCS, name), svgOf(title, dot));
  process.stdout.write(`docs/${name}\n`);
}
draw('graph.svg', 'All types that edges tie', typeDot({ types: all, links, isLabelled: false }));
draw(
  'soft-links.svg',
  'The tables around a run, and the columns that tie them',
  typeDot({ types: AROUND_A_RUN, links, isLabelled: true }),
);
