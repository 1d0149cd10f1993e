select
  (
    select
      json_build_array(json_agg("page"."run_id"::text))
    from
      (
        select
          "runs".run_id as "run_id"
        from
          (
            with recursive
              "headers" (run_id) as materialized (
                select
                  "run_records_2"."run_id"
                from
                  "workflow"."run_records" as "run_records_2"
                where
                  "run_records_2"."record_kind" = 'run'
                  and "run_records_2"."step" = ''
                  and "run_records_2"."record_key" = 'main'
              ),
              "ends" (run_id) as materialized (
                (
                  select
                    "run_records"."run_id"
                  from
                    "workflow"."run_records" as "run_records"
                  where
                    "run_records"."run_id" is not null
                  order by
                    "run_records"."run_id" asc
                  limit
                    1
                )
                union all
                (
                  select
                    "run_records"."run_id"
                  from
                    "workflow"."run_records" as "run_records"
                  where
                    "run_records"."run_id" is not null
                  order by
                    "run_records"."run_id" desc
                  limit
                    1
                )
                union all
                (
                  select
                    "token_usage"."run_id"
                  from
                    "observability"."token_usage" as "token_usage"
                  where
                    "token_usage"."run_id" is not null
                  order by
                    "token_usage"."run_id" asc
                  limit
                    1
                )
                union all
                (
                  select
                    "token_usage"."run_id"
                  from
                    "observability"."token_usage" as "token_usage"
                  where
                    "token_usage"."run_id" is not null
                  order by
                    "token_usage"."run_id" desc
                  limit
                    1
                )
              ),
              "gaps" (after, upto) as materialized (
                select
                  run_id,
                  lead(run_id) over (
                    order by
                      run_id
                  )
                from
                  (
                    select
                      run_id
                    from
                      "headers"
                    union all
                    select
                      run_id
                    from
                      "ends"
                  ) as bounds
              ),
              "ids" (run_id, upto) as (
                select
                  next.run_id,
                  "gaps".upto
                from
                  "gaps"
                  cross join lateral (
                    select
                      "run_records"."run_id"
                    from
                      "workflow"."run_records" as "run_records"
                    where
                      "run_records"."run_id" > "gaps".after
                      and "run_records"."run_id" < "gaps".upto
                    order by
                      "run_records"."run_id"
                    limit
                      1
                  ) as next (run_id)
                union all
                select
                  next.run_id,
                  "ids".upto
                from
                  "ids"
                  cross join lateral (
                    select
                      "run_records"."run_id"
                    from
                      "workflow"."run_records" as "run_records"
                    where
                      "run_records"."run_id" > "ids".run_id
                      and "run_records"."run_id" < "ids".upto
                    order by
                      "run_records"."run_id"
                    limit
                      1
                  ) as next (run_id)
              ),
              "ids_2" (run_id, upto) as (
                select
                  next.run_id,
                  "gaps".upto
                from
                  "gaps"
                  cross join lateral (
                    select
                      "token_usage"."run_id"
                    from
                      "observability"."token_usage" as "token_usage"
                    where
                      "token_usage"."run_id" > "gaps".after
                      and "token_usage"."run_id" < "gaps".upto
                    order by
                      "token_usage"."run_id"
                    limit
                      1
                  ) as next (run_id)
                union all
                select
                  next.run_id,
                  "ids_2".upto
                from
                  "ids_2"
                  cross join lateral (
                    select
                      "token_usage"."run_id"
                    from
                      "observability"."token_usage" as "token_usage"
                    where
                      "token_usage"."run_id" > "ids_2".run_id
                      and "token_usage"."run_id" < "ids_2".upto
                    order by
                      "token_usage"."run_id"
                    limit
                      1
                  ) as next (run_id)
              )
            select distinct
              "named".run_id
            from
              (
                select
                  run_id
                from
                  "ends"
                union all
                select
                  run_id
                from
                  "ids"
                union all
                select
                  run_id
                from
                  "ids_2"
                union all
                select
                  "pipeline_runs"."workflow_run_id"
                from
                  "indexing"."pipeline_runs" as "pipeline_runs"
                where
                  "pipeline_runs"."workflow_run_id" is not null
                union all
                select
                  "prep_manifests"."run_id"
                from
                  "ingestion"."prep_manifests" as "prep_manifests"
                where
                  "prep_manifests"."run_id" is not null
                union all
                select
                  "retrieval_events"."run_id"
                from
                  "retrieval"."retrieval_events" as "retrieval_events"
                where
                  "retrieval_events"."run_id" is not null
              ) as "named" (run_id)
            where
              not exists (
                select
                from
                  "headers"
                where
                  "headers".run_id = "named".run_id
              )
          ) as "runs" (run_id)
          left join lateral (
            select
              "run_records_3"."finished_at" as "finished_at",
              "run_records_3"."updated_at" as "updated_at",
              "run_records_3"."created_at" as "created_at"
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
                  max("run_records_4"."created_at") filter (
                    where
                      true
                  )
                from
                  "workflow"."run_records" as "run_records_4"
                where
                  "run_records_4"."run_id" = "runs".run_id
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
                  max("pipeline_runs_2"."created_at") filter (
                    where
                      true
                  )
                from
                  "indexing"."pipeline_runs" as "pipeline_runs_2"
                where
                  "pipeline_runs_2"."workflow_run_id" = "runs".run_id
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
                  "prep_manifests_2"."run_id" = "runs".run_id
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
                  "retrieval_events_2"."run_id" = "runs".run_id
              )
            )
          ) desc,
          "runs".run_id desc
        limit
          2
      ) as "page"
  )::text as answer
