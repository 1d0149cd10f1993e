import type { Slip } from '../answer.ts';
import { PAPERS } from '../papers.ts';
import type { Question } from '../question-set.ts';
import { at } from '../random.ts';
import type { DemoRows } from '../rows.ts';
import { addRun } from '../run.ts';

/** An experiment: the same papers, two models, of which the smaller one answers worse. */
export const WORKSTREAM = 'ws-model-size';
export const ARMS = [
  { runId: 'demo-arm-gpt-5', arm: 'gpt-5' },
  { runId: 'demo-arm-gpt-5-nano', arm: 'gpt-5-nano' },
] as const;

/** Every third question finds nothing, every fourth of the others the wrong sentence. */
function shallow(_question: Question, index: number): Slip | undefined {
  if (index % 3 === 0) return { answer: 'The text that was found does not say.', score: 0.12 };
  if (index % 4 === 1)
    return { answer: 'The authors warn of the limits of their data.', score: 0.41, quotes: 6 };
  return undefined;
}

export function addWorkstream(rows: DemoRows): void {
  for (const [index, { runId, arm }] of ARMS.entries()) {
    const header = { workstream_id: WORKSTREAM, arm };
    addRun(rows, {
      runId,
      minute: 170_000 + index * 300,
      papers: PAPERS.slice(4, 9),
      questions: 24,
      model: arm,
      ...(arm === 'gpt-5-nano' && { slip: shallow }),
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
