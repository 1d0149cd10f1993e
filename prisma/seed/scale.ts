import type { SqlSession } from '../migrate.ts';

export interface Scale {
  readonly runs: number;
  /** Rows per run. */
  readonly vectors: number;
  readonly events: number;
  readonly usage: number;
}

export const SCALE: Scale = { runs: 2000, vectors: 100, events: 40, usage: 60 };
export const WHALE: Scale = { runs: 1, vectors: 100_000, events: 40, usage: 50_000 };

const DOCUMENTS = 300;
/** An odd factor spreads consecutive numbers over 63 bits without ever meeting twice. */
const SPREAD = '(x.n * 6364136223846793005::numeric % 9223372036854775807::numeric)::bigint';

/**
 * Fills a migrated database with many runs, made inside the database: each with a header, 8 steps, a report and 10
 * questions, one build with one shard, and as many vectors, events and usage rows as `scale` says. Run ids are
 * `<prefix>-1`, `<prefix>-2` ...; the same call gives the same rows.
 */
export async function seedScale(session: SqlSession, prefix: string, scale: Scale): Promise<void> {
  const { runs, vectors, events, usage } = scale;
  const time = `timestamptz '2026-06-01' + r * interval '10 minutes'`;
  const run = `'${prefix}-' || r`;
  const each = (rows: number): string => `from generate_series(1, ${runs}) r, generate_series(1, ${rows}) i`;
  await session.exec(`
insert into ingestion.documents (doc_id, path, title, author, extracted_at)
select md5('doc ' || d), '/app/papers/scale-' || d || '.pdf', 'Paper number ' || d || ' on labor and trade', 'A. Author', now()
from generate_series(1, ${DOCUMENTS}) d on conflict do nothing;
insert into ingestion.paper_metadata (doc_id, path, title, primary_doi, publication_year, updated_at)
select md5('doc ' || d), '/app/papers/scale-' || d || '.pdf', 'Paper number ' || d, '10.5555/scale.' || d, 1990 + d % 35, now()
from generate_series(1, ${DOCUMENTS}) d on conflict do nothing;

insert into workflow.run_records (run_id, record_kind, step, record_key, status, papers_dir, trigger_source, started_at, finished_at, created_at, updated_at, payload_json, config_effective_json)
select ${run}, 'run', '', 'main', (array['completed','completed','completed','failed','running'])[1 + r % 5], '/app/papers', 'cli', ${time}, ${time} + interval '40 minutes', ${time}, ${time}, '{}', '{}'
from generate_series(1, ${runs}) r;
insert into workflow.run_records (run_id, record_kind, step, record_key, status, started_at, finished_at, created_at, updated_at, output_json)
select ${run}, 'step', step, 'main', 'completed', ${time} + i * interval '4 minutes', ${time} + (i + 1) * interval '4 minutes', ${time} + i * interval '4 minutes', ${time}, '{"ok": true}'
from generate_series(1, ${runs}) r, unnest(array['prep','ingest','enrich','econ_data','agentic','index','evaluate','report']) with ordinality s(step, i);
insert into workflow.run_records (run_id, record_kind, step, record_key, status, question_id, question, created_at, updated_at, payload_json)
select ${run}, 'question', 'agentic', 'A' || lpad(i::text, 2, '0'), (array['low','medium','high'])[1 + i % 3], 'A' || lpad(i::text, 2, '0'), 'What does the paper find? ' || i, ${time}, ${time},
  jsonb_build_object('id', i, 'answer', repeat('The estimate is robust to the choice of bandwidth. ', 20), 'confidence_score', 0.5)
${each(10)};
insert into workflow.run_records (run_id, record_kind, step, record_key, status, created_at, updated_at, payload_json)
select ${run}, 'report', 'report', 'main', 'completed', ${time}, ${time}, jsonb_build_object('text', repeat('A report of many words. ', 300))
from generate_series(1, ${runs}) r;
insert into ingestion.prep_manifests (run_id, created_at, corpus_hash, payload)
select ${run}, ${time}, md5(${run}), '{"paper_count": 10}' from generate_series(1, ${runs}) r;

insert into indexing.index_versions (index_id, created_at, embedding_model, chunk_words, chunk_overlap, corpus_fingerprint)
select 'iv-${prefix}-' || r, ${time}, 'text-embedding-3-large', 350, 75, md5(${run}) from generate_series(1, ${runs}) r;
insert into indexing.pipeline_runs (workflow_run_id, embedding_model, chunk_words, chunk_overlap, normalized, idempotency_key, created_at)
select ${run}, 'text-embedding-3-large', 350, 75, true, 'idx-${prefix}-' || r, ${time} from generate_series(1, ${runs}) r;
insert into indexing.index_shards (shard_name, path, pipeline_run_id, index_id, is_active, created_at)
select 'shard-${prefix}-' || r, 'indexes/' || r, b.id, 'iv-${prefix}-' || r, true, ${time}
from generate_series(1, ${runs}) r join indexing.pipeline_runs b on b.idempotency_key = 'idx-${prefix}-' || r;
insert into indexing.vectors (id, doc_id, chunk_id, chunk_hash, page, start_word, end_word, text, pipeline_run_id, created_at)
select ${SPREAD}, md5('doc ' || (1 + (r * 7 + i / 10) % ${DOCUMENTS})), md5('chunk ${prefix} ' || n), md5(n::text), 1 + i / 4, i * 275, i * 275 + 350,
  repeat('The effect falls with unobserved local demand. ', 12), b.id, ${time}
from (select r, i, (('x' || substr(md5('${prefix}'), 1, 6))::bit(24)::int::bigint * 10000000 + (r - 1) * ${vectors} + i) as n ${each(vectors)}) x
join indexing.pipeline_runs b on b.idempotency_key = 'idx-${prefix}-' || r;

insert into retrieval.retrieval_events (created_at, run_id, request_id, query, method, top_k, stats_json)
select ${time} + i * interval '1 second', ${run}, md5('${prefix} ' || r || ' ' || i), 'What does the paper find?', (array['local','hybrid'])[1 + i % 2], 10, '{}' ${each(events)};
insert into observability.token_usage (created_at, model, operation, step, question_id, input_tokens, output_tokens, total_tokens, request_id, latency_ms, cache_hit, cost_usd_total, run_id, meta)
select ${time} + i * interval '1 second', (array['gpt-5','gpt-5-nano'])[1 + i % 2], 'answer', 'agentic_report_question_answer', 'A' || lpad((1 + i % 10)::text, 2, '0'),
  2000 + i, 100 + i, 2100 + 2 * i, md5('${prefix} ' || r || ' ' || i), 1000 + i, false, 0.001 * i, ${run}, '{}' ${each(usage)};
analyze;`);
}
