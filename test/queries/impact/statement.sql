select
  (
    with
      "page" as materialized (
        select
          "pipeline_runs"."id" as "id",
          "pipeline_runs"."embedding_model" as "embedding_model"
        from
          "indexing"."pipeline_runs" as "pipeline_runs"
        where
          "pipeline_runs"."workflow_run_id" = $1::text
        order by
          "pipeline_runs"."id" asc
        limit
          20
      )
    select
      json_build_array(
        json_agg("page"."id"::text),
        json_agg("page"."embedding_model"::text),
        (
          select
            json_build_array(
              json_agg("keys"."id"::text),
              json_agg(
                (
                  select
                    json_build_array(
                      json_build_array(
                        (
                          select
                            json_build_array(json_agg("page_2"."run_id"::text), json_agg("page_2"."outcome"::text))
                          from
                            (
                              select
                                "runs".run_id as "run_id",
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
                                            max("token_usage"."created_at") filter (
                                              where
                                                true
                                            )
                                          from
                                            "observability"."token_usage" as "token_usage"
                                          where
                                            "token_usage"."run_id" = "runs".run_id
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
                                            "run_records_4"."record_kind" = 'report'
                                        ) as reports,
                                        string_agg(
                                          case "run_records_4"."record_kind"
                                            when 'step' then "run_records_4"."step"
                                            else 'the report'
                                          end,
                                          ', '
                                          order by
                                            "run_records_4"."id"
                                        ) filter (
                                          where
                                            (
                                              "run_records_4"."status" in ('failed', 'error')
                                              or "run_records_4"."agentic_status" in ('failed', 'error')
                                            )
                                        ) as failed,
                                        max(
                                          greatest(
                                            "run_records_4"."updated_at",
                                            "run_records_4"."finished_at",
                                            "run_records_4"."started_at",
                                            "run_records_4"."created_at"
                                          )
                                        ) filter (
                                          where
                                            "run_records_4"."record_kind" = 'step'
                                        ) as last_step_at,
                                        max(
                                          greatest(
                                            "run_records_4"."updated_at",
                                            "run_records_4"."finished_at",
                                            "run_records_4"."started_at",
                                            "run_records_4"."created_at"
                                          )
                                        ) filter (
                                          where
                                            "run_records_4"."record_kind" = 'report'
                                        ) as last_report_at
                                      from
                                        "workflow"."run_records" as "run_records_4"
                                      where
                                        "run_records_4"."run_id" = "runs".run_id
                                        and "run_records_4"."record_kind" in ('step', 'report')
                                    ) as "found"
                                ) as "outcome"
                              from
                                (
                                  select
                                    unnest("impact"."runs"::text[])
                                ) as "runs" (run_id)
                                left join lateral (
                                  select
                                    "run_records_3"."updated_at" as "updated_at",
                                    "run_records_3"."started_at" as "started_at",
                                    "run_records_3"."created_at" as "created_at",
                                    "run_records_3"."status" as "status",
                                    "run_records_3"."id" as "id",
                                    "run_records_3"."finished_at" as "finished_at"
                                  from
                                    "workflow"."run_records" as "run_records_3"
                                  where
                                    "run_records_3"."run_id" = "runs".run_id
                                    and "run_records_3"."record_kind" = 'run'
                                    and "run_records_3"."step" = ''
                                    and "run_records_3"."record_key" = 'main'
                                  limit
                                    1
                                ) as "header" on true
                              where
                                true
                              order by
                                coalesce(
                                  coalesce("header"."finished_at", "header"."updated_at", "header"."created_at"),
                                  greatest(
                                    (
                                      select
                                        max("run_records_5"."created_at") filter (
                                          where
                                            true
                                        )
                                      from
                                        "workflow"."run_records" as "run_records_5"
                                      where
                                        "run_records_5"."run_id" = "runs".run_id
                                    ),
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
                                    ),
                                    (
                                      select
                                        max("pipeline_runs_3"."created_at") filter (
                                          where
                                            true
                                        )
                                      from
                                        "indexing"."pipeline_runs" as "pipeline_runs_3"
                                      where
                                        "pipeline_runs_3"."workflow_run_id" = "runs".run_id
                                    ),
                                    (
                                      select
                                        max("prep_manifests"."created_at") filter (
                                          where
                                            true
                                        )
                                      from
                                        "ingestion"."prep_manifests" as "prep_manifests"
                                      where
                                        "prep_manifests"."run_id" = "runs".run_id
                                    ),
                                    (
                                      select
                                        max("retrieval_events"."created_at") filter (
                                          where
                                            true
                                        )
                                      from
                                        "retrieval"."retrieval_events" as "retrieval_events"
                                      where
                                        "retrieval_events"."run_id" = "runs".run_id
                                    )
                                  )
                                ) desc,
                                "runs".run_id desc
                              limit
                                20
                            ) as "page_2"
                        ),
                        (
                          select
                            count(*)
                          from
                            (
                              select
                                unnest("impact"."runs"::text[])
                            ) as "runs_2" (run_id)
                            left join lateral (
                              select
                              from
                                "workflow"."run_records" as "run_records_6"
                              where
                                "run_records_6"."run_id" = "runs_2".run_id
                                and "run_records_6"."record_kind" = 'run'
                                and "run_records_6"."step" = ''
                                and "run_records_6"."record_key" = 'main'
                              limit
                                1
                            ) as "header_2" on true
                          where
                            true
                        )
                      ),
                      json_build_array(
                        (
                          select
                            json_build_array(
                              json_agg("page_3"."run_id"::text),
                              json_agg("page_3"."record_key"::text),
                              json_agg("page_3"."status"::text)
                            )
                          from
                            (
                              select
                                "run_records_7"."run_id" as "run_id",
                                "run_records_7"."record_key" as "record_key",
                                "run_records_7"."status" as "status"
                              from
                                "workflow"."run_records" as "run_records_7"
                              where
                                "run_records_7"."run_id" = any ("impact"."runs"::text[])
                                and "run_records_7"."record_kind" = 'question'
                              order by
                                "run_records_7"."id" asc
                              limit
                                2
                            ) as "page_3"
                        ),
                        (
                          select
                            count(*)
                          from
                            "workflow"."run_records" as "run_records_8"
                          where
                            "run_records_8"."run_id" = any ("impact"."runs"::text[])
                            and "run_records_8"."record_kind" = 'question'
                        )
                      ),
                      (
                        select
                          json_build_array(
                            count("token_usage_3"."id"),
                            coalesce(sum("token_usage_3"."total_tokens"), 0),
                            sum("token_usage_3"."cost_usd_total"::text::numeric)::float8
                          )
                        from
                          "observability"."token_usage" as "token_usage_3"
                        where
                          "token_usage_3"."run_id" = any ("impact"."runs"::text[])
                      )
                    )
                  from
                    (
                      select
                        array(
                          select
                            "affected"."run_id"
                          from
                            (
                              with recursive
                                "affected" as (
                                  select
                                    "first".run_id as "run_id"
                                  from
                                    (
                                      select
                                        "pipeline_runs_2"."workflow_run_id"
                                      from
                                        "indexing"."pipeline_runs" as "pipeline_runs_2"
                                      where
                                        "pipeline_runs_2"."id" = "keys"."id"
                                    ) as "first" (run_id)
                                  where
                                    "first".run_id is not null
                                  union
                                  select
                                    next.*
                                  from
                                    "affected"
                                    cross join lateral (
                                      select
                                        "reusing"."run_id" as "run_id"
                                      from
                                        (
                                          select
                                            "run_records"."run_id" as "run_id"
                                          from
                                            "workflow"."run_records" as "run_records"
                                          where
                                            "affected"."run_id" <> ''
                                            and "run_records"."run_id" <> "affected"."run_id"
                                            and "run_records"."reuse_source_run_id" = "affected"."run_id"
                                          union all
                                          select
                                            "run_records_2"."run_id" as "run_id"
                                          from
                                            "workflow"."run_records" as "run_records_2"
                                          where
                                            "affected"."run_id" <> ''
                                            and "run_records_2"."run_id" <> "affected"."run_id"
                                            and (
                                              nullif("run_records_2"."reuse_source_run_id", '') is null
                                              and "run_records_2"."payload_json" @> jsonb_build_object('_reused_from', jsonb_build_object('run_id', "affected"."run_id"))
                                            )
                                        ) as "reusing"
                                      where
                                        true
                                    ) as next
                                )
                              select
                                "run_id"
                              from
                                "affected"
                            ) as "affected"
                          where
                            true
                        ) as runs
                    ) as "impact"
                  where
                    true
                  order by
                    "impact"."runs"
                  limit
                    1
                )
              )
            )
          from
            (
              select distinct
                "page"."id"
              from
                "page"
            ) as "keys"
        )
      )
    from
      "page"
  )::text as answer
