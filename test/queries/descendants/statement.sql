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
            json_build_array(json_agg("page"."run_id"::text), json_agg("page"."edge_distance"))
          from
            (
              select
                "found"."run_id" as "run_id",
                "found"."distance" as "edge_distance"
              from
                (
                  with recursive
                    "found" as (
                      select
                        "run_records_3"."run_id" as "run_id",
                        1 as distance
                      from
                        "workflow"."run_records" as "run_records_3"
                      where
                        "run_records_3"."parent_run_id" = "key"."runId"
                        and "run_records_3"."record_kind" = 'run'
                        and case
                          when "run_records_3"."record_kind" = 'run' then "run_records_3"."step" = ''
                          and "run_records_3"."record_key" = 'main'
                        end
                      union
                      select
                        next.*
                      from
                        "found"
                        cross join lateral (
                          select
                            "run_records_4"."run_id" as "run_id",
                            "found"."distance" + 1 as distance
                          from
                            "workflow"."run_records" as "run_records_4"
                          where
                            "run_records_4"."parent_run_id" = "found"."run_id"
                            and "run_records_4"."record_kind" = 'run'
                            and case
                              when "run_records_4"."record_kind" = 'run' then "run_records_4"."step" = ''
                              and "run_records_4"."record_key" = 'main'
                            end
                        ) as next
                      where
                        "found"."distance" < $1::integer
                    )
                  select
                    "run_id",
                    min(distance) as distance
                  from
                    "found"
                  group by
                    "run_id"
                ) as "found"
                left join "workflow"."run_records" as "run_records_5" on "run_records_5"."run_id" = "found"."run_id"
                and "run_records_5"."record_kind" = 'run'
                and "run_records_5"."step" = ''
                and "run_records_5"."record_key" = 'main'
              where
                "found"."run_id" is not null
                and "found"."run_id" <> "key"."runId"
              order by
                coalesce(
                  coalesce("run_records_5"."finished_at", "run_records_5"."updated_at", "run_records_5"."created_at"),
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
                        "run_records_6"."run_id" = "found"."run_id"
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
                        "token_usage_2"."run_id" = "found"."run_id"
                    ),
                    (
                      select
                        max("pipeline_runs_2"."created_at") filter (
                          where
                            true
                        )
                      from
                        "indexing"."pipeline_runs" as "pipeline_runs_2"
                      where
                        "pipeline_runs_2"."workflow_run_id" = "found"."run_id"
                    ),
                    (
                      select
                        max("prep_manifests_2"."created_at") filter (
                          where
                            true
                        )
                      from
                        "ingestion"."prep_manifests" as "prep_manifests_2"
                      where
                        "prep_manifests_2"."run_id" = "found"."run_id"
                    ),
                    (
                      select
                        max("retrieval_events_2"."created_at") filter (
                          where
                            true
                        )
                      from
                        "retrieval"."retrieval_events" as "retrieval_events_2"
                      where
                        "retrieval_events_2"."run_id" = "found"."run_id"
                    )
                  )
                ) desc,
                "found"."run_id" desc
              limit
                20
            ) as "page"
        ),
        (
          select
            count(*)
          from
            (
              with recursive
                "found_2" as (
                  select
                    "run_records_7"."run_id" as "run_id",
                    1 as distance
                  from
                    "workflow"."run_records" as "run_records_7"
                  where
                    "run_records_7"."parent_run_id" = "key"."runId"
                    and "run_records_7"."record_kind" = 'run'
                    and case
                      when "run_records_7"."record_kind" = 'run' then "run_records_7"."step" = ''
                      and "run_records_7"."record_key" = 'main'
                    end
                  union
                  select
                    next.*
                  from
                    "found_2"
                    cross join lateral (
                      select
                        "run_records_8"."run_id" as "run_id",
                        "found_2"."distance" + 1 as distance
                      from
                        "workflow"."run_records" as "run_records_8"
                      where
                        "run_records_8"."parent_run_id" = "found_2"."run_id"
                        and "run_records_8"."record_kind" = 'run'
                        and case
                          when "run_records_8"."record_kind" = 'run' then "run_records_8"."step" = ''
                          and "run_records_8"."record_key" = 'main'
                        end
                    ) as next
                  where
                    "found_2"."distance" < $2::integer
                )
              select
                "run_id",
                min(distance) as distance
              from
                "found_2"
              group by
                "run_id"
            ) as "found_2"
            left join "workflow"."run_records" as "run_records_9" on "run_records_9"."run_id" = "found_2"."run_id"
            and "run_records_9"."record_kind" = 'run'
            and "run_records_9"."step" = ''
            and "run_records_9"."record_key" = 'main'
          where
            "found_2"."run_id" is not null
            and "found_2"."run_id" <> "key"."runId"
        )
      )
    )
  end::text as answer
from
  (
    select
      $3::text as "runId",
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
