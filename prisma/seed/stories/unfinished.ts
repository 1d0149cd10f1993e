import { PAPERS } from '../papers.ts';
import { at } from '../random.ts';
import type { DemoRows } from '../rows.ts';
import { addRun } from '../run.ts';

/** Runs that failed, are still going, or say something nobody has heard of. */
export const FAILED_RUN = 'demo-failed';
export const RUNNING_RUN = 'demo-running';
export const PAUSED_RUN = 'demo-paused';
export const UNKNOWN_STATUS = 'paused-by-operator';

export function addUnfinished(rows: DemoRows): void {
  const papers = PAPERS.slice(0, 2);
  addRun(rows, {
    runId: FAILED_RUN,
    minute: 203_000,
    papers,
    questions: 0,
    status: 'failed',
    stoppedAt: 'enrich',
  });
  rows.number('observability.request_failures', {
    component: 'openalex',
    error: 'HTTP 500 from https://user:s3cret-demo@api.example.org/works',
    context_json: { run_id: FAILED_RUN, authorization: 'Bearer demo-0123456789abcdef' },
    created_at: at(203_006, 3),
  });
  rows.number('observability.request_failures', {
    component: 'chat',
    error: 'timeout after 60 s',
    context_json: {},
    created_at: at(150_030, 4),
  });
  addRun(rows, {
    runId: RUNNING_RUN,
    minute: 205_000,
    papers,
    questions: 2,
    status: 'running',
    stoppedAt: 'agentic',
  });
  addRun(rows, {
    runId: PAUSED_RUN,
    minute: 204_000,
    papers,
    questions: 1,
    status: UNKNOWN_STATUS,
    stoppedAt: 'index',
  });
}
