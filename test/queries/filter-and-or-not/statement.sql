select
  (
    select
      json_build_array(json_agg("page"."id"::text), json_agg("page"."status"::text))
    from
      (
        with
          "step" as materialized (
            select
              "run_records"."id" as "id",
              "run_records"."status" as "status"
            from
              "workflow"."run_records" as "run_records"
            where
              (
                (
                  "run_records"."status" = $1::text
                  or (not ("run_records"."status" is not null))
                )
                and "run_records"."record_kind" = any ($2::text[])
              )
            order by
              "run_records"."created_at" desc,
              "run_records"."id" desc
            limit
              5
          )
        select
          *
        from
          "step"
        limit
          $3::integer
      ) as "page"
  )::text as answer
