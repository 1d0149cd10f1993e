select
  (
    select
      json_build_array(json_agg("page"."id"::text))
    from
      (
        with
          "step" as materialized (
            select
              "run_records"."id" as "id"
            from
              "workflow"."run_records" as "run_records"
            where
              true
            order by
              "run_records"."finished_at" desc,
              "run_records"."step" asc,
              "run_records"."id" asc
            limit
              6
          )
        select
          *
        from
          "step"
        limit
          $1::integer
      ) as "page"
  )::text as answer
