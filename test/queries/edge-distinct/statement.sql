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
            json_build_array(json_agg("page"."doc_id"::text))
          from
            (
              with
                "step" as materialized (
                  select
                    "child"."doc_id" as "doc_id"
                  from
                    (
                      select distinct
                        "vectors"."doc_id"
                      from
                        "indexing"."pipeline_runs" as "pipeline_runs_2"
                        cross join "indexing"."vectors" as "vectors"
                      where
                        "pipeline_runs_2"."workflow_run_id" = "key"."runId"
                        and "vectors"."pipeline_run_id" = "pipeline_runs_2"."id"
                    ) as "keys" ("key_1")
                    cross join lateral (
                      select
                        "documents"."doc_id" as "doc_id"
                      from
                        "ingestion"."documents" as "documents"
                      where
                        "documents"."doc_id" = "keys"."key_1"
                      limit
                        1
                    ) as "child"
                  where
                    true
                  order by
                    "child"."doc_id" asc
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
              select distinct
                "vectors_2"."doc_id"
              from
                "indexing"."pipeline_runs" as "pipeline_runs_3"
                cross join "indexing"."vectors" as "vectors_2"
              where
                "pipeline_runs_3"."workflow_run_id" = "key"."runId"
                and "vectors_2"."pipeline_run_id" = "pipeline_runs_3"."id"
            ) as "keys_2" ("key_1")
            cross join lateral (
              select
              from
                "ingestion"."documents" as "documents_2"
              where
                "documents_2"."doc_id" = "keys_2"."key_1"
              limit
                1
            ) as "child_2"
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
