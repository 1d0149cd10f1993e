-- A database as years of use leave it, made inside the database: 50,000 runs, 10^7 vectors, 5 * 10^6 calls, 3 * 10^6
-- searches, 20,000 papers, all times the setting seed.factor. The same setting gives the same rows. The sizes are as
-- uneven as those of real data: of papers the n-th popular is cut into chunks 1 / sqrt(n) as often, five runs are
-- whales, and many runs reuse the index of another one.
begin;

-- A number from 0 to 1 that looks random.
create function pg_temp.u(n bigint) returns float8 language sql immutable parallel safe as
$$ select (((n % 2147483647) * 2654435761 + 40503) # (((n % 2147483647) * 2654435761) >> 15)) % 1000003 / 1000003.0::float8 $$;

-- Rows come faster where indexes and constraints are made after them.
create temporary table grown_later on commit drop as
select 1 as place, format('alter table %s drop constraint %I', conrelid::regclass, conname) as before,
  format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as after
from pg_constraint
where contype = 'f' and conrelid in ('indexing.vectors'::regclass, 'indexing.index_shards'::regclass)
union all
select 0, format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
from pg_index
where not indisprimary and indrelid in ('indexing.vectors'::regclass, 'workflow.run_records'::regclass,
  'observability.token_usage'::regclass, 'retrieval.retrieval_events'::regclass)
union all
select 0, format('alter table %s drop constraint %I', conrelid::regclass, conname),
  format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
from pg_constraint where contype = 'p' and conrelid = 'indexing.vectors'::regclass;

do $$ declare made record; begin
  for made in select * from grown_later order by place desc loop execute made.before; end loop;
end $$;

create temporary table grown_run on commit drop as
select r, case when is_whale then 'whale-' || 1 + r / span else 'run-' || r end as run_id,
  timestamptz '2025-01-01 00:00:00.000123+00' + r * interval '640 days' / runs as started,
  case when r % 20 = 5 then 84 else r % 4 end as questions,
  case when r % 5 < 2 then 8 else 2 end as steps,
  'project-' || 1 + floor(100 * pg_temp.u(r) ^ 2) as project_id,
  case when is_whale then 4 * runs when r % 5 in (1, 3) then 50 + 800 * pg_temp.u(r + 7) end::int as chunks,
  case when is_whale then 2 * runs else 20 + 140 * pg_temp.u(r + 13) end::int as calls,
  case when is_whale then runs else 10 + 80 * pg_temp.u(r + 19) end::int as searches
from (select greatest(50, (50000 * current_setting('seed.factor')::float8)::int) as runs) size,
  lateral (select runs / 5 as span) s, generate_series(1, runs) r, lateral (select r % span = 3 as is_whale) w;
analyze grown_run;

create temporary table grown_paper on commit drop as
select d, md5('grown ' || d) as doc_id, '/app/papers/grown/' || d % 50 || '/grown-' || d || '.pdf' as path
from generate_series(1, greatest(100, (20000 * current_setting('seed.factor')::float8)::int)) d;
create unique index on grown_paper (d);
analyze grown_paper;

insert into ingestion.documents (doc_id, path, title, author, extracted_at)
select doc_id, path, 'Paper number ' || d || ' on labor and trade', 'Author ' || d % 997, '2024-12-31+00' from grown_paper order by d;

insert into ingestion.paper_metadata (doc_id, path, title, primary_doi, publication_year, updated_at)
select doc_id, path, 'Paper number ' || d, '10.5555/grown.' || d, 1960 + floor(65 * sqrt(pg_temp.u(d))), '2024-12-31+00'
from grown_paper where d % 10 > 0 order by d;

insert into ingestion.prep_manifests (run_id, created_at, corpus_hash, payload)
select run_id, started, md5(project_id), '{"paper_count": 13}' from grown_run where r % 3 > 0 order by r;

insert into auth.projects (project_id, name, slug, created_at)
select 'project-' || n, 'Project ' || n, 'grown-' || n, '2024-12-31+00' from generate_series(1, 100) n;

insert into auth.project_papers (project_id, paper_id, paper_path, created_at)
select 'project-' || 1 + d % 100, left(doc_id, 12), path, '2024-12-31+00' from grown_paper order by d;

-- The header, which one run of fifty lacks.
insert into workflow.run_records (run_id, record_kind, step, record_key, status, papers_dir, trigger_source, parent_run_id,
  workstream_id, arm, started_at, finished_at, created_at, updated_at, project_id, payload_json, config_effective_json)
select run_id, 'run', '', 'main', case when r % 40 = 7 then 'failed' when r % 200 = 9 then 'running' else 'completed' end,
  '/app/papers/grown/' || r % 50, (array['cli', 'cli', 'cli', 'web'])[1 + r % 4],
  case when r % 10 = 0 then 'run-' || r - 1 end, 'ws-' || floor(400 * pg_temp.u(r) ^ 2), (array['gpt-5', 'gpt-5-nano'])[1 + r % 2],
  started, case when r % 200 <> 9 then started + interval '40 minutes' end, started, started + interval '40 minutes',
  case when r % 3 > 0 then project_id end, '{}', '{}'
from grown_run where r % 50 > 0 order by r;

insert into workflow.run_records (run_id, record_kind, step, record_key, status, started_at, finished_at, created_at, updated_at,
  reuse_source_run_id, reuse_source_record_key, output_json)
select run_id, 'step', step, 'main', case when r % 40 = 7 and step = 'report' then 'failed' else 'completed' end,
  begun, begun + interval '4 minutes', begun, begun + interval '4 minutes',
  case when step = 'index' and chunks is null then 'run-' || greatest(1, r - r % 7) end, case when step = 'index' and chunks is null then 'main' end, '{"ok": true}'
from grown_run, unnest(array['prep', 'index', 'ingest', 'enrich', 'econ_data', 'agentic', 'evaluate', 'report']) with ordinality s (step, i),
  lateral (select started + i * interval '4 minutes' as begun) t
where i <= steps order by r, i;

insert into workflow.run_records (run_id, record_kind, step, record_key, status, question_id, question, created_at, updated_at, payload_json)
select run_id, 'question', 'agentic', q, (array['low', 'medium', 'high'])[1 + i % 3], q, 'What does the paper find? ' || i, started, started,
  jsonb_build_object('id', q, 'answer', repeat('The estimate is robust. ', 8), 'confidence_score', 0.5)
from grown_run, generate_series(1, questions) i, lateral (select chr(64 + (i + 11) / 12) || lpad(i::text, 2, '0') as q) q
order by r, i;

insert into workflow.run_records (run_id, record_kind, step, record_key, status, report_question_count, created_at, updated_at, payload_json)
select run_id, 'report', 'report', 'main', 'completed', questions, started, started, '{"text": "A report."}' from grown_run where steps = 8 order by r;

insert into workflow.async_jobs (job_id, queue_name, job_type, status, attempt_count, result_json, created_at, finished_at)
select 'job-' || run_id, 'workflow', 'workflow', case when r % 40 = 7 then 'failed' else 'completed' end, 1,
  jsonb_build_object('run_id', run_id), started, started + interval '40 minutes'
from grown_run where r % 4 = 3 order by r;

insert into indexing.index_versions (index_id, created_at, embedding_model, chunk_words, chunk_overlap, corpus_fingerprint)
select 'iv-' || run_id, started, 'text-embedding-3-large', 350, 75, md5(run_id) from grown_run where chunks > 0 order by r;

insert into indexing.pipeline_runs (workflow_run_id, embedding_model, chunk_words, chunk_overlap, normalized, idempotency_key, created_at)
select run_id, 'text-embedding-3-large', 350, 75, true, 'grown-' || run_id, started from grown_run where chunks > 0 order by r;

insert into indexing.index_shards (shard_name, path, pipeline_run_id, index_id, is_active, created_at)
select 'shard-' || run_id, 'indexes/' || run_id, build.id, 'iv-' || run_id, true, started
from grown_run join indexing.pipeline_runs build on build.idempotency_key = 'grown-' || run_id order by r;

-- A paper is cut into chunks that follow each other. Keys are of 63 bits, and in no order.
insert into indexing.vectors (id, doc_id, chunk_id, chunk_hash, page, start_word, end_word, text, pipeline_run_id, created_at)
select (n * 6364136223846793005 % 9223372036854775807)::bigint, doc_id, md5('chunk ' || n), left(md5(n::text), 16),
  1 + i % 40 / 4, i % 40 * 275, i % 40 * 275 + 350, 'The effect falls with unobserved local demand: ' || n, build_id, started
from (
  select r, started, build.id as build_id, chunks, sum(chunks) over (order by r) - chunks as earlier
  from grown_run join indexing.pipeline_runs build on build.idempotency_key = 'grown-' || run_id
) build, (select count(*) as papers from grown_paper) p, lateral generate_series(0, chunks - 1) i,
  lateral (select (1000000000 + earlier + i)::numeric as n) k, grown_paper
where d = 1 + floor(papers * pg_temp.u((r::bigint << 20) + i / 40) ^ 2)
order by r, i;

-- Of late one row in ten comes from the chat of the web, and names no run.
insert into retrieval.retrieval_events (created_at, run_id, request_id, query, method, top_k, stats_json)
select started + i * interval '1 second', case when not (r > 0.9 * runs and i % 10 = 0) then run_id end, md5(run_id || ' ' || i),
  'What does the paper find?', (array['local', 'hybrid', 'hybrid'])[1 + i % 3], 10, '{}'
from grown_run, (select max(r) as runs from grown_run) m, generate_series(1, searches) i order by r, i;

insert into observability.token_usage (created_at, model, operation, step, question_id, input_tokens, output_tokens, total_tokens,
  request_id, latency_ms, cache_hit, cost_usd_total, run_id, project_id, meta)
select started + i * interval '1 second', case when i % 50 = 0 then 'gpt-5-pro' when r % 2 = 0 then 'gpt-5' else 'gpt-5-nano' end,
  'answer', (array['agentic_report_question_answer', 'agentic_plan', 'prep_ocr'])[1 + i % 3],
  case when questions > 0 then chr(64 + (q + 11) / 12) || lpad(q::text, 2, '0') end,
  2000 + i % 1000, 100 + i % 1000, 2100 + 2 * (i % 1000), md5(run_id || ' ' || i), 1000 + i % 5000, false, 0.001 * (i % 1000),
  case when not (r > 0.9 * runs and i % 10 = 0) then run_id end, project_id, '{}'
from grown_run, (select max(r) as runs from grown_run) m, generate_series(1, calls) i,
  lateral (select 1 + i % greatest(1, questions) as q) q order by r, i;

insert into retrieval.chat_history_turns (username, project_id, session_id, paper_id, paper_path, model, query, answer, request_id, created_at)
select 'user-' || r % 300, project_id, 'session-' || r / 5, left(doc_id, 12), path, 'gpt-5', 'What does the paper find?', 'An effect.',
  md5(run_id || ' ' || 10 * i), started + 10 * i * interval '1 second'
from grown_run, (select count(*) as papers from grown_paper) p, generate_series(1, 4) i, grown_paper
where d = 1 + floor(papers * pg_temp.u((r::bigint << 3) + i) ^ 2)
order by r, i;

do $$ declare made record; begin
  for made in select * from grown_later order by place loop execute made.after; end loop;
end $$;

commit;
analyze;
