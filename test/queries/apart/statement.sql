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
            "run_records_2"."run_id" = $1::text
        )
        or exists (
          select
          from
            "observability"."token_usage" as "token_usage"
          where
            "token_usage"."run_id" = $2::text
        )
        or exists (
          select
          from
            "indexing"."pipeline_runs" as "pipeline_runs"
          where
            "pipeline_runs"."workflow_run_id" = $3::text
        )
        or exists (
          select
          from
            "ingestion"."prep_manifests" as "prep_manifests"
          where
            "prep_manifests"."run_id" = $4::text
        )
        or exists (
          select
          from
            "retrieval"."retrieval_events" as "retrieval_events"
          where
            "retrieval_events"."run_id" = $5::text
        )
      )
    end then json_build_array(
      $6::text::text,
      (
        select
          json_build_array(
            json_agg("page"."request_id"::text),
            json_agg("page"."run_id"::text),
            json_agg("page"."id"::text)
          )
        from
          (
            with
              "step" as materialized (
                select
                  "retrieval_events_2"."request_id" as "request_id",
                  "retrieval_events_2"."run_id" as "run_id",
                  "retrieval_events_2"."id" as "id"
                from
                  "retrieval"."retrieval_events" as "retrieval_events_2"
                where
                  "retrieval_events_2"."run_id" = $7::text
                order by
                  "retrieval_events_2"."id" asc
                limit
                  5
              )
            select
              *
            from
              "step"
            limit
              $8::integer
          ) as "page"
      )
    )
  end::text as answer
from
  (
    select
      1 as n
  ) as "key"
  left join lateral (
    select
      "run_records"."id" as "id"
    from
      "workflow"."run_records" as "run_records"
    where
      "run_records"."run_id" = $9::text
      and "run_records"."record_kind" = 'run'
      and "run_records"."step" = ''
      and "run_records"."record_key" = 'main'
    limit
      1
  ) as "header" on true

select
  json_build_array(
    (
      select
        json_build_array(
          json_agg("page_2"."id"::text),
          json_agg("page_2"."total_tokens"),
          json_agg("page_2"."parent")
        )
      from
        (
          select
            *
          from
            (
              select
                "page"."id" as "id",
                "page"."total_tokens" as "total_tokens",
                "parents"."parent",
                row_number() over (
                  partition by
                    "parents"."parent"
                  order by
                    "page"."total_tokens" desc,
                    "page"."id" desc
                ) as place
              from
                unnest($1::text[], $2::text[]) with ordinality as "parents" ("request_id", "run_id", "parent")
                cross join lateral (
                  select
                    "token_usage"."id" as "id",
                    "token_usage"."total_tokens" as "total_tokens"
                  from
                    "observability"."token_usage" as "token_usage"
                  where
                    (
                      "parents"."run_id" is not null
                      and "token_usage"."request_id" = "parents"."request_id"
                      and (
                        "token_usage"."run_id" = "parents"."run_id"
                        or "token_usage"."run_id" is null
                      )
                      or not ("parents"."run_id" is not null)
                      and "token_usage"."request_id" = "parents"."request_id"
                    )
                ) as "page"
            ) as "numbered"
          where
            place <= $3::integer
          order by
            "parent",
            place
        ) as "page_2"
    ),
    (
      select
        json_build_array(json_agg("parent"), json_agg(total))
      from
        (
          select
            "parents_2"."parent",
            count(*) as total
          from
            unnest($4::text[], $5::text[]) with ordinality as "parents_2" ("request_id", "run_id", "parent")
            cross join lateral (
              select
              from
                "observability"."token_usage" as "token_usage_2"
              where
                (
                  "parents_2"."run_id" is not null
                  and "token_usage_2"."request_id" = "parents_2"."request_id"
                  and (
                    "token_usage_2"."run_id" = "parents_2"."run_id"
                    or "token_usage_2"."run_id" is null
                  )
                  or not ("parents_2"."run_id" is not null)
                  and "token_usage_2"."request_id" = "parents_2"."request_id"
                )
            ) as counted
          group by
            "parents_2"."parent"
        ) as counts
    )
  )::text as answer
