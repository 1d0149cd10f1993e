import { PAPERS } from '../papers.ts';
import { at } from '../random.ts';
import type { DemoRows } from '../rows.ts';
import { addRun } from '../run.ts';

/** An experiment: the same papers, two models. */
export const WORKSTREAM = 'ws-model-size';
export const ARMS = [
  { runId: 'demo-arm-gpt-5', arm: 'gpt-5' },
  { runId: 'demo-arm-gpt-5-nano', arm: 'gpt-5-nano' },
] as const;

export function addWorkstream(rows: DemoRows): void {
  for (const [index, { runId, arm }] of ARMS.entries()) {
    const header = { workstream_id: WORKSTREAM, arm };
    addRun(rows, {
      runId,
      minute: 170_000 + index * 300,
      papers: PAPERS.slice(4, 9),
      questions: 24,
      model: arm,
      header,
    });
    rows.number('workflow.run_records', {
      run_id: runId,
      record_kind: 'workstream_link',
      step: '',
      record_key: WORKSTREAM,
      ...header,
      created_at: at(170_100 + index),
      updated_at: at(170_100 + index),
    });
  }
}
