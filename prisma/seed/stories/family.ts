import type { Slip } from '../answer.ts';
import { PAPERS } from '../papers.ts';
import type { Question } from '../question-set.ts';
import type { DemoRows } from '../rows.ts';
import { addRun } from '../run.ts';

/** A failed run, its rerun, a remediation, and a run whose parent nobody knows any more. */
export const PARENT_RUN = 'demo-parent';
export const CHILD_RUNS = ['demo-rerun', 'demo-remediation'] as const;
export const ORPHAN_RUN = 'demo-orphan';
/** What the carbon tax paper asks. */
export const MISREAD_QUESTION = 'A02';
export const LOST_PARENT = 'demo-lost-parent';

export function addFamily(rows: DemoRows): void {
  const papers = PAPERS.slice(2, 5);
  // The parent and its rerun misread a paper, sure of themselves; the remediation mends it.
  const slip = ({ id }: Question): Slip | undefined =>
    id === MISREAD_QUESTION
      ? { answer: 'It asks how much carbon the firms of a country emit.', score: 0.84, quotes: 2 }
      : undefined;
  addRun(rows, {
    runId: PARENT_RUN,
    minute: 150_000,
    papers,
    questions: 4,
    status: 'failed',
    stoppedAt: 'evaluate',
    slip,
  });
  for (const [index, runId] of CHILD_RUNS.entries()) {
    addRun(rows, {
      runId,
      minute: 150_500 + index * 500,
      papers,
      questions: 6,
      ...(index === 0 ? { slip } : { corrects: { run: PARENT_RUN, question: MISREAD_QUESTION } }),
      header: { parent_run_id: PARENT_RUN, trigger_source: index === 0 ? 'rerun' : 'remediation' },
    });
  }
  addRun(rows, {
    runId: ORPHAN_RUN,
    minute: 152_000,
    papers,
    questions: 3,
    header: { parent_run_id: LOST_PARENT },
  });
}
