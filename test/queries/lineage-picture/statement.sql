select
  (
    select
      json_build_array(
        json_agg(
          case "page"."UPSTREAM"
            when 'WorkflowRun' then json_build_array(
              0,
              (
                select
                  json_build_array(
                    (
                      select
                        json_build_array(json_agg("page_2"."id"::text))
                      from
                        (
                          select
                            "pipeline_runs_2"."id" as "id"
                          from
                            "indexing"."pipeline_runs" as "pipeline_runs_2"
                          where
                            "pipeline_runs_2"."workflow_run_id" = "runs".run_id
                          order by
                            "pipeline_runs_2"."id" asc
                          limit
                            6
                        ) as "page_2"
                    ),
                    (
                      select
                        json_build_array(json_agg("page_3"."run_id"::text))
                      from
                        (
                          select
                            "runs_2".run_id as "run_id"
                          from
                            (
                              select distinct
                                coalesce(
                                  nullif("run_records_3"."reuse_source_run_id", ''),
                                  nullif(
                                    case
                                      when jsonb_typeof("run_records_3"."payload_json" -> '_reused_from' -> 'run_id') = 'string' then "run_records_3"."payload_json" -> '_reused_from' -> 'run_id' #>> '{}'
                                    end,
                                    ''
                                  )
                                )
                              from
                                "workflow"."run_records" as "run_records_3"
                              where
                                "run_records_3"."run_id" = "runs".run_id
                                and coalesce(
                                  nullif("run_records_3"."reuse_source_run_id", ''),
                                  nullif(
                                    case
                                      when jsonb_typeof("run_records_3"."payload_json" -> '_reused_from' -> 'run_id') = 'string' then "run_records_3"."payload_json" -> '_reused_from' -> 'run_id' #>> '{}'
                                    end,
                                    ''
                                  )
                                ) is not null
                            ) as "runs_2" (run_id)
                            left join lateral (
                              select
                                "run_records_4"."id" as "id",
                                "run_records_4"."finished_at" as "finished_at",
                                "run_records_4"."updated_at" as "updated_at",
                                "run_records_4"."created_at" as "created_at"
                              from
                                "workflow"."run_records" as "run_records_4"
                              where
                                "run_records_4"."run_id" = "runs_2".run_id
                                and "run_records_4"."record_kind" = 'run'
                                and "run_records_4"."step" = ''
                                and "run_records_4"."record_key" = 'main'
                              limit
                                1
                            ) as "header_2" on true
                          where
                            case
                              when "header_2"."id" is not null then true
                              else (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_5"
                                  where
                                    "run_records_5"."run_id" = "runs_2".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_2"
                                  where
                                    "token_usage_2"."run_id" = "runs_2".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_3"
                                  where
                                    "pipeline_runs_3"."workflow_run_id" = "runs_2".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_2"
                                  where
                                    "prep_manifests_2"."run_id" = "runs_2".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_2"
                                  where
                                    "retrieval_events_2"."run_id" = "runs_2".run_id
                                )
                              )
                            end
                          order by
                            coalesce(
                              coalesce("header_2"."finished_at", "header_2"."updated_at", "header_2"."created_at"),
                              greatest(
                                (
                                  select
                                    max("run_records_6"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "workflow"."run_records" as "run_records_6"
                                  where
                                    "run_records_6"."run_id" = "runs_2".run_id
                                ),
                                (
                                  select
                                    max("token_usage_3"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "observability"."token_usage" as "token_usage_3"
                                  where
                                    "token_usage_3"."run_id" = "runs_2".run_id
                                ),
                                (
                                  select
                                    max("pipeline_runs_4"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_4"
                                  where
                                    "pipeline_runs_4"."workflow_run_id" = "runs_2".run_id
                                ),
                                (
                                  select
                                    max("prep_manifests_3"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_3"
                                  where
                                    "prep_manifests_3"."run_id" = "runs_2".run_id
                                ),
                                (
                                  select
                                    max("retrieval_events_3"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_3"
                                  where
                                    "retrieval_events_3"."run_id" = "runs_2".run_id
                                )
                              )
                            ) desc,
                            "runs_2".run_id desc
                          limit
                            6
                        ) as "page_3"
                    )
                  )
                from
                  (
                    select
                      "page"."key"
                  ) as "runs" (run_id)
                  left join lateral (
                    select
                      "run_records"."id" as "id"
                    from
                      "workflow"."run_records" as "run_records"
                    where
                      "run_records"."run_id" = "runs".run_id
                      and "run_records"."record_kind" = 'run'
                      and "run_records"."step" = ''
                      and "run_records"."record_key" = 'main'
                    limit
                      1
                  ) as "header" on true
                where
                  case
                    when "header"."id" is not null then true
                    else (
                      exists (
                        select
                        from
                          "workflow"."run_records" as "run_records_2"
                        where
                          "run_records_2"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage"
                        where
                          "token_usage"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs"
                        where
                          "pipeline_runs"."workflow_run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests"
                        where
                          "prep_manifests"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events"
                        where
                          "retrieval_events"."run_id" = "runs".run_id
                      )
                    )
                  end
                order by
                  "runs".run_id
                limit
                  1
              )
            )
          end
        ),
        json_agg(null::json)
      )
    from
      (
        select
          "departure"."UPSTREAM" as "UPSTREAM",
          "departure"."key" as "key",
          "departure"."DOWNSTREAM" as "DOWNSTREAM"
        from
          unnest($1::text[], $2::text[], $3::text[]) with ordinality as "departure" ("UPSTREAM", "DOWNSTREAM", "key", "place")
        where
          true
        order by
          "departure"."place"
        limit
          1001
      ) as "page"
  )::text as answer

select
  (
    select
      json_build_array(
        json_agg(
          case "page"."UPSTREAM"
            when 'WorkflowRun' then json_build_array(
              0,
              (
                select
                  json_build_array(
                    (
                      select
                        json_build_array(json_agg("page_2"."id"::text))
                      from
                        (
                          select
                            "pipeline_runs_2"."id" as "id"
                          from
                            "indexing"."pipeline_runs" as "pipeline_runs_2"
                          where
                            "pipeline_runs_2"."workflow_run_id" = "runs".run_id
                          order by
                            "pipeline_runs_2"."id" asc
                          limit
                            6
                        ) as "page_2"
                    ),
                    (
                      select
                        json_build_array(json_agg("page_3"."run_id"::text))
                      from
                        (
                          select
                            "runs_2".run_id as "run_id"
                          from
                            (
                              select distinct
                                coalesce(
                                  nullif("run_records_3"."reuse_source_run_id", ''),
                                  nullif(
                                    case
                                      when jsonb_typeof("run_records_3"."payload_json" -> '_reused_from' -> 'run_id') = 'string' then "run_records_3"."payload_json" -> '_reused_from' -> 'run_id' #>> '{}'
                                    end,
                                    ''
                                  )
                                )
                              from
                                "workflow"."run_records" as "run_records_3"
                              where
                                "run_records_3"."run_id" = "runs".run_id
                                and coalesce(
                                  nullif("run_records_3"."reuse_source_run_id", ''),
                                  nullif(
                                    case
                                      when jsonb_typeof("run_records_3"."payload_json" -> '_reused_from' -> 'run_id') = 'string' then "run_records_3"."payload_json" -> '_reused_from' -> 'run_id' #>> '{}'
                                    end,
                                    ''
                                  )
                                ) is not null
                            ) as "runs_2" (run_id)
                            left join lateral (
                              select
                                "run_records_4"."id" as "id",
                                "run_records_4"."finished_at" as "finished_at",
                                "run_records_4"."updated_at" as "updated_at",
                                "run_records_4"."created_at" as "created_at"
                              from
                                "workflow"."run_records" as "run_records_4"
                              where
                                "run_records_4"."run_id" = "runs_2".run_id
                                and "run_records_4"."record_kind" = 'run'
                                and "run_records_4"."step" = ''
                                and "run_records_4"."record_key" = 'main'
                              limit
                                1
                            ) as "header_2" on true
                          where
                            case
                              when "header_2"."id" is not null then true
                              else (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_5"
                                  where
                                    "run_records_5"."run_id" = "runs_2".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_2"
                                  where
                                    "token_usage_2"."run_id" = "runs_2".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_3"
                                  where
                                    "pipeline_runs_3"."workflow_run_id" = "runs_2".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_2"
                                  where
                                    "prep_manifests_2"."run_id" = "runs_2".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_2"
                                  where
                                    "retrieval_events_2"."run_id" = "runs_2".run_id
                                )
                              )
                            end
                          order by
                            coalesce(
                              coalesce("header_2"."finished_at", "header_2"."updated_at", "header_2"."created_at"),
                              greatest(
                                (
                                  select
                                    max("run_records_6"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "workflow"."run_records" as "run_records_6"
                                  where
                                    "run_records_6"."run_id" = "runs_2".run_id
                                ),
                                (
                                  select
                                    max("token_usage_3"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "observability"."token_usage" as "token_usage_3"
                                  where
                                    "token_usage_3"."run_id" = "runs_2".run_id
                                ),
                                (
                                  select
                                    max("pipeline_runs_4"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_4"
                                  where
                                    "pipeline_runs_4"."workflow_run_id" = "runs_2".run_id
                                ),
                                (
                                  select
                                    max("prep_manifests_3"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_3"
                                  where
                                    "prep_manifests_3"."run_id" = "runs_2".run_id
                                ),
                                (
                                  select
                                    max("retrieval_events_3"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_3"
                                  where
                                    "retrieval_events_3"."run_id" = "runs_2".run_id
                                )
                              )
                            ) desc,
                            "runs_2".run_id desc
                          limit
                            6
                        ) as "page_3"
                    )
                  )
                from
                  (
                    select
                      "page"."key"
                  ) as "runs" (run_id)
                  left join lateral (
                    select
                      "run_records"."id" as "id"
                    from
                      "workflow"."run_records" as "run_records"
                    where
                      "run_records"."run_id" = "runs".run_id
                      and "run_records"."record_kind" = 'run'
                      and "run_records"."step" = ''
                      and "run_records"."record_key" = 'main'
                    limit
                      1
                  ) as "header" on true
                where
                  case
                    when "header"."id" is not null then true
                    else (
                      exists (
                        select
                        from
                          "workflow"."run_records" as "run_records_2"
                        where
                          "run_records_2"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage"
                        where
                          "token_usage"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs"
                        where
                          "pipeline_runs"."workflow_run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests"
                        where
                          "prep_manifests"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events"
                        where
                          "retrieval_events"."run_id" = "runs".run_id
                      )
                    )
                  end
                order by
                  "runs".run_id
                limit
                  1
              )
            )
          end
        ),
        json_agg(null::json)
      )
    from
      (
        select
          "departure"."UPSTREAM" as "UPSTREAM",
          "departure"."key" as "key",
          "departure"."DOWNSTREAM" as "DOWNSTREAM"
        from
          unnest($1::text[], $2::text[], $3::text[]) with ordinality as "departure" ("UPSTREAM", "DOWNSTREAM", "key", "place")
        where
          true
        order by
          "departure"."place"
        limit
          1001
      ) as "page"
  )::text as answer

select
  (
    select
      json_build_array(
        json_agg(
          case "page"."UPSTREAM"
            when 'PipelineRun' then json_build_array(
              0,
              (
                select
                  json_build_array(
                    (
                      select
                        json_build_array(json_agg("page_2"."doc_id"::text))
                      from
                        (
                          select
                            "child"."doc_id" as "doc_id"
                          from
                            (
                              select distinct
                                "vectors"."doc_id"
                              from
                                "indexing"."vectors" as "vectors"
                              where
                                "vectors"."pipeline_run_id" = "pipeline_runs"."id"
                            ) as "keys" ("key_1")
                            cross join lateral (
                              select
                                "documents"."doc_id" as "doc_id"
                              from
                                "ingestion"."documents" as "documents"
                              where
                                "documents"."doc_id" = "keys"."key_1"
                              limit
                                1
                            ) as "child"
                          where
                            true
                          order by
                            "child"."doc_id" asc
                          limit
                            6
                        ) as "page_2"
                    )
                  )
                from
                  "indexing"."pipeline_runs" as "pipeline_runs"
                where
                  "pipeline_runs"."id" = "page"."key"::bigint
                order by
                  "pipeline_runs"."id"
                limit
                  1
              )
            )
          end
        ),
        json_agg(null::json)
      )
    from
      (
        select
          "departure"."UPSTREAM" as "UPSTREAM",
          "departure"."key" as "key",
          "departure"."DOWNSTREAM" as "DOWNSTREAM"
        from
          unnest($1::text[], $2::text[], $3::text[]) with ordinality as "departure" ("UPSTREAM", "DOWNSTREAM", "key", "place")
        where
          true
        order by
          "departure"."place"
        limit
          1001
      ) as "page"
  )::text as answer

select
  (
    select
      json_build_array(
        json_agg(
          case "page"."type"
            when 'Document' then json_build_array(
              0,
              (
                select
                  json_build_array(
                    "documents"."title"::text,
                    "documents"."author"::text,
                    "documents"."path"::text,
                    case
                      when "paper_metadata"."doc_id" is not null then json_build_array("paper_metadata"."publication_year")
                    end
                  )
                from
                  "ingestion"."documents" as "documents"
                  left join "ingestion"."paper_metadata" as "paper_metadata" on "paper_metadata"."doc_id" = "documents"."doc_id"
                where
                  "documents"."doc_id" = "page"."key"
                order by
                  "documents"."doc_id"
                limit
                  1
              )
            )
            when 'PipelineRun' then json_build_array(
              1,
              (
                select
                  json_build_array(
                    "pipeline_runs"."id"::text,
                    "pipeline_runs"."embedding_model"::text,
                    "pipeline_runs"."arm"::text,
                    (
                      select
                        json_build_array(count(*))
                      from
                        (
                          select
                          from
                            (
                              select distinct
                                "vectors"."doc_id"
                              from
                                "indexing"."vectors" as "vectors"
                              where
                                "vectors"."pipeline_run_id" = "pipeline_runs"."id"
                            ) as "keys" ("key_1")
                            cross join lateral (
                              select
                              from
                                "ingestion"."documents" as "documents_2"
                              where
                                "documents_2"."doc_id" = "keys"."key_1"
                              limit
                                1
                            ) as "child"
                          where
                            true
                          limit
                            100001
                        ) as "counted"
                      where
                        true
                    )
                  )
                from
                  "indexing"."pipeline_runs" as "pipeline_runs"
                where
                  "pipeline_runs"."id" = "page"."key"::bigint
                order by
                  "pipeline_runs"."id"
                limit
                  1
              )
            )
            when 'WorkflowRun' then json_build_array(
              2,
              (
                select
                  json_build_array(
                    "runs".run_id::text,
                    (
                      select
                        case
                          when "header"."status" in ('failed', 'error') then 'failed'
                          when (
                            "header"."status" = 'completed'
                            or (
                              "header"."finished_at" is not null
                              and coalesce("header"."status" in ('running', 'queued', 'started', 'pending'), true)
                            )
                            or (
                              "header"."id" is null
                              and "found".reports > 0
                            )
                          )
                          and "found".failed is not null then 'completed_with_failures'
                          when (
                            "header"."status" = 'completed'
                            or (
                              "header"."finished_at" is not null
                              and coalesce("header"."status" in ('running', 'queued', 'started', 'pending'), true)
                            )
                            or (
                              "header"."id" is null
                              and "found".reports > 0
                            )
                          ) then 'completed'
                          when "header"."id" is null
                          and "found".parts = 0 then 'unknown'
                          when not coalesce("header"."status" in ('running', 'queued', 'started', 'pending'), true) then 'unknown'
                          when greatest(
                            "found".last_step_at,
                            "found".last_report_at,
                            greatest("header"."updated_at", "header"."started_at", "header"."created_at"),
                            (
                              select
                                max("token_usage_2"."created_at") filter (
                                  where
                                    true
                                )
                              from
                                "observability"."token_usage" as "token_usage_2"
                              where
                                "token_usage_2"."run_id" = "runs".run_id
                            )
                          ) < now() - '6 hours'::interval then 'stalled'
                          when true then 'running'
                        end
                      from
                        (
                          select
                            count(*) as parts,
                            count(*) filter (
                              where
                                "run_records_3"."record_kind" = 'report'
                            ) as reports,
                            string_agg(
                              case "run_records_3"."record_kind"
                                when 'step' then "run_records_3"."step"
                                else 'the report'
                              end,
                              ', '
                              order by
                                "run_records_3"."id"
                            ) filter (
                              where
                                (
                                  "run_records_3"."status" in ('failed', 'error')
                                  or "run_records_3"."agentic_status" in ('failed', 'error')
                                )
                            ) as failed,
                            max(
                              greatest(
                                "run_records_3"."updated_at",
                                "run_records_3"."finished_at",
                                "run_records_3"."started_at",
                                "run_records_3"."created_at"
                              )
                            ) filter (
                              where
                                "run_records_3"."record_kind" = 'step'
                            ) as last_step_at,
                            max(
                              greatest(
                                "run_records_3"."updated_at",
                                "run_records_3"."finished_at",
                                "run_records_3"."started_at",
                                "run_records_3"."created_at"
                              )
                            ) filter (
                              where
                                "run_records_3"."record_kind" = 'report'
                            ) as last_report_at
                          from
                            "workflow"."run_records" as "run_records_3"
                          where
                            "run_records_3"."run_id" = "runs".run_id
                            and "run_records_3"."record_kind" in ('step', 'report')
                        ) as "found"
                    )::text,
                    "header"."arm"::text
                  )
                from
                  (
                    select
                      "page"."key"
                  ) as "runs" (run_id)
                  left join lateral (
                    select
                      "run_records"."id" as "id",
                      "run_records"."updated_at" as "updated_at",
                      "run_records"."started_at" as "started_at",
                      "run_records"."created_at" as "created_at",
                      "run_records"."status" as "status",
                      "run_records"."finished_at" as "finished_at",
                      "run_records"."arm" as "arm"
                    from
                      "workflow"."run_records" as "run_records"
                    where
                      "run_records"."run_id" = "runs".run_id
                      and "run_records"."record_kind" = 'run'
                      and "run_records"."step" = ''
                      and "run_records"."record_key" = 'main'
                    limit
                      1
                  ) as "header" on true
                where
                  case
                    when "header"."id" is not null then true
                    else (
                      exists (
                        select
                        from
                          "workflow"."run_records" as "run_records_2"
                        where
                          "run_records_2"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage"
                        where
                          "token_usage"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs_2"
                        where
                          "pipeline_runs_2"."workflow_run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests"
                        where
                          "prep_manifests"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events"
                        where
                          "retrieval_events"."run_id" = "runs".run_id
                      )
                    )
                  end
                order by
                  "runs".run_id
                limit
                  1
              )
            )
          end
        )
      )
    from
      (
        select
          "node"."type" as "type",
          "node"."key" as "key"
        from
          unnest($1::text[], $2::text[]) with ordinality as "node" (type, key, place)
        where
          true
        order by
          "node"."place"
        limit
          1001
      ) as "page"
  )::text as answer
