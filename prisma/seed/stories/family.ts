import { PAPERS } from '../papers.ts';
import type { DemoRows } from '../rows.ts';
import { addRun } from '../run.ts';

/** A failed run, its rerun, and a run whose parent nobody knows any more. */
export const PARENT_RUN = 'demo-parent';
export const CHILD_RUNS = ['demo-rerun', 'demo-remediation'] as const;
export const ORPHAN_RUN = 'demo-orphan';
export const LOST_PARENT = 'demo-lost-parent';

export function addFamily(rows: DemoRows): void {
  const papers = PAPERS.slice(2, 5);
  addRun(rows, {
    runId: PARENT_RUN,
    minute: 150_000,
    papers,
    questions: 4,
    status: 'failed',
    stoppedAt: 'evaluate',
  });
  for (const [index, runId] of CHILD_RUNS.entries()) {
    addRun(rows, {
      runId,
      minute: 150_500 + index * 500,
      papers,
      questions: 6,
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
