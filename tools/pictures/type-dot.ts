import { STAGES_IN_ORDER, stageOf } from '../../src/answers/lineage/stages.ts';
import { TABLES, type TableType } from '../../src/database/tables.ts';
import type { TypeLink } from './type-links.ts';

interface Wanted {
  /** Of which types; others and their links are left out. */
  readonly types: readonly string[];
  readonly links: readonly TypeLink[];
  /** Whether links name their columns. */
  readonly isLabelled: boolean;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
const isTable = (type: string): type is TableType => Object.hasOwn(TABLES, type);

/** Types and what ties them as a Graphviz graph: by stage, soft links dashed. */
export function typeDot({ types, links, isLabelled }: Wanted): string {
  const box = (type: string): string =>
    isTable(type)
      ? `    ${type} [label=${quoted(`${type}\\n${TABLES[type].name}`).replaceAll('\\\\n', '\\n')}];`
      : `    ${type} [label="${type}\\nrun_id, in no table", class="virtual"];`;
  const stages = STAGES_IN_ORDER.flatMap(({ stage, title }) => {
    const own = types.filter((type) => stageOf(type) === stage);
    if (own.length === 0) return [];
    // The names of columns need the room.
    if (isLabelled) return own.map(box);
    return [`  subgraph cluster_${stage} {`, `    label=${quoted(title)};`, ...own.map(box), '  }'];
  });
  const lines = links
    .filter(({ from, to }) => types.includes(from) && types.includes(to))
    .map(({ from, to, columns, isEnforced }) => {
      const label = isLabelled
        ? `, label=${quoted(` ${columns.join('\\n')} `).replaceAll('\\\\n', '\\n')}`
        : '';
      return `  ${from} -> ${to} [class="${isEnforced ? 'hard' : 'soft'}"${label}];`;
    });
  return [
    'digraph types {',
    `  graph [rankdir=LR, ranksep=${isLabelled ? 1 : 0.7}, nodesep=${isLabelled ? 0.4 : 0.16}, fontname="Helvetica", fontsize=13, pad=0.2, remincross=true];`,
    '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11, margin="0.2,0.05"];',
    '  edge [fontname="Helvetica", fontsize=10, arrowsize=0.6];',
    ...stages,
    ...lines,
    '}',
  ].join('\n');
}
