import type { Place } from './papers/text.ts';
import type { Paper } from './papers.ts';

/** What reports ask of a paper, by the letter of the ids: once in our words, once in those of the paper. */
const SET = [
  ['Research question / contribution', 'What does "$" ask?', 'In which words does "$" put its question?'],
  ['Identification', 'What variation does "$" rest on?', 'How does "$" describe its variation?'],
  ['Data', 'Which data does "$" use, and of which years?', 'How does "$" describe its data?'],
  ['Estimation', 'How does "$" estimate its main equation?', 'How does "$" describe its estimator?'],
  ['Robustness', 'Which checks does "$" report?', 'What does "$" say of its checks?'],
  ['Results', 'What is the main result of "$"?', 'In which sentence does "$" give its main result?'],
  ['Limits', 'What does "$" say about its limits?', 'In which words does "$" name its limits?'],
] as const;

export interface Question {
  readonly id: string;
  readonly category: string;
  readonly question: string;
  readonly answer: string;
  readonly paper: Paper;
  /** Which finding of the paper answers it. */
  readonly finding: number;
}

/** The sentence of a paper that holds a finding, and where it stands. */
export function quoteOf(
  paper: Paper,
  finding: number,
): { readonly quote: string; readonly place: Place } | undefined {
  const [, quote] = paper.findings[finding] ?? [];
  const place = paper.text.places[finding];
  return quote !== undefined && place ? { quote, place } : undefined;
}

/** The question at this place of a report: each subject is asked of all papers in turn before the next one. */
export function questionAt(index: number, papers: readonly Paper[]): Question | undefined {
  const paper = papers[index % papers.length];
  const subject = Math.floor(index / papers.length);
  const finding = subject % SET.length;
  const round = Math.floor(subject / SET.length);
  const [category, plain, verbatim] = SET[finding] ?? SET[0];
  const [answer = '', sentence = ''] = paper?.findings[finding] ?? [];
  if (!paper) return undefined;
  const letter = 'ABCDEFG'[finding];
  const number = String(round * papers.length + (index % papers.length) + 1).padStart(2, '0');
  return {
    id: `${letter}${number}`,
    category: `${letter}) ${category}`,
    question: (round === 0 ? plain : verbatim).replace('$', paper.title),
    answer: round === 0 ? answer : `It says: "${sentence}"`,
    paper,
    finding,
  };
}
