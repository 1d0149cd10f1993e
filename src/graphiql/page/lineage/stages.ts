/** The stages of a pipeline, from the papers to what was paid, by the names that the server gives them. */
const TITLES = {
  PAPERS: 'Papers',
  INDEX: 'Index',
  RUN: 'Run',
  ANSWERS: 'Steps and answers',
  RETRIEVAL: 'Retrieval',
  USAGE: 'Usage',
  OTHER: 'Other',
} as const;
export type Stage = keyof typeof TITLES;

const isStage = (name: unknown): name is Stage => typeof name === 'string' && Object.hasOwn(TITLES, name);

/** A stage that is not known here is drawn last. */
export const stageIn = (name: unknown): Stage => (isStage(name) ? name : 'OTHER');

/** A picture has a column for each, in this order. */
export const STAGES: readonly Stage[] = Object.keys(TITLES).filter(isStage);

export const titleOf = (stage: Stage): string => TITLES[stage];

/** How a status is coloured; its word is always written too. */
export type Tone = 'good' | 'bad' | 'open' | 'none';
const TONES: ReadonlyMap<unknown, Tone> = new Map([
  ['GOOD', 'good'],
  ['BAD', 'bad'],
  ['OPEN', 'open'],
]);
export const toneIn = (name: unknown): Tone => TONES.get(name) ?? 'none';
