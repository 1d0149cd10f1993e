import { openalexWork, PAPERS, type Paper } from '../papers.ts';
import { at, sha256 } from '../random.ts';
import type { DemoRows } from '../rows.ts';
import { WALK_RUN } from './walk.ts';

/** Questions that people ask of any paper, and which of its findings answers them. */
export const QUERIES = [
  { id: 'Q1', text: 'What is the main finding?', finding: 5 },
  { id: 'Q2', text: 'Which data are used?', finding: 2 },
] as const;

/** The key of a cached answer. */
export const cacheKey = ({ path }: Paper, question: string): string => sha256(`cache ${path} ${question}`);

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
      payload_json: { api_key: 'sk-demo-abcdefghijklmnop' },
      result_json: status === 'completed' ? { run_id: WALK_RUN } : {},
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
  addQueryCache(rows);
  addOpenalexCaches(rows);
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

/** Cached answers to two questions about six papers; those about the first four in the cache of a project too. */
function addQueryCache(rows: DemoRows): void {
  for (const [index, paper] of PAPERS.slice(0, 6).entries()) {
    for (const [place, { text, finding }] of QUERIES.entries()) {
      const cached = {
        cache_key: cacheKey(paper, text),
        query: text,
        query_normalized: text.toLowerCase(),
        paper_path: paper.path,
        model: 'gpt-5',
        context_hash: sha256(paper.path),
        answer: paper.findings[finding]?.[0] ?? null,
        paper_fingerprint: sha256(`file ${paper.path}`),
        prompt_profile_hash: sha256('prompt'),
        retrieval_profile_hash: sha256('retrieval'),
        persona_profile_hash: null,
        safety_flags_json: {},
        created_at: at(180_000 + index, place),
      };
      const project = index < 3 ? 'labor' : index === 3 ? 'trade' : null;
      rows.add('retrieval.query_cache', {
        ...cached,
        share_eligible: index !== 2,
        source_project_id: project,
        source_user_id: project === 'labor' ? 1 : null,
      });
      if (project === null) continue;
      rows.add('retrieval.project_query_cache', {
        ...cached,
        project_cache_key: sha256(`${project} ${cached.cache_key}`),
        project_id: project,
        persona_hash: null,
      });
    }
  }
}

/** What OpenAlex answered, and two networks of citations, one of which a job makes again. */
function addOpenalexCaches(rows: DemoRows): void {
  for (const [index, { title, year }] of PAPERS.slice(0, 4).entries()) {
    const work = openalexWork(title);
    rows.add('enrichment.openalex_http_cache', {
      request_key: sha256(`http ${title}`),
      url: 'https://api.openalex.org/works?api_key=s3cret-demo-openalex',
      params_json: { search: title, mailto: 'demo@example.org' },
      status_code: index === 3 ? 429 : 200,
      response:
        index === 3 ? { error: 'Too many requests' } : { results: [{ id: work, publication_year: year }] },
      fetched_at: at(80 + index, 6),
    });
    if (index > 1) continue;
    rows.add('enrichment.openalex_citation_graph_cache', {
      cache_key: sha256(`graph ${title}`),
      center_work_id: work,
      n_hops: index + 1,
      max_references: 20,
      max_citing: 20,
      max_nodes: 60,
      algo_version: 'v1',
      payload_json: { nodes: [{ id: work, title }], edges: [] },
      summary_json: { nodes: 1, edges: 0 },
      generated_at: at(181_000 + index),
      expires_at: at(191_000 + index),
      stale_until: at(201_000 + index),
      last_accessed_at: at(190_000 + index, 9),
      refresh_job_id: index === 0 ? 'job-queued' : null,
      refresh_failures: index,
      created_at: at(181_000 + index),
      updated_at: at(181_000 + index),
    });
  }
}
