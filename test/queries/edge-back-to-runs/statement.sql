select
  (
    select
      json_build_array(
        json_agg(
          (
            select
              json_build_array(json_agg("page_2"."run_id"::text), json_agg("page_2"."status"::text))
            from
              (
                select
                  "runs".run_id as "run_id",
                  "header"."status" as "status"
                from
                  (
                    select distinct
                      "pipeline_runs"."workflow_run_id"
                    from
                      "indexing"."vectors" as "vectors"
                      cross join "indexing"."pipeline_runs" as "pipeline_runs"
                    where
                      "vectors"."doc_id" = "page"."doc_id"
                      and "pipeline_runs"."id" = "vectors"."pipeline_run_id"
                      and "pipeline_runs"."workflow_run_id" is not null
                  ) as "runs" (run_id)
                  left join lateral (
                    select
                      "run_records"."status" as "status",
                      "run_records"."finished_at" as "finished_at",
                      "run_records"."updated_at" as "updated_at",
                      "run_records"."created_at" as "created_at"
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
                  true
                order by
                  coalesce(
                    coalesce("header"."finished_at", "header"."updated_at", "header"."created_at"),
                    greatest(
                      (
                        select
                          max("run_records_2"."created_at") filter (
                            where
                              true
                          )
                        from
                          "workflow"."run_records" as "run_records_2"
                        where
                          "run_records_2"."run_id" = "runs".run_id
                      ),
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
                  2
              ) as "page_2"
          )
        )
      )
    from
      (
        select
          "documents"."doc_id" as "doc_id"
        from
          "ingestion"."documents" as "documents"
        where
          true
        order by
          "documents"."doc_id" asc
        limit
          1
      ) as "page"
  )::text as answer
