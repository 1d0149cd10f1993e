-- Many runs, made inside the database. The settings seed.prefix, seed.runs, seed.vectors, seed.events and seed.usage
-- say which and how many; the same settings give the same rows. Rows are written run by run, as one writer leaves them;
-- with seed.scattered in an order that looks random, as many writers and years of updates leave them.
begin;

-- Where the i-th row of a run comes among all rows.
create or replace function pg_temp.place(r int, i bigint) returns text language sql stable parallel safe as
$$ select case when current_setting('seed.scattered')::boolean then md5(r || ' ' || i) else '' end $$;

create temporary table scale_run on commit drop as
select r,
  current_setting('seed.prefix') || '-' || r as run_id,
  timestamptz '2026-06-01 00:00:00.000123+00' + r * interval '10 minutes' as started
from generate_series(1, current_setting('seed.runs')::int) r;
analyze scale_run;

insert into ingestion.documents (doc_id, path, title, author, extracted_at)
select md5('doc ' || d), '/app/papers/scale-' || d || '.pdf', 'Paper number ' || d || ' on labor and trade', 'A. Author', '2026-05-31+00'
from generate_series(1, current_setting('seed.papers')::int) d
on conflict do nothing;

insert into ingestion.paper_metadata (doc_id, path, title, primary_doi, publication_year, updated_at)
select md5('doc ' || d), '/app/papers/scale-' || d || '.pdf', 'Paper number ' || d, '10.5555/scale.' || d, 1990 + d % 35, '2026-05-31+00'
from generate_series(1, current_setting('seed.papers')::int) d
on conflict do nothing;

insert into ingestion.prep_manifests (run_id, created_at, corpus_hash, payload)
select run_id, started, md5(run_id), '{"paper_count": 10}' from scale_run order by pg_temp.place(r, 0), r;

-- The header. Every tenth run reruns the one before; each twenty are an experiment of two arms.
insert into workflow.run_records (run_id, record_kind, step, record_key, status, papers_dir, trigger_source, parent_run_id,
  workstream_id, arm, started_at, finished_at, created_at, updated_at, payload_json, config_effective_json)
select run_id, 'run', '', 'main', (array['completed', 'completed', 'completed', 'failed', 'running'])[1 + r % 5], '/app/papers', 'cli',
  case when r % 10 = 0 then current_setting('seed.prefix') || '-' || r - 1 end,
  'ws-' || current_setting('seed.prefix') || '-' || r / 20, (array['gpt-5', 'gpt-5-nano'])[1 + r % 2],
  started, case when r % 5 <> 4 then started + interval '40 minutes' end, started, started + interval '40 minutes', '{}', '{}'
from scale_run order by pg_temp.place(r, 0), r;

insert into workflow.run_records (run_id, record_kind, step, record_key, status, started_at, finished_at, created_at, updated_at, output_json)
select run_id, 'step', step, 'main', 'completed', begun, begun + interval '4 minutes', begun, begun + interval '4 minutes', '{"ok": true}'
from scale_run, unnest(array['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report']) with ordinality s (step, i),
  lateral (select started + i * interval '4 minutes' as begun) t
order by pg_temp.place(r, i), r, i;

insert into workflow.run_records (run_id, record_kind, step, record_key, status, question_id, question, created_at, updated_at, payload_json)
select run_id, 'question', 'agentic', q, (array['low', 'medium', 'high'])[1 + i % 3], q, 'What does the paper find? ' || i, started, started,
  jsonb_build_object('id', q, 'answer', repeat('The estimate is robust to the choice of bandwidth. ', 20), 'confidence_score', 0.5,
    'citation_anchors', (select jsonb_agg(jsonb_build_object('page', 1 + (3 * i + a) % 25, 'start_word', 100 * a, 'end_word', 100 * a + 40,
      'section', 'Results', 'note', null) order by a) from generate_series(1, 3) a))
