select
  (
    select
      json_build_array(
        json_agg("page"."record_key"::text),
        json_agg("page"."finished_at"),
        json_agg("page"."finished_at"),
        json_agg("page"."id"::text)
      )
    from
      (
        with
          "step" as materialized (
            select
              "run_records"."record_key" as "record_key",
              "run_records"."finished_at" as "finished_at",
              "run_records"."id" as "id"
            from
              "workflow"."run_records" as "run_records"
            where
              "run_records"."run_id" = (
                select
                  $1::text
                limit
                  1
              )
            order by
              "run_records"."finished_at" desc nulls last,
              "run_records"."id" desc
            limit
              5
          )
        select
          *
        from
          "step"
        limit
          $2::integer
      ) as "page"
  )::text as answer
