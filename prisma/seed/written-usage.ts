import type { Paper } from './papers.ts';
import { at } from './random.ts';
import type { DemoRows } from './rows.ts';

interface Calls {
  readonly runId: string;
  readonly minute: number;
  readonly model: string;
  readonly questions: readonly string[];
  readonly papers: readonly Paper[];
}

/** The calls of a run, by the names that Ragonometrics gives to steps: no cost, no request, and seldom a time. */
export function addWrittenUsage(rows: DemoRows, { runId, minute, model, questions, papers }: Calls): void {
  const call = (step: string, questionId: string, input: number, output: number, own: object = {}): void => {
    rows.number('observability.token_usage', {
      created_at: at(minute + 5, questionId.length),
      model,
      operation: 'answer',
      step,
      question_id: questionId,
      input_tokens: input,
      output_tokens: output,
      total_tokens: input + output,
      run_id: runId,
      meta: {},
      ...own,
    });
  };
  const embeds = { operation: 'embeddings', model: 'text-embedding-3-large' };
  call('agentic_plan', 'MAIN', 900, 120);
  call('agentic_subquestion_answer', 'S01', 2600, 210);
  call('agentic_embeddings', 'MAIN', 60, 0, embeds);
  for (const [index, id] of questions.entries())
    call('agentic_report_question_answer', id, 2400 + 31 * index, 90 + 7 * index, {
      latency_ms: 2100 + 90 * index,
    });
  call('agentic_synthesis', 'MAIN', 3100, 380);
  const chunks = papers.reduce((sum, paper) => sum + paper.chunks, 0);
  call('index_embeddings', 'INDEX', chunks * 455, 0, embeds);
}