from scale_run, generate_series(1, 10) i, lateral (select 'A' || lpad(i::text, 2, '0') as q) q
order by pg_temp.place(r, i), r, i;

insert into workflow.run_records (run_id, record_kind, step, record_key, status, report_question_count, created_at, updated_at, payload_json)
select run_id, 'report', 'report', 'main', 'completed', 10, started, started, jsonb_build_object('text', repeat('A report of many words. ', 300))
from scale_run order by pg_temp.place(r, 0), r;

insert into indexing.index_versions (index_id, created_at, embedding_model, chunk_words, chunk_overlap, corpus_fingerprint)
select 'iv-' || run_id, started, 'text-embedding-3-large', 350, 75, md5(run_id) from scale_run order by pg_temp.place(r, 0), r;

insert into indexing.pipeline_runs (workflow_run_id, embedding_model, chunk_words, chunk_overlap, normalized, idempotency_key, created_at)
select run_id, 'text-embedding-3-large', 350, 75, true, 'idx-' || run_id, started from scale_run order by pg_temp.place(r, 0), r;

insert into indexing.index_shards (shard_name, path, pipeline_run_id, index_id, is_active, created_at)
select 'shard-' || run_id, 'indexes/' || run_id, build.id, 'iv-' || run_id, true, started
from scale_run join indexing.pipeline_runs build on build.idempotency_key = 'idx-' || run_id
order by pg_temp.place(r, 0), r;

-- Keys of 63 bits: n times a factor coprime to the modulus meets no key twice. The prefix sets the first n.
insert into indexing.vectors (id, doc_id, chunk_id, chunk_hash, page, start_word, end_word, text, pipeline_run_id, created_at)
select (n * 6364136223846793005 % 9223372036854775807)::bigint, md5('doc ' || 1 + case when current_setting('seed.scattered')::boolean
    -- 50 papers, chunks of each lie apart.
    then (r * 37 + i % 50 * 7) % 200 else (r * 7 + i / 10) % 300 end),
  md5('chunk ' || run_id || ' ' || i), md5(n::text), 1 + i / 4, i % 4 * 275, i % 4 * 275 + 349,
  repeat('The effect falls with unobserved local demand. ', 12), build.id, started
from scale_run
join indexing.pipeline_runs build on build.idempotency_key = 'idx-' || run_id,
  generate_series(1, current_setting('seed.vectors')::int) i,
  lateral (select ('x' || left(md5(current_setting('seed.prefix')), 6))::bit(24)::int::numeric * 10000000
    + (r - 1) * current_setting('seed.vectors')::numeric + i as n) n
order by pg_temp.place(r, i), r, i;

-- Searches and calls of one number belong to one request.
insert into retrieval.retrieval_events (created_at, run_id, request_id, query, method, top_k, stats_json)
select started + i * interval '1 second', run_id, md5(run_id || ' ' || i), 'What does the paper find?',
  (array['local', 'hybrid'])[1 + i % 2], 10, '{}'
from scale_run, generate_series(1, current_setting('seed.events')::int) i
order by pg_temp.place(r, i), r, i;

insert into observability.token_usage (created_at, model, operation, step, question_id, input_tokens, output_tokens, total_tokens,
  request_id, latency_ms, cache_hit, cost_usd_total, run_id, meta)
select started + i * interval '1 second', (array['gpt-5', 'gpt-5-nano'])[1 + r % 2], 'answer', 'agentic_report_question_answer',
  'A' || lpad((1 + i % 10)::text, 2, '0'), 2000 + i % 1000, 100 + i % 1000, 2100 + 2 * (i % 1000),
  md5(run_id || ' ' || i), 1000 + i % 5000, false, 0.001 * (i % 1000), run_id, '{}'
from scale_run, generate_series(1, current_setting('seed.usage')::int) i
order by pg_temp.place(r, i), r, i;

commit;
analyze;
