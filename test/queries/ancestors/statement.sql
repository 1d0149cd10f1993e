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
                      "runs".run_id as "run_id",
                      "header_2"."parent_run_id" as "parent_run_id",
                      1 as distance
                    from
                      (
                        select
                          "header"."parent_run_id"
                        where
                          "header"."parent_run_id" is not null
                      ) as "runs" (run_id)
                      left join lateral (
                        select
                          "run_records_3"."id" as "id",
                          "run_records_3"."parent_run_id" as "parent_run_id"
                        from
                          "workflow"."run_records" as "run_records_3"
                        where
                          "run_records_3"."run_id" = "runs".run_id
                          and "run_records_3"."record_kind" = 'run'
                          and "run_records_3"."step" = ''
                          and "run_records_3"."record_key" = 'main'
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
                              "workflow"."run_records" as "run_records_4"
                            where
                              "run_records_4"."run_id" = "runs".run_id
                          )
                          or exists (
                            select
                            from
                              "observability"."token_usage" as "token_usage_2"
                            where
                              "token_usage_2"."run_id" = "runs".run_id
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
                              "ingestion"."prep_manifests" as "prep_manifests_2"
                            where
                              "prep_manifests_2"."run_id" = "runs".run_id
                          )
                          or exists (
                            select
                            from
                              "retrieval"."retrieval_events" as "retrieval_events_2"
                            where
                              "retrieval_events_2"."run_id" = "runs".run_id
                          )
                        )
                      end
                    union
                    select
                      next.*
                    from
                      "found"
                      cross join lateral (
                        select
                          "runs_2".run_id as "run_id",
                          "header_3"."parent_run_id" as "parent_run_id",
                          "found"."distance" + 1 as distance
                        from
                          (
                            select
                              "found"."parent_run_id"
                            where
                              "found"."parent_run_id" is not null
                          ) as "runs_2" (run_id)
                          left join lateral (
                            select
                              "run_records_5"."id" as "id",
                              "run_records_5"."parent_run_id" as "parent_run_id"
                            from
                              "workflow"."run_records" as "run_records_5"
                            where
                              "run_records_5"."run_id" = "runs_2".run_id
                              and "run_records_5"."record_kind" = 'run'
                              and "run_records_5"."step" = ''
                              and "run_records_5"."record_key" = 'main'
                            limit
                              1
                          ) as "header_3" on true
                        where
                          case
                            when "header_3"."id" is not null then true
                            else (
                              exists (
                                select
                                from
                                  "workflow"."run_records" as "run_records_6"
                                where
                                  "run_records_6"."run_id" = "runs_2".run_id
                              )
                              or exists (
                                select
                                from
                                  "observability"."token_usage" as "token_usage_3"
                                where
                                  "token_usage_3"."run_id" = "runs_2".run_id
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
                                  "ingestion"."prep_manifests" as "prep_manifests_3"
                                where
                                  "prep_manifests_3"."run_id" = "runs_2".run_id
                              )
                              or exists (
                                select
                                from
                                  "retrieval"."retrieval_events" as "retrieval_events_3"
                                where
                                  "retrieval_events_3"."run_id" = "runs_2".run_id
                              )
                            )
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
              left join "workflow"."run_records" as "run_records_7" on "run_records_7"."run_id" = "found"."run_id"
              and "run_records_7"."record_kind" = 'run'
              and "run_records_7"."step" = ''
              and "run_records_7"."record_key" = 'main'
            where
              "found"."run_id" is not null
              and "found"."run_id" <> "key"."runId"
            order by
              coalesce(
                coalesce("run_records_7"."finished_at", "run_records_7"."updated_at", "run_records_7"."created_at"),
                greatest(
                  (
                    select
                      max("run_records_8"."created_at") filter (
                        where
                          true
                      )
                    from
                      "workflow"."run_records" as "run_records_8"
                    where
                      "run_records_8"."run_id" = "found"."run_id"
                  ),
                  (
                    select
                      max("token_usage_4"."created_at") filter (
                        where
                          true
                      )
                    from
                      "observability"."token_usage" as "token_usage_4"
                    where
                      "token_usage_4"."run_id" = "found"."run_id"
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
                      "pipeline_runs_4"."workflow_run_id" = "found"."run_id"
                  ),
                  (
                    select
                      max("prep_manifests_4"."created_at") filter (
                        where
                          true
                      )
                    from
                      "ingestion"."prep_manifests" as "prep_manifests_4"
                    where
                      "prep_manifests_4"."run_id" = "found"."run_id"
                  ),
                  (
                    select
                      max("retrieval_events_4"."created_at") filter (
                        where
                          true
                      )
                    from
                      "retrieval"."retrieval_events" as "retrieval_events_4"
                    where
                      "retrieval_events_4"."run_id" = "found"."run_id"
                  )
                )
              ) desc,
              "found"."run_id" desc
            limit
              20
          ) as "page"
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
      "run_records"."id" as "id",
      "run_records"."parent_run_id" as "parent_run_id"
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
