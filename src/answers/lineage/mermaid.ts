import type { Grade } from './edge-kinds.ts';
import type { Box, Picture } from './picture.ts';
import type { Tone } from './stages.ts';

/** Colours of a fill, a border and a text that can be read on light and on dark pages. */
const COLOURS: Readonly<Record<Tone, string>> = {
  GOOD: 'fill:#d8f0e0,stroke:#1a7f4b,color:#0b2e1b',
  BAD: 'fill:#fbdcdc,stroke:#b42318,color:#3b0a07',
  OPEN: 'fill:#fdf0cf,stroke:#a36a00,color:#3a2600',
  NONE: 'fill:#eceff4,stroke:#667085,color:#1d2330',
};
const MEANINGS: Readonly<Record<Tone, string>> = {
  GOOD: 'completed, high',
  BAD: 'failed, low',
  OPEN: 'running, medium',
  NONE: 'no status',
};
const ARROWS: Readonly<Record<Grade, string>> = { AVAILABLE_TO: '-.->', CITED_BY: '==>' };
const GRADES: Readonly<Record<Grade, string>> = { AVAILABLE_TO: 'was available to', CITED_BY: 'is cited by' };

/** Formulas, icons and line breaks, which Mermaid reads in what it has unescaped; a word joiner, which nobody sees, parts them. */
const STILL_READ = /\$(?=\$)|fa[bklrs]?:(?=fa-)|\\(?=n)/g;
const JOINER = '\u2060';

const numbered = (character: string): string => `#${character.codePointAt(0)};`;

/**
 * Letters, digits and what means nothing to Mermaid stay; the rest is written by its number, so that no title can end
 * its label, begin a directive, or be read as Markdown or HTML.
 */
const escaped = (text: string): string =>
  text
    .replace(STILL_READ, `$&${JOINER}`)
    .replace(/[^\p{L}\p{M}\p{N}\u2060\u2068\u2069 .,:?!()'·…+–—-]/gu, numbered)
    // So begins a list in Markdown.
    .replace(/^(\d*)([-+.)])/, (_, digits: string, sign: string) => digits + numbered(sign));

const label = (lines: readonly string[]): string => lines.map(escaped).join('<br/>');

const classesOf = ({ tone, isStart }: Box): string => (isStart ? `${tone} START` : tone);

/** A picture as the text of a Mermaid flowchart. */
export function mermaidOf({ stages, lines, tones, grades }: Picture): string {
  const box = (one: Box): string => {
    const [open, close] = one.isMany ? ['[["', '"]]'] : ['["', '"]'];
    return `    ${one.name}${open}${label(one.lines)}${close}`;
  };
  const boxes = stages.flatMap(({ boxes: all }) => all);
  const legend = [
    ...tones.map((tone) => `    key${tone}["${label([MEANINGS[tone]])}"]:::${tone}`),
    ...grades.flatMap((grade) => [
      `    from${grade}[" "] ${ARROWS[grade]}|"${GRADES[grade]}"| to${grade}[" "]`,
    ]),
  ];
  return [
    'flowchart LR',
    ...stages.flatMap(({ title, boxes: all }, place) => [
      `  subgraph stage${place}["${label([title])}"]`,
      '    direction TB',
      ...all.map(box),
      '  end',
    ]),
    ...lines.map(({ from, to, grade }) => `  ${from} ${grade ? ARROWS[grade] : '-->'} ${to}`),
    ...(legend.length > 0 ? ['  subgraph legend["Legend"]', ...legend, '  end', '  class legend STAGE'] : []),
    ...Object.entries(COLOURS).map(([tone, colours]) => `  classDef ${tone} ${colours}`),
    '  classDef START stroke-width:3px',
    '  classDef STAGE fill:none,stroke:#98a2b3',
    ...stages.map((_, place) => `  class stage${place} STAGE`),
    ...boxes.flatMap((one) =>
      classesOf(one)
        .split(' ')
        .map((name) => `  class ${one.name} ${name}`),
    ),
    '',
  ].join('\n');
}
