select
  (
    with
      "page" as materialized (
        select
          "token_usage"."run_id" as "run_id",
          "token_usage"."id" as "id"
        from
          "observability"."token_usage" as "token_usage"
        where
          true
        order by
          "token_usage"."created_at" desc,
          "token_usage"."id" desc
        limit
          2
      )
    select
      json_build_array(
        json_agg("page"."run_id"::text),
        json_agg("page"."id"::text),
        (
          select
            json_build_array(
              json_agg("keys"."run_id"::text),
              json_agg(
                case
                  when "keys"."run_id" is not null then json_build_array("keys"."run_id"::text, "run_records"."status"::text)
                end
              )
            )
          from
            (
              select distinct
                "page"."run_id"
              from
                "page"
            ) as "keys"
            left join "workflow"."run_records" as "run_records" on "run_records"."run_id" = "keys"."run_id"
            and "run_records"."record_kind" = 'run'
            and "run_records"."step" = ''
            and "run_records"."record_key" = 'main'
        )
      )
    from
      "page"
  )::text as answer
