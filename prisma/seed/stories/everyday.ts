import { PAPERS } from '../papers.ts';
import type { DemoRows } from '../rows.ts';
import { addRun } from '../run.ts';

/** Runs in which nothing special happens: a few papers each, over half a year. */
const EVERYDAY_RUNS = Array.from(
  { length: 26 },
  (_, index) => `demo-run-${String(index + 1).padStart(2, '0')}`,
);

export function addEveryday(rows: DemoRows): void {
  for (const [index, runId] of EVERYDAY_RUNS.entries()) {
    const from = index % (PAPERS.length - 2);
    addRun(rows, {
      runId,
      minute: 1000 + index * 5400,
      papers: PAPERS.slice(from, from + 2),
      questions: 3 + (index % 7),
      model: index % 3 === 0 ? 'gpt-5-nano' : 'gpt-5',
      header: {
        project_id: index % 2 === 0 ? 'labor' : 'trade',
        trigger_source: index % 4 === 0 ? 'schedule' : 'cli',
      },
    });
  }
}
