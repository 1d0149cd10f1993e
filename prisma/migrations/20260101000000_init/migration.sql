-- The tables of Ragonometrics at revision 0014, and enrichment.openalex_cache of before 0005, for the embedded
-- database and for tests. Indexes are those that a real deployment has, no more: what helps beyond is advice.

CREATE SCHEMA IF NOT EXISTS "auth";
CREATE SCHEMA IF NOT EXISTS "enrichment";
CREATE SCHEMA IF NOT EXISTS "indexing";
CREATE SCHEMA IF NOT EXISTS "ingestion";
CREATE SCHEMA IF NOT EXISTS "observability";
CREATE SCHEMA IF NOT EXISTS "retrieval";
CREATE SCHEMA IF NOT EXISTS "workflow";

CREATE TABLE "ingestion"."documents" (
    "doc_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "title" TEXT,
    "author" TEXT,
    "extracted_at" TIMESTAMPTZ(6),
    "file_hash" TEXT,
    "text_hash" TEXT,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("doc_id")
);

CREATE TABLE "ingestion"."paper_metadata" (
    "doc_id" TEXT NOT NULL,
    "path" TEXT,
    "title" TEXT,
    "author" TEXT,
    "authors_json" JSONB,
    "primary_doi" TEXT,
    "dois_json" JSONB,
    "openalex_id" TEXT,
    "openalex_doi" TEXT,
    "publication_year" INTEGER,
    "venue" TEXT,
    "repec_handle" TEXT,
    "source_url" TEXT,
    "openalex_json" JSONB,
    "citec_json" JSONB,
    "metadata_json" JSONB,
    "extracted_at" TIMESTAMPTZ(6),
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "paper_metadata_pkey" PRIMARY KEY ("doc_id")
);

CREATE TABLE "ingestion"."prep_manifests" (
    "run_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "corpus_hash" TEXT,
    "payload" JSONB NOT NULL,

    CONSTRAINT "prep_manifests_pkey" PRIMARY KEY ("run_id")
);

