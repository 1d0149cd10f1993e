import { PAPERS } from '../papers.ts';
import { at, sha256 } from '../random.ts';
import type { DemoRows } from '../rows.ts';
import { WALK_RUN } from './walk.ts';

export const JOB_STATUSES = ['queued', 'retry', 'running', 'completed', 'failed'] as const;

/** A job in each status, the query cache, and the rules for titles. */
export function addJobsAndCaches(rows: DemoRows): void {
  for (const [index, status] of JOB_STATUSES.entries()) {
    const begun = status === 'running' || status === 'completed' || status === 'failed';
    rows.number('workflow.async_jobs', {
      job_id: `job-${status}`,
      queue_name: 'default',
      job_type: index % 2 === 0 ? 'workflow' : 'index',
      status,
      payload_json: status === 'completed' ? { run_id: WALK_RUN } : { api_key: 'sk-demo-abcdefghijklmnop' },
      result_json: status === 'completed' ? { ok: true } : {},
      error_text: status === 'failed' ? 'could not reach redis://:s3cret-demo@cache:6379' : null,
      attempt_count: index,
      max_attempts: 3,
      retry_delay_seconds: 30,
      available_at: at(206_000 + index, index),
      locked_at: begun ? at(206_001 + index) : null,
      worker_id: begun ? 'worker-1' : null,
      started_at: begun ? at(206_001 + index) : null,
      finished_at: status === 'completed' || status === 'failed' ? at(206_020 + index) : null,
      created_at: at(205_990 + index, index),
      updated_at: at(206_030 + index),
    });
  }
  for (const [index, { path, title }] of PAPERS.slice(0, 6).entries()) {
    rows.add('retrieval.query_cache', {
      cache_key: sha256(`cache ${title}`),
      query: `Summarize "${title}"`,
      query_normalized: `summarize ${title.toLowerCase()}`,
      paper_path: path,
      model: 'gpt-5',
      context_hash: sha256(path),
      answer: `A summary of "${title}".`,
      created_at: at(180_000 + index, index),
    });
  }
  const rule = (pattern: string, match: string, enabled: boolean): void => {
    rows.number('enrichment.openalex_title_overrides', {
      title_pattern: pattern,
      match_type: match,
      openalex_work_id: `https://api.openalex.org/w${sha256(pattern).replace(/\D/g, '').slice(0, 10)}`,
      priority: enabled ? 100 : 10,
      note: 'Two works share this title.',
      enabled,
      created_at: at(50),
      updated_at: at(51),
    });
  };
  rule('variance breaks', 'contains', true);
  rule('Bundled Contracts in Broadband Markets', 'exact', true);
  rule('carbon', 'contains', false);
}
