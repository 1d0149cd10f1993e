select
  (
    select
      json_build_array(
        json_agg("page"."run_id"::text),
        json_agg(
          (
            select
              json_build_array(count("token_usage"."id"), coalesce(sum("token_usage"."total_tokens"), 0))
            from
              "observability"."token_usage" as "token_usage"
            where
              "token_usage"."run_id" = "page"."run_id"
          )
        ),
        json_agg(
          (
            select
              count(*)
            from
              "indexing"."pipeline_runs" as "pipeline_runs"
              cross join "indexing"."index_shards" as "index_shards"
            where
              "pipeline_runs"."workflow_run_id" = "page"."run_id"
              and "index_shards"."pipeline_run_id" = "pipeline_runs"."id"
          )
        )
      )
    from
      (
        with
          "step" as materialized (
            select
              "run_records"."run_id" as "run_id"
            from
              "workflow"."run_records" as "run_records"
            where
              "run_records"."record_kind" = 'run'
              and case
                when "run_records"."record_kind" = 'run' then "run_records"."step" = ''
                and "run_records"."record_key" = 'main'
              end
            order by
              coalesce("run_records"."finished_at", "run_records"."updated_at", "run_records"."created_at") desc,
              "run_records"."run_id" desc
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
  )::text as answer
