import { PAPERS } from '../papers.ts';
import { bigKey } from '../random.ts';
import type { DemoRows } from '../rows.ts';
import { addRun } from '../run.ts';
import { ADA_SESSION } from './people.ts';

/** The run that the first query walks: completed, with 84 questions, two index versions and an index of its own. */
export const WALK_RUN = 'demo-walk';

export function addWalk(rows: DemoRows): void {
  addRun(rows, {
    runId: WALK_RUN,
    minute: 200_000,
    papers: PAPERS.slice(0, 10),
    questions: 84,
    indexVersions: 2,
    sessionId: ADA_SESSION,
    header: { project_id: 'labor', persona_id: 'referee', agentic_status: 'completed' },
  });
  // The largest key there can be.
  const [build] = rows.of('indexing.pipeline_runs').slice(-1);
  rows.add('indexing.vectors', {
    id: '9223372036854775807',
    doc_id: PAPERS[0]?.docId,
    chunk_id: `largest-${bigKey('largest')}`,
    page: null,
    pipeline_run_id: build?.id,
  });
}
