import type { Grade } from './edge-kinds.ts';
import type { Box, Picture } from './picture.ts';
import type { Tone } from './stages.ts';

const COLOURS: Readonly<
  Record<Tone, { readonly fill: string; readonly line: string; readonly means: string }>
> = {
  GOOD: { fill: '#d8f0e0', line: '#1a7f4b', means: 'completed, high' },
  BAD: { fill: '#fbdcdc', line: '#b42318', means: 'failed, low' },
  OPEN: { fill: '#fdf0cf', line: '#a36a00', means: 'running, medium' },
  NONE: { fill: '#eceff4', line: '#667085', means: 'no status' },
};
const STYLES: Readonly<Record<Grade, string>> = { AVAILABLE_TO: 'style=dashed', CITED_BY: 'penwidth=2.5' };
const GRADES: Readonly<Record<Grade, string>> = { AVAILABLE_TO: 'was available to', CITED_BY: 'is cited by' };

/** A string of DOT: in quotes, where `\` begins escapes and `&` entities. */
const quoted = (lines: readonly string[]): string =>
  `"${lines
    .map((line) => line.replace(/[\\"]/g, '\\$&').replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`))
    .join('\\n')}"`;

const coloured = (tone: Tone): string => `fillcolor="${COLOURS[tone].fill}", color="${COLOURS[tone].line}"`;

/** A picture as the text of a Graphviz graph. */
export function dotOf({ stages, lines, tones, grades }: Picture): string {
  const box = (one: Box): string => {
    const width = one.isStart ? ', penwidth=3' : '';
    const sides = one.isMany ? ', peripheries=2' : '';
    return `    ${one.name} [label=${quoted(one.lines)}, ${coloured(one.tone)}${width}${sides}];`;
  };
  const legend = [
    ...tones.map((tone) => `    key${tone} [label=${quoted([COLOURS[tone].means])}, ${coloured(tone)}];`),
    ...grades.flatMap((grade) => [
      `    from${grade} [label="", shape=point];`,
      `    to${grade} [label="", shape=point];`,
      `    from${grade} -> to${grade} [${STYLES[grade]}, label=${quoted([GRADES[grade]])}];`,
    ]),
  ];
  return [
    'digraph lineage {',
    '  rankdir=LR;',
    '  graph [fontname="Helvetica", style="rounded", color="#98a2b3"];',
    '  node [fontname="Helvetica", fontsize=11, shape=box, style="rounded,filled"];',
    '  edge [fontname="Helvetica", fontsize=10, color="#667085"];',
    ...stages.flatMap(({ title, boxes }, place) => [
      `  subgraph cluster_${place} {`,
      `    label=${quoted([title])};`,
      ...boxes.map(box),
      '  }',
    ]),
    ...lines.map(({ from, to, grade }) => `  ${from} -> ${to}${grade ? ` [${STYLES[grade]}]` : ''};`),
    ...(legend.length > 0 ? ['  subgraph cluster_legend {', '    label="Legend";', ...legend, '  }'] : []),
    '}',
    '',
  ].join('\n');
}
