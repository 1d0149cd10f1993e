select
  (
    select
      json_build_array(
        json_agg("page"."stale_after_hours"),
        json_agg("page"."kind"::text),
        json_agg("page"."figures"),
        json_agg("page"."lack"::text),
        json_agg(
          json_build_array(
            (
              select
                json_build_array(json_agg("page_2"."run_id"::text), json_agg("page_2"."model"::text))
              from
                (
                  select
                    "token_usage_3"."run_id" as "run_id",
                    "token_usage_3"."model" as "model"
                  from
                    "observability"."token_usage" as "token_usage_3"
                  where
                    "page"."kind" = 'usage_of_unknown_run'
                    and "token_usage_3"."run_id" <> ''
                    and not exists (
                      select
                      from
                        "workflow"."run_records" as "run_records_4"
                      where
                        "run_records_4"."run_id" = "token_usage_3"."run_id"
                        and "run_records_4"."record_kind" = 'run'
                        and "run_records_4"."step" = ''
                        and "run_records_4"."record_key" = 'main'
                    )
                  order by
                    "token_usage_3"."created_at" desc,
                    "token_usage_3"."id" desc
                  limit
                    2
                ) as "page_2"
            ),
            (
              select
                count(*)
              from
                "observability"."token_usage" as "token_usage_4"
              where
                "page"."kind" = 'usage_of_unknown_run'
                and "token_usage_4"."run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records_5"
                  where
                    "run_records_5"."run_id" = "token_usage_4"."run_id"
                    and "run_records_5"."record_kind" = 'run'
                    and "run_records_5"."step" = ''
                    and "run_records_5"."record_key" = 'main'
                )
            )
          )
        ),
        json_agg(
          (
            select
              json_build_array(json_agg("page_3"."run_id"::text), json_agg("page_3"."parent_run_id"::text))
            from
              (
                select
                  "found_3"."run_id" as "run_id",
                  "found_3"."parent_run_id" as "parent_run_id"
                from
                  (
                    select
                      "run_records_6"."run_id" as "run_id",
                      "run_records_6"."parent_run_id" as "parent_run_id",
                      coalesce("run_records_6"."finished_at", "run_records_6"."updated_at", "run_records_6"."created_at") as "last_activity_at"
                    from
                      "workflow"."run_records" as "run_records_6"
                    where
                      "page"."kind" = 'dangling_parent'
                      and "run_records_6"."record_kind" = 'run'
                      and case
                        when "run_records_6"."record_kind" = 'run' then "run_records_6"."step" = ''
                        and "run_records_6"."record_key" = 'main'
                      end
                      and "run_records_6"."parent_run_id" <> ''
                      and not exists (
                        select
                        from
                          "workflow"."run_records" as "run_records_7"
                        where
                          "run_records_7"."run_id" = "run_records_6"."parent_run_id"
                      )
                      and not exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage_5"
                        where
                          "token_usage_5"."run_id" = "run_records_6"."parent_run_id"
                      )
                      and not exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs_2"
                        where
                          "pipeline_runs_2"."workflow_run_id" = "run_records_6"."parent_run_id"
                      )
                      and not exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests_2"
                        where
                          "prep_manifests_2"."run_id" = "run_records_6"."parent_run_id"
                      )
                      and not exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events_2"
                        where
                          "retrieval_events_2"."run_id" = "run_records_6"."parent_run_id"
                      )
                    union all
                    select
                      "run_records_8"."run_id" as "run_id",
                      "run_records_8"."parent_run_id" as "parent_run_id",
                      coalesce("run_records_8"."finished_at", "run_records_8"."updated_at", "run_records_8"."created_at") as "last_activity_at"
                    from
                      "workflow"."run_records" as "run_records_8"
                    where
                      "page"."kind" = 'run_without_usage'
                      and "run_records_8"."record_kind" = 'run'
                      and case
                        when "run_records_8"."record_kind" = 'run' then "run_records_8"."step" = ''
                        and "run_records_8"."record_key" = 'main'
                      end
                      and not exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage_6"
                        where
                          "token_usage_6"."run_id" = "run_records_8"."run_id"
                      )
                    union all
                    select
                      "run_records_9"."run_id" as "run_id",
                      "run_records_9"."parent_run_id" as "parent_run_id",
                      coalesce("run_records_9"."finished_at", "run_records_9"."updated_at", "run_records_9"."created_at") as "last_activity_at"
                    from
                      "workflow"."run_records" as "run_records_9"
                    where
                      "page"."kind" = 'running_for_long'
                      and "run_records_9"."record_kind" = 'run'
                      and case
                        when "run_records_9"."record_kind" = 'run' then "run_records_9"."step" = ''
                        and "run_records_9"."record_key" = 'main'
                      end
                      and case
                        when "run_records_9"."finished_at" is null
                        and coalesce("run_records_9"."started_at", "run_records_9"."created_at") < now() - make_interval(hours => "page"."stale_after_hours") then (
                          select
                            case
                              when "run_records_9"."status" in ('failed', 'error') then 'failed'
                              when (
                                "run_records_9"."status" = 'completed'
                                or (
                                  "run_records_9"."finished_at" is not null
                                  and coalesce("run_records_9"."status" in ('running', 'queued', 'started', 'pending'), true)
                                )
                                or (
                                  "run_records_9"."id" is null
                                  and "found".reports > 0
                                )
                              )
                              and "found".failed is not null then 'completed_with_failures'
                              when (
                                "run_records_9"."status" = 'completed'
                                or (
                                  "run_records_9"."finished_at" is not null
                                  and coalesce("run_records_9"."status" in ('running', 'queued', 'started', 'pending'), true)
                                )
                                or (
                                  "run_records_9"."id" is null
                                  and "found".reports > 0
                                )
                              ) then 'completed'
                              when "run_records_9"."id" is null
                              and "found".parts = 0 then 'unknown'
                              when not coalesce("run_records_9"."status" in ('running', 'queued', 'started', 'pending'), true) then 'unknown'
                              when greatest(
                                "found".last_step_at,
                                "found".last_report_at,
                                greatest("run_records_9"."updated_at", "run_records_9"."started_at", "run_records_9"."created_at"),
                                (
                                  select
                                    max("token_usage_7"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "observability"."token_usage" as "token_usage_7"
                                  where
                                    "token_usage_7"."run_id" = "run_records_9"."run_id"
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
                                    "run_records_10"."record_kind" = 'report'
                                ) as reports,
                                string_agg(
                                  case "run_records_10"."record_kind"
                                    when 'step' then "run_records_10"."step"
                                    else 'the report'
                                  end,
                                  ', '
                                  order by
                                    "run_records_10"."id"
                                ) filter (
                                  where
                                    (
                                      "run_records_10"."status" in ('failed', 'error')
                                      or "run_records_10"."agentic_status" in ('failed', 'error')
                                    )
                                ) as failed,
                                max(
                                  greatest(
                                    "run_records_10"."updated_at",
                                    "run_records_10"."finished_at",
                                    "run_records_10"."started_at",
                                    "run_records_10"."created_at"
                                  )
                                ) filter (
                                  where
                                    "run_records_10"."record_kind" = 'step'
                                ) as last_step_at,
                                max(
                                  greatest(
                                    "run_records_10"."updated_at",
                                    "run_records_10"."finished_at",
                                    "run_records_10"."started_at",
                                    "run_records_10"."created_at"
                                  )
                                ) filter (
                                  where
                                    "run_records_10"."record_kind" = 'report'
                                ) as last_report_at
                              from
                                "workflow"."run_records" as "run_records_10"
                              where
                                "run_records_10"."run_id" = "run_records_9"."run_id"
                                and "run_records_10"."record_kind" in ('step', 'report')
                            ) as "found"
                        ) in ('running', 'stalled')
                      end
                    union all
                    select
                      "run_records_11"."run_id" as "run_id",
                      "run_records_11"."parent_run_id" as "parent_run_id",
                      coalesce(
                        "run_records_11"."finished_at",
                        "run_records_11"."updated_at",
                        "run_records_11"."created_at"
                      ) as "last_activity_at"
                    from
                      "workflow"."run_records" as "run_records_11"
                    where
                      "page"."kind" = 'failed_with_report'
                      and "run_records_11"."record_kind" = 'run'
                      and case
                        when "run_records_11"."record_kind" = 'run' then "run_records_11"."step" = ''
                        and "run_records_11"."record_key" = 'main'
                      end
                      and case
                        when exists (
                          select
                          from
                            "workflow"."run_records" as "run_records_12"
                          where
                            "run_records_12"."run_id" = "run_records_11"."run_id"
                            and "run_records_12"."record_kind" = 'report'
                        ) then (
                          select
                            case
                              when "run_records_11"."status" in ('failed', 'error') then 'failed'
                              when (
                                "run_records_11"."status" = 'completed'
                                or (
                                  "run_records_11"."finished_at" is not null
                                  and coalesce("run_records_11"."status" in ('running', 'queued', 'started', 'pending'), true)
                                )
                                or (
                                  "run_records_11"."id" is null
                                  and "found_2".reports > 0
                                )
                              )
                              and "found_2".failed is not null then 'completed_with_failures'
                              when (
                                "run_records_11"."status" = 'completed'
                                or (
                                  "run_records_11"."finished_at" is not null
                                  and coalesce("run_records_11"."status" in ('running', 'queued', 'started', 'pending'), true)
                                )
                                or (
                                  "run_records_11"."id" is null
                                  and "found_2".reports > 0
                                )
                              ) then 'completed'
                              when "run_records_11"."id" is null
                              and "found_2".parts = 0 then 'unknown'
                              when not coalesce("run_records_11"."status" in ('running', 'queued', 'started', 'pending'), true) then 'unknown'
                              when greatest(
                                "found_2".last_step_at,
                                "found_2".last_report_at,
                                greatest(
                                  "run_records_11"."updated_at",
                                  "run_records_11"."started_at",
                                  "run_records_11"."created_at"
                                ),
                                (
                                  select
                                    max("token_usage_8"."created_at") filter (
                                      where
                                        true
                                    )
                                  from
                                    "observability"."token_usage" as "token_usage_8"
                                  where
                                    "token_usage_8"."run_id" = "run_records_11"."run_id"
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
                                    "run_records_13"."record_kind" = 'report'
                                ) as reports,
                                string_agg(
                                  case "run_records_13"."record_kind"
                                    when 'step' then "run_records_13"."step"
                                    else 'the report'
                                  end,
                                  ', '
                                  order by
                                    "run_records_13"."id"
                                ) filter (
                                  where
                                    (
                                      "run_records_13"."status" in ('failed', 'error')
                                      or "run_records_13"."agentic_status" in ('failed', 'error')
                                    )
                                ) as failed,
                                max(
                                  greatest(
                                    "run_records_13"."updated_at",
                                    "run_records_13"."finished_at",
                                    "run_records_13"."started_at",
                                    "run_records_13"."created_at"
                                  )
                                ) filter (
                                  where
                                    "run_records_13"."record_kind" = 'step'
                                ) as last_step_at,
                                max(
                                  greatest(
                                    "run_records_13"."updated_at",
                                    "run_records_13"."finished_at",
                                    "run_records_13"."started_at",
                                    "run_records_13"."created_at"
                                  )
                                ) filter (
                                  where
                                    "run_records_13"."record_kind" = 'report'
                                ) as last_report_at
                              from
                                "workflow"."run_records" as "run_records_13"
                              where
                                "run_records_13"."run_id" = "run_records_11"."run_id"
                                and "run_records_13"."record_kind" in ('step', 'report')
                            ) as "found_2"
                        ) in ('failed', 'completed_with_failures')
                      end
                    union all
                    select
                      "run_records_14"."run_id" as "run_id",
                      "run_records_14"."parent_run_id" as "parent_run_id",
                      coalesce(
                        "run_records_14"."finished_at",
                        "run_records_14"."updated_at",
                        "run_records_14"."created_at"
                      ) as "last_activity_at"
                    from
                      "workflow"."run_records" as "run_records_14"
                    where
                      "page"."kind" = 'missing_questions'
                      and "run_records_14"."record_kind" = 'run'
                      and case
                        when "run_records_14"."record_kind" = 'run' then "run_records_14"."step" = ''
                        and "run_records_14"."record_key" = 'main'
                      end
                      and "run_records_14"."run_id" in (
                        select
                          "run_records_15"."run_id"
                        from
                          "workflow"."run_records" as "run_records_15"
                        where
                          "run_records_15"."record_kind" = 'run'
                          and "run_records_15"."step" = ''
                          and "run_records_15"."record_key" = 'main'
                          and "run_records_15"."report_question_count" > (
                            select
                              count(*)
                            from
                              "workflow"."run_records" as "run_records_16"
                            where
                              "run_records_16"."run_id" = "run_records_15"."run_id"
                              and "run_records_16"."record_kind" = 'question'
                          )
                      )
                  ) as "found_3"
                where
                  true
                order by
                  "found_3"."last_activity_at" desc,
                  "found_3"."run_id" desc
                limit
                  2
              ) as "page_3"
          )
        )
      )
    from
      (
        select
          "audit"."stale_after_hours" as "stale_after_hours",
          "audit"."kind" as "kind",
          case "audit"."kind"
            when 'usage_of_unknown_run' then (
              select
                json_build_object(
                  'count',
                  count(*),
                  'oldestAt',
                  min(coalesce("token_usage"."created_at", null::timestamptz))
                )
              from
                "observability"."token_usage" as "token_usage"
              where
                "token_usage"."run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records"
                  where
                    "run_records"."run_id" = "token_usage"."run_id"
                    and "run_records"."record_kind" = 'run'
                    and "run_records"."step" = ''
                    and "run_records"."record_key" = 'main'
                )
            )
            when 'dangling_parent' then (
              select
                json_build_object(
                  'count',
                  count(*),
                  'oldestAt',
                  min(coalesce("run_records_2"."started_at", "run_records_2"."created_at", null::timestamptz))
                )
              from
                "workflow"."run_records" as "run_records_2"
              where
                "run_records_2"."record_kind" = 'run'
                and case
                  when "run_records_2"."record_kind" = 'run' then "run_records_2"."step" = ''
                  and "run_records_2"."record_key" = 'main'
                end
                and "run_records_2"."parent_run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records_3"
                  where
                    "run_records_3"."run_id" = "run_records_2"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "observability"."token_usage" as "token_usage_2"
                  where
                    "token_usage_2"."run_id" = "run_records_2"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "indexing"."pipeline_runs" as "pipeline_runs"
                  where
                    "pipeline_runs"."workflow_run_id" = "run_records_2"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "ingestion"."prep_manifests" as "prep_manifests"
                  where
                    "prep_manifests"."run_id" = "run_records_2"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "retrieval"."retrieval_events" as "retrieval_events"
                  where
                    "retrieval_events"."run_id" = "run_records_2"."parent_run_id"
                )
            )
            when 'shard_without_vectors' then (
              select
                json_build_object(
                  'count',
                  count(*),
                  'oldestAt',
                  min(coalesce("index_shards"."created_at", null::timestamptz))
                )
              from
                "indexing"."index_shards" as "index_shards"
              where
                not exists (
                  select
                  from
                    "indexing"."vectors" as "vectors"
                  where
                    "vectors"."pipeline_run_id" = "index_shards"."pipeline_run_id"
                )
            )
          end as "figures",
          null as "lack"
        from
          (
            select
              asked.kind,
              asked.place::integer as place,
              $1::integer as stale_after_hours
            from
              unnest($2::text[]) with ordinality as asked (kind, place)
          ) as "audit"
        where
          true
        order by
          "audit"."place"
        limit
          501
      ) as "page"
  )::text as answer
