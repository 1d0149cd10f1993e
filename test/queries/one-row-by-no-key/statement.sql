select
  (
    with
      "page" as materialized (
        with
          "step" as materialized (
            select
              "token_usage"."run_id" as "run_id",
              "token_usage"."question_id" as "question_id"
            from
              "observability"."token_usage" as "token_usage"
            where
              "token_usage"."question_id" is not null
            order by
              "token_usage"."id" asc
            limit
              5
          )
        select
          *
        from
          "step"
        limit
          $1::integer
      )
    select
      json_build_array(
        json_agg("page"."run_id"::text),
        json_agg("page"."question_id"::text),
        (
          select
            json_build_array(
              json_agg("keys"."run_id"::text),
              json_agg("keys"."question_id"::text),
              json_agg(
                (
                  select
                    json_build_array("run_records"."record_key"::text)
                  from
                    "workflow"."run_records" as "run_records"
                  where
                    "run_records"."run_id" = "keys"."run_id"
                    and "run_records"."question_id" = "keys"."question_id"
                    and "run_records"."record_kind" = 'question'
                  order by
                    "run_records"."id"
                  limit
                    1
                )
              )
            )
          from
            (
              select distinct
                "page"."run_id",
                "page"."question_id"
              from
                "page"
            ) as "keys"
        )
      )
    from
      "page"
  )::text as answer
