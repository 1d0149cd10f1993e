/** The questions that reports answer, by the letter of their ids: twelve each, A01 to G12. */
const SET = [
  [
    'Research question / contribution',
    'What is the main research question',
    'It asks how a change in policy passes through to prices and entry.',
  ],
  [
    'Identification',
    'What variation identifies the main effect',
    'It rests on a comparison across regions before and after the change.',
  ],
  ['Data', 'Which data are used, and over which years', 'A panel of firms, matched by region and quarter.'],
  [
    'Estimation',
    'How is the main equation estimated',
    'By two-way fixed effects, with errors clustered by region.',
  ],
  [
    'Robustness',
    'Which robustness checks are reported',
    'A placebo in earlier years, other bandwidths, and a donut sample.',
  ],
  [
    'Results',
    'How large is the main effect',
    'A rise of one percent lowers entry by about a third of a percent.',
  ],
  [
    'Limits',
    'What do the authors say about the limits',
    'They do not observe informal work and warn against extrapolation.',
  ],
] as const;

const PER_LETTER = 12;

export interface Question {
  readonly id: string;
  readonly category: string;
  readonly question: string;
  readonly answer: string;
}

/** The question at this place of the set, asked of a paper. */
export function questionAt(index: number, title: string): Question {
  const letter = Math.floor(index / PER_LETTER) % SET.length;
  const [category, stem, answer] = SET[letter] ?? SET[0];
  const name = 'ABCDEFG'[letter];
  const number = String((index % PER_LETTER) + 1).padStart(2, '0');
  return {
    id: `${name}${number}`,
    category: `${name}) ${category}`,
    question: `${stem} of "${title}"?`,
    answer,
  };
}
