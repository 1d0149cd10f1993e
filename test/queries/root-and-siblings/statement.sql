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
          json_build_array("last"."run_id"::text)
        from
          (
            with recursive
              "last" as (
                select
                  "key"."runId" as "run_id",
                  "header"."parent_run_id" as "parent_run_id",
                  0 as distance
                union
                select
                  next.*
                from
                  "last"
                  cross join lateral (
                    select
                      "runs".run_id as "run_id",
                      "header_2"."parent_run_id" as "parent_run_id",
                      "last"."distance" + 1 as distance
                    from
                      (
                        select
                          "last"."parent_run_id"
                        where
                          "last"."parent_run_id" is not null
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
                  ) as next
                where
                  "last"."distance" < 100
              )
            select
              "run_id",
              distance
            from
              "last"
            order by
              distance desc
            limit
              1
          ) as "last"
          left join "workflow"."run_records" as "run_records_5" on "run_records_5"."run_id" = "last"."run_id"
          and "run_records_5"."record_kind" = 'run'
          and "run_records_5"."step" = ''
          and "run_records_5"."record_key" = 'main'
        where
          "last"."run_id" is not null
          and "last"."distance" < 100
        order by
          "last"."run_id"
        limit
          1
      ),
      (
        select
          json_build_array(json_agg("page"."run_id"::text), json_agg("page"."trigger_source"::text))
        from
          (
            select
              "run_records_6"."run_id" as "run_id",
              "run_records_6"."trigger_source" as "trigger_source"
            from
              "workflow"."run_records" as "run_records_6"
            where
              "run_records_6"."parent_run_id" = "header"."parent_run_id"
              and "run_records_6"."record_kind" = 'run'
              and case
                when "run_records_6"."record_kind" = 'run' then "run_records_6"."step" = ''
                and "run_records_6"."record_key" = 'main'
              end
              and "header"."parent_run_id" <> ''
              and "run_records_6"."run_id" <> "key"."runId"
            order by
              coalesce("run_records_6"."finished_at", "run_records_6"."updated_at", "run_records_6"."created_at") desc,
              "run_records_6"."run_id" desc
            limit
              5
          ) as "page"
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
