import { randomFrom } from '../random.ts';
import type { Findings } from './findings.ts';

/** Where a sentence stands: words count from 0 on each page, and the last one is included. */
export interface Place {
  readonly page: number;
  readonly startWord: number;
  readonly endWord: number;
}

/** The words of a paper by page, and where the sentence of each finding stands. */
export interface PaperText {
  readonly pages: readonly (readonly string[])[];
  readonly places: readonly Place[];
}

const CHUNK_WORDS = 350;
const CHUNK_OVERLAP = 75;

const SUBJECTS = [
  'The estimate',
  'This specification',
  'Our reading of the literature',
  'The size of the sample',
  'The table below',
  'A referee of an earlier draft',
  'The figure in the appendix',
  'The main coefficient',
  'Earlier work in this journal',
  'The choice of the period',
];
const VERBS = [
  'is in line with',
  'does not depend on',
  'is best seen beside',
  'leaves open',
  'was checked against',
  'says little about',
  'is larger than',
  'follows from',
];
const OBJECTS = [
  'what a simple average would show',
  'the weights that we use',
  'the pattern of the early years',
  'the behaviour of the largest units',
  'the results by quarter',
  'a plot of the residuals',
  'the assumptions stated above',
  'the share of missing answers',
  'what theory would have us expect',
];

/** A sentence of the trade that says nothing in particular. */
function filler(random: () => number): readonly string[] {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  return `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}.`.split(' ');
}

/** Writes a paper that gives so many chunks: each page holds two, the last one of an odd number one. */
export function writePaper(seed: number, chunks: number, findings: Findings): PaperText {
  const random = randomFrom(seed);
  const count = Math.ceil(chunks / 2);
  const pages: string[][] = [];
  const places: Place[] = [];
  for (let page = 1; page <= count; page += 1) {
    const length = page === count && chunks % 2 === 1 ? 300 : 480 + Math.floor(random() * 60);
    const here = findings.filter((_, index) => 1 + Math.floor((index * count) / findings.length) === page);
    const words: string[] = [];
    for (const [index, [, sentence]] of here.entries()) {
      const from = (length * (index + 0.4)) / here.length;
      while (words.length < from) words.push(...filler(random));
      const said = sentence.split(' ');
      places.push({ page, startWord: words.length, endWord: words.length + said.length - 1 });
      words.push(...said);
    }
    while (words.length < length) words.push(...filler(random));
    pages.push(words);
  }
  return { pages, places };
}

/** The chunks of a paper, as Ragonometrics cuts them: anew on each page, each beginning 275 words after the one before. */
export function chunksOf({ pages }: PaperText): readonly (Place & { readonly text: string })[] {
  return pages.flatMap((words, index) => {
    const chunks: (Place & { readonly text: string })[] = [];
    for (let startWord = 0; ; startWord += CHUNK_WORDS - CHUNK_OVERLAP) {
      const endWord = Math.min(startWord + CHUNK_WORDS, words.length) - 1;
      chunks.push({
        page: index + 1,
        startWord,
        endWord,
        text: words.slice(startWord, endWord + 1).join(' '),
      });
      if (endWord === words.length - 1) return chunks;
    }
  });
}
