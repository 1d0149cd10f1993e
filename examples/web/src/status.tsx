import type { LineageTone, WorkflowRunOutcome } from './graphql/graphql.ts';

const TONE_OF: Readonly<Record<WorkflowRunOutcome, LineageTone>> = {
  COMPLETED: 'GOOD',
  COMPLETED_WITH_FAILURES: 'OPEN',
  FAILED: 'BAD',
  RUNNING: 'OPEN',
  STALLED: 'BAD',
  UNKNOWN: 'NONE',
};

/** How a run ended: a colour, and always the word. */
export function Outcome({ outcome }: { outcome: WorkflowRunOutcome | null | undefined }) {
  return outcome ? (
    <Status tone={TONE_OF[outcome]} word={outcome.toLowerCase().replaceAll('_', ' ')} />
  ) : null;
}

const TONES: ReadonlyMap<string, LineageTone> = new Map([
  ['completed', 'GOOD'],
  ['high', 'GOOD'],
  ['failed', 'BAD'],
  ['low', 'BAD'],
  ['running', 'OPEN'],
  ['medium', 'OPEN'],
]);

/** The tone of the status of a step, or of the confidence of an answer. */
export const toneOf = (status: string | null | undefined): LineageTone => TONES.get(status ?? '') ?? 'NONE';

export function Status({ tone, word }: { tone: LineageTone; word: string }) {
  return <span className={`status ${tone.toLowerCase()}`}>{word}</span>;
}
