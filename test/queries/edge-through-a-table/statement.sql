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
            json_build_array(json_agg("page_2"."shard_name"::text))
          from
            (
              select
                "page"."shard_name" as "shard_name",
                "page"."id" as "id"
              from
                "indexing"."pipeline_runs" as "pipeline_runs_2"
                cross join lateral (
                  select
                    "index_shards"."shard_name" as "shard_name",
                    "index_shards"."id" as "id"
                  from
                    "indexing"."index_shards" as "index_shards"
                  where
                    "index_shards"."pipeline_run_id" = "pipeline_runs_2"."id"
                  order by
                    "index_shards"."id" asc
                  limit
                    2
                ) as "page"
              where
                "pipeline_runs_2"."workflow_run_id" = "key"."runId"
              order by
                "page"."id" asc
              limit
                2
            ) as "page_2"
        ),
        (
          select
            count(*)
          from
            "indexing"."pipeline_runs" as "pipeline_runs_3"
            cross join "indexing"."index_shards" as "index_shards_2"
          where
            "pipeline_runs_3"."workflow_run_id" = "key"."runId"
            and "index_shards_2"."pipeline_run_id" = "pipeline_runs_3"."id"
        )
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
