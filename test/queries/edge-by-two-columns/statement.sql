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
          json_build_array(
            json_agg("page"."record_key"::text),
            json_agg(
              (
                select
                  count(*)
                from
                  "observability"."token_usage" as "token_usage_2"
                where
                  "token_usage_2"."run_id" = "page"."run_id"
                  and case
                    when "page"."record_kind" = 'question' then "token_usage_2"."question_id" = "page"."question_id"
                    when "page"."record_kind" = 'step' then case
                      when "token_usage_2"."step" = 'prep'
                      or starts_with("token_usage_2"."step", 'prep_') then 'prep'
                      when "token_usage_2"."step" = 'ingest'
                      or starts_with("token_usage_2"."step", 'ingest_') then 'ingest'
                      when "token_usage_2"."step" = 'enrich'
                      or starts_with("token_usage_2"."step", 'enrich_') then 'enrich'
                      when "token_usage_2"."step" = 'econ_data'
                      or starts_with("token_usage_2"."step", 'econ_data_') then 'econ_data'
                      when "token_usage_2"."step" = 'agentic'
                      or starts_with("token_usage_2"."step", 'agentic_') then 'agentic'
                      when "token_usage_2"."step" = 'index'
                      or starts_with("token_usage_2"."step", 'index_') then 'index'
                      when "token_usage_2"."step" = 'evaluate'
                      or starts_with("token_usage_2"."step", 'evaluate_') then 'evaluate'
                      when "token_usage_2"."step" = 'report'
                      or starts_with("token_usage_2"."step", 'report_') then 'report'
                    end = "page"."step"
                    else false
                  end
              )
            )
          )
        from
          (
            select
              "run_records_3"."record_key" as "record_key",
              "run_records_3"."run_id" as "run_id",
              "run_records_3"."record_kind" as "record_kind",
              "run_records_3"."question_id" as "question_id",
              "run_records_3"."step" as "step"
            from
              "workflow"."run_records" as "run_records_3"
            where
              "run_records_3"."run_id" = "key"."runId"
              and "run_records_3"."record_kind" = $1::text
            order by
              "run_records_3"."id" asc
            limit
              2
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
