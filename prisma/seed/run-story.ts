import type { Slip } from './answer.ts';
import type { Paper } from './papers.ts';
import type { Question } from './question-set.ts';
import type { DemoRow } from './rows.ts';

/** The steps of a run, in their order. */
export const STEPS = [
  'prep',
  'ingest',
  'enrich',
  'econ_data',
  'agentic',
  'index',
  'evaluate',
  'report',
] as const;
export type Step = (typeof STEPS)[number];

/** What is particular to a run; the rest follows. */
export interface RunStory {
  readonly runId: string;
  /** Minutes after the first of January 2026. Each step takes five. */
  readonly minute: number;
  readonly papers: readonly Paper[];
  readonly questions: number;
  readonly model?: string;
  readonly status?: string;
  /** The step at which the run stopped: `failed` there, or still going. */
  readonly stoppedAt?: Step;
  readonly header?: DemoRow;
  /** The run whose index is reused: no pipeline run is written. */
  readonly reusesIndexOf?: string;
  readonly sessionId?: string;
  /** Index versions that the run's shards are spread over. */
  readonly indexVersions?: number;
  /** Where the model goes wrong. */
  readonly slip?: (question: Question, index: number) => Slip | undefined;
  /** The answer of another run that this one mends. */
  readonly corrects?: { readonly run: string; readonly question: string };
}
