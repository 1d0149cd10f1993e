select
  (
    select
      json_build_array(json_agg("page"."id"::text), json_agg("page"."id"::text), json_agg("page"."created_at"))
    from
      (
        select
          "pipeline_runs"."id" as "id",
          "pipeline_runs"."created_at" as "created_at"
        from
          "indexing"."pipeline_runs" as "pipeline_runs"
        where
          true
        order by
          "pipeline_runs"."id" asc
        limit
          1
      ) as "page"
  )::text as answer
