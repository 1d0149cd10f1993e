select
  (
    with
      "page" as materialized (
        with
          "step" as materialized (
            select
              "vectors"."doc_id" as "doc_id",
              "vectors"."page" as "page"
            from
              "indexing"."vectors" as "vectors"
            where
              true
            order by
              "vectors"."id" asc
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
        json_agg("page"."doc_id"::text),
        json_agg("page"."page"),
        (
          select
            json_build_array(
              json_agg("keys"."doc_id"::text),
              json_agg(
                case
                  when "documents"."doc_id" is not null then json_build_array(
                    "documents"."title"::text,
                    case
                      when "paper_metadata"."doc_id" is not null then json_build_array("paper_metadata"."primary_doi"::text)
                    end
                  )
                end
              )
            )
          from
            (
              select distinct
                "page"."doc_id"
              from
                "page"
            ) as "keys"
            left join "ingestion"."documents" as "documents" on "documents"."doc_id" = "keys"."doc_id"
            left join "ingestion"."paper_metadata" as "paper_metadata" on "paper_metadata"."doc_id" = "documents"."doc_id"
        )
      )
    from
      "page"
  )::text as answer
