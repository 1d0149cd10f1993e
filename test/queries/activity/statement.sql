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
      json_build_array(
        (
          select
            json_build_array(
              json_agg("page"."at"),
              json_agg("page"."kind"::text),
              json_agg(
                case "page"."type"
                  when 'RunRecord' then json_build_array(
                    0,
                    (
                      select
                        json_build_array(
                          "run_records_4"."id"::text,
                          "run_records_4"."record_kind"::text,
                          "run_records_4"."step"::text
                        )
                      from
                        "workflow"."run_records" as "run_records_4"
                      where
                        "run_records_4"."id" = "page"."row_id"::bigint
                      order by
                        "run_records_4"."id"
                      limit
                        1
                    )
                  )
                  when 'TokenUsage' then json_build_array(
                    1,
                    (
                      select
                        json_build_array("token_usage_3"."id"::text, "token_usage_3"."model"::text)
                      from
                        "observability"."token_usage" as "token_usage_3"
                      where
                        "token_usage_3"."id" = "page"."row_id"::bigint
                      order by
                        "token_usage_3"."id"
                      limit
                        1
                    )
                  )
                  when 'RetrievalEvent' then json_build_array(
                    2,
                    (
                      select
                        json_build_array("retrieval_events_3"."id"::text)
                      from
                        "retrieval"."retrieval_events" as "retrieval_events_3"
                      where
                        "retrieval_events_3"."id" = "page"."row_id"::bigint
                      order by
                        "retrieval_events_3"."id"
                      limit
                        1
                    )
                  )
                  when 'AsyncJob' then json_build_array(
                    3,
                    (
                      select
                        json_build_array("async_jobs_2"."id"::text)
                      from
                        "workflow"."async_jobs" as "async_jobs_2"
                      where
                        "async_jobs_2"."id" = "page"."row_id"::bigint
                      order by
                        "async_jobs_2"."id"
                      limit
                        1
                    )
                  )
                end
              )
            )
          from
            (
              with
                "step" as materialized (
                  select
                    "activity"."at" as "at",
                    "activity"."kind" as "kind",
                    "activity"."type" as "type",
                    "activity"."id" as "row_id"
                  from
                    (
                      select
                        coalesce("run_records_3"."started_at", "run_records_3"."created_at") as "at",
                        'record' as "kind",
                        'RunRecord' as "type",
                        "run_records_3"."id" as "id"
                      from
                        "workflow"."run_records" as "run_records_3"
                      where
                        "run_records_3"."run_id" = "key"."runId"
                      union all
                      select
                        coalesce("token_usage_2"."created_at") as "at",
                        'call' as "kind",
                        'TokenUsage' as "type",
                        "token_usage_2"."id" as "id"
                      from
                        "observability"."token_usage" as "token_usage_2"
                      where
                        "token_usage_2"."run_id" = "key"."runId"
                      union all
                      select
                        coalesce("retrieval_events_2"."created_at") as "at",
                        'event' as "kind",
                        'RetrievalEvent' as "type",
                        "retrieval_events_2"."id" as "id"
                      from
                        "retrieval"."retrieval_events" as "retrieval_events_2"
                      where
                        "retrieval_events_2"."run_id" = "key"."runId"
                      union all
                      select
                        coalesce("async_jobs"."started_at", "async_jobs"."created_at") as "at",
                        'job' as "kind",
                        'AsyncJob' as "type",
                        "async_jobs"."id" as "id"
                      from
                        "workflow"."async_jobs" as "async_jobs"
                      where
                        ("async_jobs"."result_json" ->> 'run_id') = "key"."runId"
                    ) as "activity"
                  where
                    true
                  order by
                    "activity"."at" asc,
                    "activity"."kind" asc,
                    "activity"."id" asc
                  limit
                    5
                )
              select
                *
              from
                "step"
              limit
                $1::integer
            ) as "page"
        ),
        (
          select
            count(*)
          from
            (
              select
              from
                "workflow"."run_records" as "run_records_5"
              where
                "run_records_5"."run_id" = "key"."runId"
              union all
              select
              from
                "observability"."token_usage" as "token_usage_4"
              where
                "token_usage_4"."run_id" = "key"."runId"
              union all
              select
              from
                "retrieval"."retrieval_events" as "retrieval_events_4"
              where
                "retrieval_events_4"."run_id" = "key"."runId"
              union all
              select
              from
                "workflow"."async_jobs" as "async_jobs_3"
              where
                ("async_jobs_3"."result_json" ->> 'run_id') = "key"."runId"
            ) as "activity_2"
          where
            true
        )
      )
    )
  end::text as answer
from
  (
    select
      $2::text as "runId",
      1 as n
    limit
      1
  ) as "key"
  left join lateral (
    select
      "run_records"."id" as "id"
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
