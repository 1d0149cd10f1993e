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
    end then json_build_array($6::text::text)
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
      "run_records"."run_id" = $7::text
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
        json_build_array(json_agg("page_2"."id"::text), json_agg("page_2"."parent"))
      from
        (
          select
            *
          from
            (
              select
                "page"."id" as "id",
                "parents"."parent",
                row_number() over (
                  partition by
                    "parents"."parent"
                  order by
                    "page"."id" asc
                ) as place
              from
                unnest($1::text[]) with ordinality as "parents" ("run_id", "parent")
                cross join lateral (
                  select
                    "pipeline_runs"."id" as "id"
                  from
                    "indexing"."pipeline_runs" as "pipeline_runs"
                  where
                    "pipeline_runs"."workflow_run_id" = "parents"."run_id"
                ) as "page"
            ) as "numbered"
          where
            place <= $2::integer
          order by
            "parent",
            place
        ) as "page_2"
    )
  )::text as answer

select
  json_build_array(
    (
      select
        json_build_array(json_agg("page_2"."doc_id"::text), json_agg("page_2"."page"), json_agg("page_2"."parent"))
      from
        (
          select
            *
          from
            (
              select
                "page"."doc_id" as "doc_id",
                "page"."page" as "page",
                "page"."id" as "id",
                "parents"."parent",
                row_number() over (
                  partition by
                    "parents"."parent"
                  order by
                    "page"."id" asc
                ) as place
              from
                unnest($1::bigint[]) with ordinality as "parents" ("id", "parent")
                cross join lateral (
                  select
                    "vectors"."doc_id" as "doc_id",
                    "vectors"."page" as "page",
                    "vectors"."id" as "id"
                  from
                    "indexing"."vectors" as "vectors"
                  where
                    "vectors"."pipeline_run_id" = "parents"."id"
                ) as "page"
            ) as "numbered"
          where
            place <= $2::integer
          order by
            "parent",
            place
        ) as "page_2"
    )
  )::text as answer

select
  (
    select
      json_build_array(json_agg("page_2"."doc_id"::text), json_agg("page_2"."parent"))
    from
      (
        select
          *
        from
          (
            select
              "page"."doc_id" as "doc_id",
              "parents"."parent",
              row_number() over (
                partition by
                  "parents"."parent"
                order by
                  "page"."doc_id"
              ) as place
            from
              unnest($1::text[]) with ordinality as "parents" ("doc_id", "parent")
              cross join lateral (
                select
                  "documents"."doc_id" as "doc_id"
                from
                  "ingestion"."documents" as "documents"
                where
                  "documents"."doc_id" = "parents"."doc_id"
              ) as "page"
          ) as "numbered"
        where
          place <= 1
        order by
          "parent",
          place
      ) as "page_2"
  )::text as answer

select
  (
    select
      json_build_array(json_agg("page_2"."author"::text), json_agg("page_2"."parent"))
    from
      (
        select
          *
        from
          (
            select
              "page"."author" as "author",
              "page"."doc_id" as "doc_id",
              "parents"."parent",
              row_number() over (
                partition by
                  "parents"."parent"
                order by
                  "page"."doc_id"
              ) as place
            from
              unnest($1::text[]) with ordinality as "parents" ("doc_id", "parent")
              cross join lateral (
                select
                  "paper_metadata"."author" as "author",
                  "paper_metadata"."doc_id" as "doc_id"
                from
                  "ingestion"."paper_metadata" as "paper_metadata"
                where
                  "paper_metadata"."doc_id" = "parents"."doc_id"
              ) as "page"
          ) as "numbered"
        where
          place <= 1
        order by
          "parent",
          place
      ) as "page_2"
  )::text as answer
