import { at, sha256 } from '../random.ts';
import type { DemoRows } from '../rows.ts';
import { chatQuestion, chatRequest } from './app.ts';
import { ADA_SESSION, BELA_SESSION } from './people.ts';

/** Runs without a header: known only by their usage, only by their events, or by a manifest of a run that never started. */
export const USAGE_ONLY_RUN = 'demo-usage-only';
export const EVENTS_ONLY_RUN = 'demo-events-only';
export const NEVER_STARTED_RUN = 'demo-never-started';
export const BUILD_ONLY_RUN = 'demo-build-only';
/** No table knows it. */
export const UNKNOWN_RUN = 'demo-unknown';

export function addHeadless(rows: DemoRows): void {
  for (let call = 0; call < 5; call += 1) {
    rows.number('observability.token_usage', {
      created_at: at(199_000 + call, call),
      model: 'gpt-5-nano',
      operation: 'embed',
      step: 'index_embeddings',
      total_tokens: 100 * (call + 1),
      input_tokens: 100 * (call + 1),
      output_tokens: null,
      run_id: USAGE_ONLY_RUN,
      meta: {},
    });
  }
  rows.number('retrieval.retrieval_events', {
    created_at: at(199_500, 1),
    run_id: EVENTS_ONLY_RUN,
    request_id: sha256(EVENTS_ONLY_RUN).slice(0, 32),
    query: 'what is the elasticity of entry',
    method: 'local',
    top_k: 5,
    stats_json: {},
  });
  rows.add('ingestion.prep_manifests', {
    run_id: NEVER_STARTED_RUN,
    created_at: at(199_600, 2),
    corpus_hash: sha256(NEVER_STARTED_RUN),
    payload: { paper_count: 0, papers: [] },
  });
  rows.number('indexing.pipeline_runs', {
    workflow_run_id: BUILD_ONLY_RUN,
    idempotency_key: 'idx-build-only',
    created_at: at(199_700),
  });
  rows.number('indexing.pipeline_runs', {
    workflow_run_id: null,
    index_build_reason: 'manual',
    created_at: at(199_800),
  });
  addUsageWithoutRun(rows);
}

/** Calls and searches that people made in the app, outside of any run. */
function addUsageWithoutRun(rows: DemoRows): void {
  for (let call = 0; call < 8; call += 1) {
    const requestId = chatRequest(call);
    rows.number('retrieval.retrieval_events', {
      created_at: at(198_000 + call, call),
      run_id: null,
      request_id: requestId,
      query: chatQuestion(call),
      method: 'hybrid',
      top_k: 8,
      stats_json: {},
    });
    rows.number('observability.token_usage', {
      created_at: at(198_000 + call, call + 1),
      model: call % 2 === 0 ? 'gpt-5' : 'gpt-5-nano',
      operation: 'chat',
      step: null,
      total_tokens: call === 3 ? null : 1200 + call,
      session_id: call === 5 ? ADA_SESSION : BELA_SESSION,
      request_id: requestId,
      run_id: null,
      project_id: 'labor',
      persona_id: call === 5 ? 'referee' : null,
      meta: {},
    });
  }
}
