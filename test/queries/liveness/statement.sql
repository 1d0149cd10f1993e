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
                  "token_usage_2"."run_id" = "key"."runId"
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
              "run_records_3"."run_id" = "key"."runId"
              and "run_records_3"."record_kind" in ('step', 'report')
          ) as "found"
      )::text,
      (
        select
          json_build_array("liveness"."last_sign_at", "liveness"."last_sign_from"::text)
        from
          (
            select
              greatest(
                "found_2".last_step_at,
                "found_2".last_report_at,
                greatest("run_records_4"."updated_at", "run_records_4"."started_at", "run_records_4"."created_at"),
                (
                  select
                    max("token_usage_3"."created_at") filter (
                      where
                        true
                    )
                  from
                    "observability"."token_usage" as "token_usage_3"
                  where
                    "token_usage_3"."run_id" = "run".run_id
                )
              ) as last_sign_at,
              case greatest(
                  "found_2".last_step_at,
                  "found_2".last_report_at,
                  greatest("run_records_4"."updated_at", "run_records_4"."started_at", "run_records_4"."created_at"),
                  (
                    select
                      max("token_usage_3"."created_at") filter (
                        where
                          true
                      )
                    from
                      "observability"."token_usage" as "token_usage_3"
                    where
                      "token_usage_3"."run_id" = "run".run_id
                  )
                )
                when "found_2".last_step_at then 'step'
                when "found_2".last_report_at then 'report'
                when greatest("run_records_4"."updated_at", "run_records_4"."started_at", "run_records_4"."created_at") then 'header'
                when (
                  select
                    max("token_usage_3"."created_at") filter (
                      where
                        true
                    )
                  from
                    "observability"."token_usage" as "token_usage_3"
                  where
                    "token_usage_3"."run_id" = "run".run_id
                ) then 'usage'
              end as last_sign_from,
              case
                when "run_records_4"."status" in ('failed', 'error') then 'failed'
                when (
                  "run_records_4"."status" = 'completed'
                  or (
                    "run_records_4"."finished_at" is not null
                    and coalesce("run_records_4"."status" in ('running', 'queued', 'started', 'pending'), true)
                  )
                  or (
                    "run_records_4"."id" is null
                    and "found_2".reports > 0
                  )
                )
                and "found_2".failed is not null then 'completed_with_failures'
                when (
                  "run_records_4"."status" = 'completed'
                  or (
                    "run_records_4"."finished_at" is not null
                    and coalesce("run_records_4"."status" in ('running', 'queued', 'started', 'pending'), true)
                  )
                  or (
                    "run_records_4"."id" is null
                    and "found_2".reports > 0
                  )
                ) then 'completed'
                when "run_records_4"."id" is null
                and "found_2".parts = 0 then 'unknown'
                when not coalesce("run_records_4"."status" in ('running', 'queued', 'started', 'pending'), true) then 'unknown'
                when greatest(
                  "found_2".last_step_at,
                  "found_2".last_report_at,
                  greatest("run_records_4"."updated_at", "run_records_4"."started_at", "run_records_4"."created_at"),
                  (
                    select
                      max("token_usage_3"."created_at") filter (
                        where
                          true
                      )
                    from
                      "observability"."token_usage" as "token_usage_3"
                    where
                      "token_usage_3"."run_id" = "run".run_id
                  )
                ) < now() - '6 hours'::interval then 'stalled'
                when true then 'running'
              end as outcome
            from
              (
                select
                  "key"."runId" as run_id
              ) as "run"
              left join "workflow"."run_records" as "run_records_4" on "run_records_4"."run_id" = "run".run_id
              and "run_records_4"."record_kind" = 'run'
              and "run_records_4"."step" = ''
              and "run_records_4"."record_key" = 'main'
              cross join lateral (
                select
                  count(*) as parts,
                  count(*) filter (
                    where
                      "run_records_5"."record_kind" = 'report'
                  ) as reports,
                  string_agg(
                    case "run_records_5"."record_kind"
                      when 'step' then "run_records_5"."step"
                      else 'the report'
                    end,
                    ', '
                    order by
                      "run_records_5"."id"
                  ) filter (
                    where
                      (
                        "run_records_5"."status" in ('failed', 'error')
                        or "run_records_5"."agentic_status" in ('failed', 'error')
                      )
                  ) as failed,
                  max(
                    greatest(
                      "run_records_5"."updated_at",
                      "run_records_5"."finished_at",
                      "run_records_5"."started_at",
                      "run_records_5"."created_at"
                    )
                  ) filter (
                    where
                      "run_records_5"."record_kind" = 'step'
                  ) as last_step_at,
                  max(
                    greatest(
                      "run_records_5"."updated_at",
                      "run_records_5"."finished_at",
                      "run_records_5"."started_at",
                      "run_records_5"."created_at"
                    )
                  ) filter (
                    where
                      "run_records_5"."record_kind" = 'report'
                  ) as last_report_at
                from
                  "workflow"."run_records" as "run_records_5"
                where
                  "run_records_5"."run_id" = "run".run_id
                  and "run_records_5"."record_kind" in ('step', 'report')
              ) as "found_2"
          ) as "liveness"
        where
          true
        order by
          "liveness"."last_sign_at"
        limit
          1
      )
    )
  end::text as answer
from
  (
    select
      $1::text as "runId",
      1 as n
    limit
      1
  ) as "key"
  left join lateral (
    select
      "run_records"."id" as "id",
      "run_records"."updated_at" as "updated_at",
      "run_records"."started_at" as "started_at",
      "run_records"."created_at" as "created_at",
      "run_records"."status" as "status",
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
