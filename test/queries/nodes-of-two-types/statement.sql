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
                  json_build_array("documents"."doc_id"::text)
                from
                  "ingestion"."documents" as "documents"
                where
                  "documents"."doc_id" = "page"."key"
                order by
                  "documents"."doc_id"
                limit
                  1
              )
            )
            when 'WorkflowRun' then json_build_array(
              1,
              (
                select
                  json_build_array("runs".run_id::text, "header"."status"::text)
                from
                  (
                    select
                      "page"."key"
                  ) as "runs" (run_id)
                  left join lateral (
                    select
                      "run_records"."id" as "id",
                      "run_records"."status" as "status"
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
          501
      ) as "page"
  )::text as answer
