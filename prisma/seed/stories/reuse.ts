import { PAPERS } from '../papers.ts';
import type { DemoRows } from '../rows.ts';
import { addRun } from '../run.ts';
import { WALK_RUN } from './walk.ts';

/** A run that took over the index of another: it has no pipeline run, its step `index` names the source. */
export const REUSING_RUN = 'demo-reuse';

export function addReuse(rows: DemoRows): void {
  addRun(rows, {
    runId: REUSING_RUN,
    minute: 201_000,
    papers: PAPERS.slice(0, 10),
    questions: 12,
    reusesIndexOf: WALK_RUN,
  });
}
