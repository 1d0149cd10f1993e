select
  (
    select
      json_build_array(
        "workstreams"."run_count",
        "workstreams"."first_activity_at",
        "workstreams"."last_activity_at",
        (
          select
            json_build_array(
              json_agg("page"."arm"::text),
              json_agg(
                (
                  select
                    json_build_array(json_agg("page_2"."run_id"::text))
                  from
                    (
                      select
                        "run_records_3"."run_id" as "run_id"
                      from
                        "workflow"."run_records" as "run_records_3"
                      where
                        "run_records_3"."workstream_id" = "page"."workstream_id"
                        and nullif("run_records_3"."arm", '') is not distinct from "page"."arm"
                        and "run_records_3"."record_kind" = 'run'
                        and case
                          when "run_records_3"."record_kind" = 'run' then "run_records_3"."step" = ''
                          and "run_records_3"."record_key" = 'main'
                        end
                      order by
                        coalesce("run_records_3"."finished_at", "run_records_3"."updated_at", "run_records_3"."created_at") desc,
                        "run_records_3"."run_id" desc
                      limit
                        2
                    ) as "page_2"
                )
              ),
              json_agg(
                (
                  select
                    json_build_array(count("token_usage"."id"), sum("token_usage"."cost_usd_total"::text::numeric)::float8)
                  from
                    "workflow"."run_records" as "run_records_4"
                    cross join "observability"."token_usage" as "token_usage"
                  where
                    "run_records_4"."workstream_id" = "page"."workstream_id"
                    and "run_records_4"."workstream_id" <> ''
                    and "run_records_4"."record_kind" = 'run'
                    and case
                      when "run_records_4"."record_kind" = 'run' then "run_records_4"."step" = ''
                      and "run_records_4"."record_key" = 'main'
                    end
                    and nullif("run_records_4"."arm", '') is not distinct from "page"."arm"
                    and "token_usage"."run_id" = "run_records_4"."run_id"
                )
              )
            )
          from
            (
              select
                "arms"."arm" as "arm",
                "arms"."workstream_id" as "workstream_id"
              from
                (
                  select
                    "run_records_2"."workstream_id" as "workstream_id",
                    nullif("run_records_2"."arm", '') as "arm",
                    count(*) as "run_count",
                    min(coalesce("run_records_2"."started_at", "run_records_2"."created_at")) as "first_activity_at",
                    max(
                      coalesce("run_records_2"."finished_at", "run_records_2"."updated_at", "run_records_2"."created_at")
                    ) as "last_activity_at"
                  from
                    "workflow"."run_records" as "run_records_2"
                  where
                    "run_records_2"."workstream_id" = "workstreams"."workstream_id"
                    and "run_records_2"."workstream_id" <> ''
                    and "run_records_2"."record_kind" = 'run'
                    and case
                      when "run_records_2"."record_kind" = 'run' then "run_records_2"."step" = ''
                      and "run_records_2"."record_key" = 'main'
                    end
                  group by
                    "run_records_2"."workstream_id",
                    nullif("run_records_2"."arm", '')
                ) as "arms"
              where
                true
              order by
                "arms"."arm"
              limit
                501
            ) as "page"
        )
      )
    from
      (
        select
          "run_records"."workstream_id" as "workstream_id",
          count(*) as "run_count",
          min(coalesce("run_records"."started_at", "run_records"."created_at")) as "first_activity_at",
          max(
            coalesce("run_records"."finished_at", "run_records"."updated_at", "run_records"."created_at")
          ) as "last_activity_at",
          count(distinct nullif("run_records"."arm", '')) as "arm_count"
        from
          "workflow"."run_records" as "run_records"
        where
          "run_records"."workstream_id" = $1::text
          and "run_records"."workstream_id" <> ''
          and "run_records"."record_kind" = 'run'
          and case
            when "run_records"."record_kind" = 'run' then "run_records"."step" = ''
            and "run_records"."record_key" = 'main'
          end
        group by
          "run_records"."workstream_id"
      ) as "workstreams"
    where
      true
    order by
      "workstreams"."workstream_id"
    limit
      1
  )::text as answer
