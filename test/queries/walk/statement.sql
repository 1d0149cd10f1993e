select
  case
    when case
      when "header"."id" is not null then true
      else (
        exists (
          select
          from
            "workflow"."run_records" as "run_records_2"
          where
            "run_records_2"."run_id" = "key"."runId"
        )
        or exists (
          select
          from
            "observability"."token_usage" as "token_usage"
          where
            "token_usage"."run_id" = "key"."runId"
        )
        or exists (
          select
          from
            "indexing"."pipeline_runs" as "pipeline_runs"
          where
            "pipeline_runs"."workflow_run_id" = "key"."runId"
        )
        or exists (
          select
          from
            "ingestion"."prep_manifests" as "prep_manifests"
          where
            "prep_manifests"."run_id" = "key"."runId"
        )
        or exists (
          select
          from
            "retrieval"."retrieval_events" as "retrieval_events"
          where
            "retrieval_events"."run_id" = "key"."runId"
        )
      )
    end then json_build_array(
      "key"."runId"::text,
      "header"."status"::text,
      "header"."started_at",
      "header"."finished_at",
      case
        when "run_records_3"."id" is not null then json_build_array(
          "run_records_3"."trigger_source"::text,
          "run_records_3"."git_branch"::text,
          "run_records_3"."papers_dir"::text
        )
      end,
      (
        with
          "page" as materialized (
            select
              coalesce(
                nullif("run_records_4"."reuse_source_run_id", ''),
                nullif(
                  case
                    when jsonb_typeof("run_records_4"."payload_json" -> '_reused_from' -> 'run_id') = 'string' then "run_records_4"."payload_json" -> '_reused_from' -> 'run_id' #>> '{}'
                  end,
                  ''
                )
              ) as "reused_from_run_id",
              "run_records_4"."step" as "step",
              "run_records_4"."status" as "status"
            from
              "workflow"."run_records" as "run_records_4"
            where
              "run_records_4"."run_id" = "key"."runId"
              and "run_records_4"."record_kind" = 'step'
            order by
              array_position(
                array['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report'],
                "run_records_4"."step"
              ),
              "run_records_4"."id"
            limit
              501
          )
        select
          json_build_array(
            json_agg("page"."reused_from_run_id"::text),
            json_agg("page"."step"::text),
            json_agg("page"."status"::text),
            (
              select
                json_build_array(
                  json_agg("keys"."reused_from_run_id"::text),
                  json_agg(
                    case
                      when case
                        when "run_records_5"."id" is not null then true
                        else (
                          exists (
                            select
                            from
                              "workflow"."run_records" as "run_records_6"
                            where
                              "run_records_6"."run_id" = "keys"."reused_from_run_id"
                          )
                          or exists (
                            select
                            from
                              "observability"."token_usage" as "token_usage_2"
                            where
                              "token_usage_2"."run_id" = "keys"."reused_from_run_id"
                          )
                          or exists (
                            select
                            from
                              "indexing"."pipeline_runs" as "pipeline_runs_2"
                            where
                              "pipeline_runs_2"."workflow_run_id" = "keys"."reused_from_run_id"
                          )
                          or exists (
                            select
                            from
                              "ingestion"."prep_manifests" as "prep_manifests_2"
                            where
                              "prep_manifests_2"."run_id" = "keys"."reused_from_run_id"
                          )
                          or exists (
                            select
                            from
                              "retrieval"."retrieval_events" as "retrieval_events_2"
                            where
                              "retrieval_events_2"."run_id" = "keys"."reused_from_run_id"
                          )
                        )
                      end then json_build_array("keys"."reused_from_run_id"::text)
                    end
                  )
                )
              from
                (
                  select distinct
                    "page"."reused_from_run_id"
                  from
                    "page"
                ) as "keys"
                left join "workflow"."run_records" as "run_records_5" on "run_records_5"."run_id" = "keys"."reused_from_run_id"
                and "run_records_5"."record_kind" = 'run'
                and "run_records_5"."step" = ''
                and "run_records_5"."record_key" = 'main'
            )
          )
        from
          "page"
      ),
      json_build_array(
        (
          select
            json_build_array(
              json_agg("page_2"."record_key"::text),
              json_agg("page_2"."status"::text),
              json_agg(("page_2"."payload_json" #> $1::text[])::text)
            )
          from
            (
              select
                "run_records_7"."record_key" as "record_key",
                "run_records_7"."status" as "status",
                "run_records_7"."payload_json" as "payload_json"
              from
                "workflow"."run_records" as "run_records_7"
              where
                "run_records_7"."run_id" = "key"."runId"
                and "run_records_7"."record_kind" = $2::text
              order by
                "run_records_7"."id" asc
              limit
                5
            ) as "page_2"
        ),
        (
          select
            count(*)
          from
            "workflow"."run_records" as "run_records_8"
          where
            "run_records_8"."run_id" = "key"."runId"
            and "run_records_8"."record_kind" = $3::text
        )
      ),
      case
        when "prep_manifests_3"."run_id" is not null then json_build_array("prep_manifests_3"."created_at", "prep_manifests_3"."corpus_hash"::text)
      end,
      (
        select
          json_build_array(
            json_agg("page_3"."id"::text),
            json_agg("page_3"."embedding_model"::text),
            json_agg(
              (
                with
                  "page_4" as materialized (
                    select
                      "index_shards"."index_id" as "index_id",
                      "index_shards"."shard_name" as "shard_name",
                      "index_shards"."is_active" as "is_active"
                    from
                      "indexing"."index_shards" as "index_shards"
                    where
                      "index_shards"."pipeline_run_id" = "page_3"."id"
                    order by
                      "index_shards"."id" asc
                    limit
                      20
                  )
                select
                  json_build_array(
                    json_agg("page_4"."index_id"::text),
                    json_agg("page_4"."shard_name"::text),
                    json_agg("page_4"."is_active"),
                    (
                      select
                        json_build_array(
                          json_agg("keys_2"."index_id"::text),
                          json_agg(
                            case
                              when "index_versions"."index_id" is not null then json_build_array("index_versions"."index_id"::text, "index_versions"."created_at")
                            end
                          )
                        )
                      from
                        (
                          select distinct
                            "page_4"."index_id"
                          from
                            "page_4"
                        ) as "keys_2"
                        left join "indexing"."index_versions" as "index_versions" on "index_versions"."index_id" = "keys_2"."index_id"
                    )
                  )
                from
                  "page_4"
              )
            ),
            json_agg(
              json_build_array(
                (
                  with
                    "page_5" as materialized (
                      select
                        "vectors"."doc_id" as "doc_id",
                        "vectors"."id" as "id",
                        "vectors"."page" as "page"
                      from
                        "indexing"."vectors" as "vectors"
                      where
                        "vectors"."pipeline_run_id" = "page_3"."id"
                      order by
                        "vectors"."id" asc
                      limit
                        5
                    )
                  select
                    json_build_array(
                      json_agg("page_5"."doc_id"::text),
                      json_agg("page_5"."id"::text),
                      json_agg("page_5"."page"),
                      (
                        select
                          json_build_array(
                            json_agg("keys_3"."doc_id"::text),
                            json_agg(
                              case
                                when "documents"."doc_id" is not null then json_build_array(
                                  "documents"."title"::text,
                                  case
                                    when "paper_metadata"."doc_id" is not null then json_build_array("paper_metadata"."primary_doi"::text, "paper_metadata"."publication_year")
                                  end
                                )
                              end
                            )
                          )
                        from
                          (
                            select distinct
                              "page_5"."doc_id"
                            from
                              "page_5"
                          ) as "keys_3"
                          left join "ingestion"."documents" as "documents" on "documents"."doc_id" = "keys_3"."doc_id"
                          left join "ingestion"."paper_metadata" as "paper_metadata" on "paper_metadata"."doc_id" = "documents"."doc_id"
                      )
                    )
                  from
                    "page_5"
                ),
                (
                  select
                    count(*)
                  from
                    "indexing"."vectors" as "vectors_2"
                  where
                    "vectors_2"."pipeline_run_id" = "page_3"."id"
                )
              )
            )
          )
        from
          (
            select
              "pipeline_runs_3"."id" as "id",
              "pipeline_runs_3"."embedding_model" as "embedding_model"
            from
              "indexing"."pipeline_runs" as "pipeline_runs_3"
            where
              "pipeline_runs_3"."workflow_run_id" = "key"."runId"
            order by
              "pipeline_runs_3"."id" asc
            limit
              20
          ) as "page_3"
      ),
      (
        select
          json_build_array(
            json_agg("page_6"."created_at"),
            json_agg("page_6"."method"::text),
            json_agg("page_6"."top_k"),
            json_agg(
              (
                select
                  json_build_array(json_agg("page_7"."model"::text), json_agg("page_7"."total_tokens"))
                from
                  (
                    select
                      "rows"."model" as "model",
                      "rows"."total_tokens" as "total_tokens"
                    from
                      (
                        select
                          "token_usage_3"."model" as "model",
                          "token_usage_3"."total_tokens" as "total_tokens",
                          "token_usage_3"."id" as "id"
                        from
                          "observability"."token_usage" as "token_usage_3"
                        where
                          "page_6"."run_id" is not null
                          and "token_usage_3"."request_id" = "page_6"."request_id"
                          and (
                            "token_usage_3"."run_id" = "page_6"."run_id"
                            or "token_usage_3"."run_id" is null
                          )
                        union all
                        select
                          "token_usage_4"."model" as "model",
                          "token_usage_4"."total_tokens" as "total_tokens",
                          "token_usage_4"."id" as "id"
                        from
                          "observability"."token_usage" as "token_usage_4"
                        where
                          not ("page_6"."run_id" is not null)
                          and "token_usage_4"."request_id" = "page_6"."request_id"
                      ) as "rows"
                    where
                      true
                    order by
                      "rows"."id" asc
                    limit
                      20
                  ) as "page_7"
              )
            )
          )
        from
          (
            select
              "retrieval_events_3"."created_at" as "created_at",
              "retrieval_events_3"."method" as "method",
              "retrieval_events_3"."top_k" as "top_k",
              "retrieval_events_3"."request_id" as "request_id",
              "retrieval_events_3"."run_id" as "run_id"
            from
              "retrieval"."retrieval_events" as "retrieval_events_3"
            where
              "retrieval_events_3"."run_id" = "key"."runId"
            order by
              "retrieval_events_3"."id" asc
            limit
              5
          ) as "page_6"
      ),
      json_build_array(
        (
          select
            json_build_array(
              json_agg("page_8"."created_at"),
              json_agg("page_8"."model"::text),
              json_agg("page_8"."step"::text),
              json_agg("page_8"."question_id"::text),
              json_agg("page_8"."total_tokens")
            )
          from
            (
              select
                "token_usage_5"."created_at" as "created_at",
                "token_usage_5"."model" as "model",
                "token_usage_5"."step" as "step",
                "token_usage_5"."question_id" as "question_id",
                "token_usage_5"."total_tokens" as "total_tokens"
              from
                "observability"."token_usage" as "token_usage_5"
              where
                "token_usage_5"."run_id" = "key"."runId"
              order by
                "token_usage_5"."id" asc
              limit
                5
            ) as "page_8"
        ),
        (
          select
            count(*)
          from
            "observability"."token_usage" as "token_usage_6"
          where
            "token_usage_6"."run_id" = "key"."runId"
        )
      ),
      (
        select
          json_build_array(
            count("token_usage_7"."id"),
            coalesce(sum("token_usage_7"."total_tokens"), 0),
            sum("token_usage_7"."cost_usd_total"::text::numeric)::float8
          )
        from
          "observability"."token_usage" as "token_usage_7"
        where
          "token_usage_7"."run_id" = "key"."runId"
      )
    )
  end::text as answer
from
  (
    select
      $4::text as "runId",
      1 as n
    limit
      1
  ) as "key"
  left join lateral (
    select
      "run_records"."id" as "id",
      "run_records"."status" as "status",
      "run_records"."started_at" as "started_at",
      "run_records"."finished_at" as "finished_at"
    from
      "workflow"."run_records" as "run_records"
    where
      "run_records"."run_id" = "key"."runId"
      and "run_records"."record_kind" = 'run'
      and "run_records"."step" = ''
      and "run_records"."record_key" = 'main'
    limit
      1
  ) as "header" on true
  left join "workflow"."run_records" as "run_records_3" on "run_records_3"."run_id" = "key"."runId"
  and "run_records_3"."record_kind" = 'run'
  and "run_records_3"."step" = ''
  and "run_records_3"."record_key" = 'main'
  left join "ingestion"."prep_manifests" as "prep_manifests_3" on "prep_manifests_3"."run_id" = "key"."runId"
