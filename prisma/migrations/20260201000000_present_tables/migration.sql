-- The tables that revisions 0008 to 0014 of Ragonometrics brought and that a reader of lineage wants, the columns of
-- retrieval.query_cache of 0014, and the indexes that a real deployment has on what the graph walks.

CREATE TABLE "auth"."projects" (
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_by_user_id" BIGINT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("project_id")
);

CREATE TABLE "auth"."project_papers" (
    "id" BIGSERIAL NOT NULL,
    "project_id" TEXT NOT NULL,
    "paper_id" TEXT NOT NULL,
    "paper_path" TEXT NOT NULL,
    "added_by_user_id" BIGINT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_papers_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "auth"."project_personas" (
    "persona_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "system_prompt_suffix" TEXT NOT NULL DEFAULT '',
    "default_model" TEXT NOT NULL DEFAULT '',
    "retrieval_profile_json" JSONB NOT NULL DEFAULT '{}',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_personas_pkey" PRIMARY KEY ("persona_id")
);

CREATE TABLE "enrichment"."openalex_http_cache" (
    "request_key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "params_json" JSONB NOT NULL,
    "status_code" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "fetched_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "openalex_http_cache_pkey" PRIMARY KEY ("request_key")
);

CREATE TABLE "enrichment"."openalex_citation_graph_cache" (
    "cache_key" TEXT NOT NULL,
    "center_work_id" TEXT NOT NULL,
    "n_hops" SMALLINT NOT NULL,
    "max_references" INTEGER NOT NULL,
    "max_citing" INTEGER NOT NULL,
    "max_nodes" INTEGER NOT NULL,
    "algo_version" TEXT NOT NULL,
    "payload_json" JSONB NOT NULL,
    "summary_json" JSONB NOT NULL,
    "generated_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "stale_until" TIMESTAMPTZ(6) NOT NULL,
    "last_accessed_at" TIMESTAMPTZ(6) NOT NULL,
    "refresh_job_id" TEXT,
    "refresh_failures" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "openalex_citation_graph_cache_pkey" PRIMARY KEY ("cache_key")
);

ALTER TABLE "retrieval"."query_cache"
    ADD COLUMN "paper_fingerprint" TEXT,
    ADD COLUMN "prompt_profile_hash" TEXT,
    ADD COLUMN "retrieval_profile_hash" TEXT,
    ADD COLUMN "persona_profile_hash" TEXT,
    ADD COLUMN "share_eligible" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "source_project_id" TEXT,
    ADD COLUMN "source_user_id" BIGINT,
    ADD COLUMN "safety_flags_json" JSONB NOT NULL DEFAULT '{}';

CREATE TABLE "retrieval"."project_query_cache" (
    "project_cache_key" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "cache_key" TEXT NOT NULL,
    "query" TEXT,
    "query_normalized" TEXT,
    "paper_path" TEXT,
    "model" TEXT,
    "context_hash" TEXT,
    "answer" TEXT,
    "paper_fingerprint" TEXT,
    "prompt_profile_hash" TEXT,
    "retrieval_profile_hash" TEXT,
    "persona_profile_hash" TEXT,
    "persona_hash" TEXT,
    "safety_flags_json" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_query_cache_pkey" PRIMARY KEY ("project_cache_key")
);

CREATE TABLE "retrieval"."chat_history_turns" (
    "id" BIGSERIAL NOT NULL,
    "user_id" BIGINT,
    "username" TEXT NOT NULL,
    "session_id" TEXT,
    "paper_id" TEXT NOT NULL,
    "paper_path" TEXT,
    "model" TEXT,
    "variation_mode" BOOLEAN NOT NULL DEFAULT false,
    "query" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "citations_json" JSONB NOT NULL DEFAULT '[]',
    "retrieval_stats_json" JSONB NOT NULL DEFAULT '{}',
    "cache_hit" BOOLEAN,
    "request_id" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "project_id" TEXT,
    "persona_id" TEXT,

    CONSTRAINT "chat_history_turns_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "retrieval"."paper_comparison_runs" (
    "comparison_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_by_user_id" BIGINT,
    "created_by_username" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "compute_mode" TEXT NOT NULL DEFAULT 'cache_only',
    "visibility" TEXT NOT NULL DEFAULT 'shared',
    "status" TEXT NOT NULL DEFAULT 'ready',
    "paper_ids_json" JSONB NOT NULL DEFAULT '[]',
    "paper_paths_json" JSONB NOT NULL DEFAULT '[]',
    "questions_json" JSONB NOT NULL DEFAULT '[]',
    "summary_json" JSONB NOT NULL DEFAULT '{}',
    "seed_paper_id" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "project_id" TEXT,
    "persona_id" TEXT,

    CONSTRAINT "paper_comparison_runs_pkey" PRIMARY KEY ("comparison_id")
);

CREATE TABLE "retrieval"."paper_comparison_cells" (
    "id" BIGSERIAL NOT NULL,
    "comparison_id" TEXT NOT NULL,
    "paper_id" TEXT NOT NULL,
    "paper_path" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "question_text" TEXT NOT NULL,
    "question_normalized" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "cell_status" TEXT NOT NULL,
    "answer" TEXT,
    "answer_source" TEXT,
    "cache_hit_layer" TEXT,
    "cache_key" TEXT,
    "context_hash" TEXT,
    "structured_fields_json" JSONB NOT NULL DEFAULT '{}',
    "error_text" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "project_id" TEXT,

    CONSTRAINT "paper_comparison_cells_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "retrieval"."paper_notes" (
    "id" BIGSERIAL NOT NULL,
    "user_id" BIGINT,
    "username" TEXT NOT NULL,
    "paper_id" TEXT NOT NULL,
    "page_number" INTEGER,
    "highlight_text" TEXT,
    "highlight_terms_json" JSONB NOT NULL DEFAULT '[]',
    "note_text" TEXT NOT NULL,
    "color" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "project_id" TEXT,

    CONSTRAINT "paper_notes_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "projects_slug_key" ON "auth"."projects" ("slug");
CREATE UNIQUE INDEX "project_papers_project_id_paper_id_key" ON "auth"."project_papers" ("project_id", "paper_id");
CREATE UNIQUE INDEX "project_personas_project_id_slug_key" ON "auth"."project_personas" ("project_id", "slug");
CREATE UNIQUE INDEX "paper_comparison_cells_comparison_id_paper_id_question_id_key" ON "retrieval"."paper_comparison_cells" ("comparison_id", "paper_id", "question_id");

CREATE INDEX "query_cache_created_at_idx" ON "retrieval"."query_cache" ("created_at" DESC);
CREATE INDEX "query_cache_paper_path_model_query_normalized_created_at_idx" ON "retrieval"."query_cache" ("paper_path", "model", "query_normalized", "created_at" DESC);
CREATE INDEX "project_query_cache_lookup_idx" ON "retrieval"."project_query_cache" ("project_id", "paper_path", "model", "query_normalized", "created_at" DESC);
CREATE INDEX "chat_history_turns_user_id_idx" ON "retrieval"."chat_history_turns" ("user_id", "paper_id", "created_at" DESC);
CREATE INDEX "chat_history_turns_session_id_idx" ON "retrieval"."chat_history_turns" ("session_id", "paper_id", "created_at" DESC);
CREATE INDEX "chat_history_turns_request_id_idx" ON "retrieval"."chat_history_turns" ("request_id");
CREATE INDEX "chat_history_turns_project_id_idx" ON "retrieval"."chat_history_turns" ("project_id", "user_id", "paper_id", "created_at" DESC);
CREATE INDEX "paper_comparison_runs_project_id_idx" ON "retrieval"."paper_comparison_runs" ("project_id", "created_at" DESC);
CREATE INDEX "paper_comparison_cells_project_id_idx" ON "retrieval"."paper_comparison_cells" ("project_id", "comparison_id", "question_id", "paper_id");
CREATE INDEX "paper_notes_user_id_idx" ON "retrieval"."paper_notes" ("user_id", "paper_id", "page_number", "created_at" DESC);
CREATE INDEX "paper_notes_project_id_idx" ON "retrieval"."paper_notes" ("project_id", "user_id", "paper_id", "page_number", "created_at" DESC);

ALTER TABLE "auth"."projects" ADD CONSTRAINT "projects_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "auth"."streamlit_users"("id") ON DELETE SET NULL;
ALTER TABLE "auth"."project_papers" ADD CONSTRAINT "project_papers_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "auth"."projects"("project_id") ON DELETE CASCADE;
ALTER TABLE "auth"."project_papers" ADD CONSTRAINT "project_papers_added_by_user_id_fkey" FOREIGN KEY ("added_by_user_id") REFERENCES "auth"."streamlit_users"("id") ON DELETE SET NULL;
ALTER TABLE "auth"."project_personas" ADD CONSTRAINT "project_personas_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "auth"."projects"("project_id") ON DELETE CASCADE;
ALTER TABLE "retrieval"."paper_comparison_cells" ADD CONSTRAINT "paper_comparison_cells_comparison_id_fkey" FOREIGN KEY ("comparison_id") REFERENCES "retrieval"."paper_comparison_runs"("comparison_id") ON DELETE CASCADE;

ALTER TABLE "retrieval"."paper_comparison_runs" ADD CONSTRAINT "paper_comparison_runs_status_check" CHECK ("status" IN ('ready', 'filling', 'completed', 'failed'));
ALTER TABLE "retrieval"."paper_comparison_cells" ADD CONSTRAINT "paper_comparison_cells_cell_status_check" CHECK ("cell_status" IN ('cached', 'missing', 'generated', 'failed'));
ALTER TABLE "retrieval"."paper_comparison_cells" ADD CONSTRAINT "paper_comparison_cells_answer_source_check" CHECK ("answer_source" IN ('query_cache', 'generated'));
ALTER TABLE "retrieval"."paper_comparison_cells" ADD CONSTRAINT "paper_comparison_cells_cache_hit_layer_check" CHECK ("cache_hit_layer" IN ('normalized', 'strict', 'none'));
