select
  (
    select
      json_build_array(json_agg("page"."run_id"::text), json_agg("page"."status"::text))
    from
      (
        with
          "step" as materialized (
            select
              "run_records"."run_id" as "run_id",
              "run_records"."status" as "status"
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
