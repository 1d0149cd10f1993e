import { type Answer, answerTo } from './answer.ts';
import { questionAt } from './question-set.ts';
import { at, randomFrom, sha256 } from './random.ts';
import type { DemoRows } from './rows.ts';
import type { RunStory } from './run-story.ts';

/** The questions of a run, in the minutes of its step `agentic`. */
export function addQuestions(rows: DemoRows, story: RunStory): readonly Answer[] {
  const { runId, minute, papers, questions, slip } = story;
  const random = randomFrom(Number.parseInt(sha256(runId).slice(0, 8), 16));
  return Array.from({ length: questions }).flatMap((_, index) => {
    const question = questionAt(index, papers);
    if (!question) return [];
    const answer = answerTo(question, random, slip?.(question, index));
    addQuestion(rows, story, answer, at(minute + 20 + (4 * index) / questions, index), random);
    return [answer];
  });
}

/** A question, the search for its context, and the model call that answers it: tied by question id and request id. */
function addQuestion(
  rows: DemoRows,
  { runId, model = 'gpt-5', sessionId, corrects }: RunStory,
  answer: Answer,
  time: string,
  random: () => number,
): void {
  const requestId = sha256(`${runId}/${answer.id}`).slice(0, 32);
  rows.number('workflow.run_records', {
    run_id: runId,
    record_kind: 'question',
    step: 'agentic',
    record_key: answer.id,
    question_id: answer.id,
    status: answer.confidence,
    question: answer.question,
    report_question_set: 'structured',
    created_at: time,
    updated_at: time,
    payload_json: answer,
    metadata_json: {
      category: answer.category,
      retrieval_method: answer.retrieval_method,
      ...(corrects?.question === answer.id && { corrects }),
    },
  });
  rows.number('retrieval.retrieval_events', {
    created_at: time,
    run_id: runId,
    request_id: requestId,
    query: answer.question,
    method: answer.retrieval_method,
    top_k: 10,
    stats_json: { candidates: 40, best_score: Math.round(random() * 1000) / 1000 },
  });
  const input = 2000 + Math.floor(random() * 3000);
  const output = 50 + Math.floor(random() * 400);
  const cost = { input: input / 800_000, output: output / 100_000 };
  rows.number('observability.token_usage', {
    created_at: time,
    model,
    operation: 'answer',
    step: 'agentic_report_question_answer',
    question_id: answer.id,
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    session_id: sessionId ?? null,
    request_id: requestId,
    provider_request_id: `chatcmpl-${requestId.slice(0, 12)}`,
    latency_ms: 900 + Math.floor(random() * 6000),
    cache_hit: random() < 0.1,
    cost_usd_input: cost.input,
    cost_usd_output: cost.output,
    cost_usd_total: cost.input + cost.output,
    run_id: runId,
    meta: { temperature: 0.1 },
  });
}