CREATE TABLE "auth"."streamlit_users" (
    "id" BIGSERIAL NOT NULL,
    "username" TEXT NOT NULL,
    "email" TEXT,
    "display_name" TEXT,
    "password_hash" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "last_login_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "streamlit_users_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "auth"."streamlit_sessions" (
    "id" BIGSERIAL NOT NULL,
    "session_id" TEXT NOT NULL,
    "user_id" BIGINT,
    "username" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "current_project_id" TEXT,
    "current_persona_id" TEXT,
    "authenticated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "streamlit_sessions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "enrichment"."openalex_cache" (
    "cache_key" TEXT NOT NULL,
    "work_id" TEXT,
    "query" TEXT,
    "response" JSONB,
    "fetched_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "openalex_cache_pkey" PRIMARY KEY ("cache_key")
);

CREATE TABLE "enrichment"."openalex_title_overrides" (
    "id" BIGSERIAL NOT NULL,
    "title_pattern" TEXT NOT NULL,
    "match_type" TEXT NOT NULL,
    "openalex_work_id" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 100,
    "note" TEXT,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(6),
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "openalex_title_overrides_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "enrichment"."citec_cache" (
    "cache_key" TEXT NOT NULL,
    "repec_handle" TEXT,
    "response" JSONB,
    "fetched_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "citec_cache_pkey" PRIMARY KEY ("cache_key")
);

CREATE TABLE "enrichment"."paper_openalex_metadata" (
    "paper_path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "authors" TEXT NOT NULL,
    "query_title" TEXT NOT NULL,
    "query_authors" TEXT NOT NULL,
    "query_year" INTEGER,
    "openalex_id" TEXT,
    "openalex_doi" TEXT,
    "openalex_title" TEXT,
    "openalex_publication_year" INTEGER,
    "openalex_authors_json" JSONB,
    "openalex_json" JSONB,
    "match_status" TEXT NOT NULL,
    "error_text" TEXT,
    "created_at" TIMESTAMPTZ(6),
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "paper_openalex_metadata_pkey" PRIMARY KEY ("paper_path")
);

CREATE TABLE "indexing"."pipeline_runs" (
    "id" BIGSERIAL NOT NULL,
    "workflow_run_id" TEXT,
    "workstream_id" TEXT,
    "arm" TEXT,
    "paper_set_hash" TEXT,
    "index_build_reason" TEXT,
    "git_sha" TEXT,
    "extractor_version" TEXT,
    "embedding_model" TEXT,
    "chunk_words" INTEGER,
    "chunk_overlap" INTEGER,
    "normalized" BOOLEAN,
    "idempotency_key" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pipeline_runs_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indexing"."index_versions" (
    "index_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "embedding_model" TEXT,
    "chunk_words" INTEGER,
    "chunk_overlap" INTEGER,
    "corpus_fingerprint" TEXT,
    "index_path" TEXT,
    "shard_path" TEXT,

    CONSTRAINT "index_versions_pkey" PRIMARY KEY ("index_id")
);

CREATE TABLE "indexing"."index_shards" (
    "id" BIGSERIAL NOT NULL,
    "shard_name" TEXT,
    "path" TEXT,
    "pipeline_run_id" BIGINT,
    "index_id" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "index_shards_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indexing"."vectors" (
    "id" BIGINT NOT NULL,
    "doc_id" TEXT NOT NULL,
    "chunk_id" TEXT NOT NULL,
    "chunk_hash" TEXT,
    "paper_path" TEXT,
    "page" INTEGER,
    "start_word" INTEGER,
    "end_word" INTEGER,
    "text" TEXT,
    "pipeline_run_id" BIGINT,
    "created_at" TIMESTAMPTZ(6),

    CONSTRAINT "vectors_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "workflow"."run_records" (
    "id" BIGSERIAL NOT NULL,
    "run_id" TEXT NOT NULL,
    "record_kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "record_key" TEXT NOT NULL,
    "status" TEXT,
    "papers_dir" TEXT,
    "config_hash" TEXT,
    "workstream_id" TEXT,
    "arm" TEXT,
    "parent_run_id" TEXT,
    "trigger_source" TEXT,
    "git_sha" TEXT,
    "git_branch" TEXT,
    "config_effective_json" JSONB,
    "paper_set_hash" TEXT,
    "question" TEXT,
    "report_question_set" TEXT,
    "started_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),
    "report_path" TEXT,
    "agentic_status" TEXT,
    "report_hash" TEXT,
    "report_question_count" INTEGER,
    "confidence_mean" DOUBLE PRECISION,
    "confidence_label_counts_json" JSONB,
    "final_answer_hash" TEXT,
    "question_id" TEXT,
    "artifact_type" TEXT,
    "artifact_path" TEXT,
    "artifact_sha256" TEXT,
    "idempotency_key" TEXT,
    "input_hash" TEXT,
    "reuse_source_run_id" TEXT,
    "reuse_source_record_key" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "output_json" JSONB,
    "payload_json" JSONB,
    "metadata_json" JSONB,
    "project_id" TEXT,
    "persona_id" TEXT,

    CONSTRAINT "run_records_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "workflow"."async_jobs" (
    "id" BIGSERIAL NOT NULL,
    "job_id" TEXT NOT NULL,
    "queue_name" TEXT NOT NULL,
    "job_type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "payload_json" JSONB,
    "result_json" JSONB,
    "error_text" TEXT,
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "max_attempts" INTEGER,
    "retry_delay_seconds" INTEGER,
    "available_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_at" TIMESTAMPTZ(6),
    "worker_id" TEXT,
    "started_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6),

    CONSTRAINT "async_jobs_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "retrieval"."query_cache" (
    "cache_key" TEXT NOT NULL,
    "query" TEXT,
    "query_normalized" TEXT,
    "paper_path" TEXT,
    "model" TEXT,
    "context_hash" TEXT,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "query_cache_pkey" PRIMARY KEY ("cache_key")
);

CREATE TABLE "retrieval"."retrieval_events" (
    "id" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "run_id" TEXT,
    "request_id" TEXT,
    "query" TEXT,
    "method" TEXT,
    "top_k" INTEGER,
    "stats_json" JSONB,

    CONSTRAINT "retrieval_events_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "observability"."token_usage" (
    "id" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "model" TEXT,
    "operation" TEXT,
    "step" TEXT,
    "question_id" TEXT,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "total_tokens" INTEGER,
    "session_id" TEXT,
    "request_id" TEXT,
    "provider_request_id" TEXT,
    "latency_ms" INTEGER,
    "cache_hit" BOOLEAN,
    "cost_usd_input" DOUBLE PRECISION,
    "cost_usd_output" DOUBLE PRECISION,
    "cost_usd_total" DOUBLE PRECISION,
    "run_id" TEXT,
    "meta" JSONB,
    "project_id" TEXT,
    "persona_id" TEXT,

    CONSTRAINT "token_usage_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "observability"."request_failures" (
    "id" BIGSERIAL NOT NULL,
    "component" TEXT,
    "error" TEXT,
    "context_json" JSONB,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_failures_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "streamlit_sessions_session_id_key" ON "auth"."streamlit_sessions"("session_id");
CREATE UNIQUE INDEX "pipeline_runs_idempotency_key_key" ON "indexing"."pipeline_runs"("idempotency_key");
CREATE UNIQUE INDEX "index_shards_shard_name_key" ON "indexing"."index_shards"("shard_name");
CREATE UNIQUE INDEX "vectors_chunk_id_key" ON "indexing"."vectors"("chunk_id");
CREATE UNIQUE INDEX "run_records_run_id_record_kind_step_record_key_key" ON "workflow"."run_records"("run_id", "record_kind", "step", "record_key");
CREATE UNIQUE INDEX "async_jobs_job_id_key" ON "workflow"."async_jobs"("job_id");

CREATE INDEX "run_records_run_id_record_kind_idx" ON "workflow"."run_records" ("run_id", "record_kind");
CREATE INDEX "run_records_status_idx" ON "workflow"."run_records" ("status");
CREATE INDEX "run_records_step_idx" ON "workflow"."run_records" ("step");
CREATE INDEX "run_records_workstream_id_arm_idx" ON "workflow"."run_records" ("workstream_id", "arm");
CREATE INDEX "run_records_question_id_idx" ON "workflow"."run_records" ("question_id");
CREATE INDEX "run_records_reuse_source_run_id_reuse_source_record_key_idx" ON "workflow"."run_records" ("reuse_source_run_id", "reuse_source_record_key");
CREATE INDEX "run_records_created_at_idx" ON "workflow"."run_records" ("created_at" DESC);
CREATE INDEX "run_records_payload_json_idx" ON "workflow"."run_records" USING GIN ("payload_json");
CREATE INDEX "token_usage_run_id_idx" ON "observability"."token_usage" ("run_id");
CREATE INDEX "token_usage_request_id_idx" ON "observability"."token_usage" ("request_id");
CREATE INDEX "token_usage_session_id_idx" ON "observability"."token_usage" ("session_id");
CREATE INDEX "token_usage_step_idx" ON "observability"."token_usage" ("step");
CREATE INDEX "token_usage_question_id_idx" ON "observability"."token_usage" ("question_id");
CREATE INDEX "token_usage_created_at_idx" ON "observability"."token_usage" ("created_at" DESC);
CREATE INDEX "pipeline_runs_workflow_run_id_idx" ON "indexing"."pipeline_runs" ("workflow_run_id");
CREATE INDEX "pipeline_runs_workstream_id_idx" ON "indexing"."pipeline_runs" ("workstream_id");
CREATE INDEX "vectors_doc_id_idx" ON "indexing"."vectors" ("doc_id");
CREATE INDEX "vectors_pipeline_run_id_idx" ON "indexing"."vectors" ("pipeline_run_id");
CREATE INDEX "retrieval_events_created_at_idx" ON "retrieval"."retrieval_events" ("created_at" DESC);
CREATE INDEX "retrieval_events_request_id_idx" ON "retrieval"."retrieval_events" ("request_id");

ALTER TABLE "ingestion"."paper_metadata" ADD CONSTRAINT "paper_metadata_doc_id_fkey" FOREIGN KEY ("doc_id") REFERENCES "ingestion"."documents"("doc_id") ON DELETE CASCADE;
ALTER TABLE "auth"."streamlit_sessions" ADD CONSTRAINT "streamlit_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth"."streamlit_users"("id") ON DELETE SET NULL;
ALTER TABLE "indexing"."index_shards" ADD CONSTRAINT "index_shards_pipeline_run_id_fkey" FOREIGN KEY ("pipeline_run_id") REFERENCES "indexing"."pipeline_runs"("id");
ALTER TABLE "indexing"."index_shards" ADD CONSTRAINT "index_shards_index_id_fkey" FOREIGN KEY ("index_id") REFERENCES "indexing"."index_versions"("index_id");
ALTER TABLE "indexing"."vectors" ADD CONSTRAINT "vectors_doc_id_fkey" FOREIGN KEY ("doc_id") REFERENCES "ingestion"."documents"("doc_id") ON DELETE CASCADE;
ALTER TABLE "indexing"."vectors" ADD CONSTRAINT "vectors_pipeline_run_id_fkey" FOREIGN KEY ("pipeline_run_id") REFERENCES "indexing"."pipeline_runs"("id");

ALTER TABLE "enrichment"."openalex_title_overrides" ADD CONSTRAINT "openalex_title_overrides_match_type_check" CHECK ("match_type" IN ('contains', 'exact'));
ALTER TABLE "enrichment"."paper_openalex_metadata" ADD CONSTRAINT "paper_openalex_metadata_match_status_check" CHECK ("match_status" IN ('matched', 'not_found', 'error'));
ALTER TABLE "workflow"."async_jobs" ADD CONSTRAINT "async_jobs_job_type_check" CHECK ("job_type" IN ('workflow', 'index'));
ALTER TABLE "workflow"."async_jobs" ADD CONSTRAINT "async_jobs_status_check" CHECK ("status" IN ('queued', 'retry', 'running', 'completed', 'failed'));
