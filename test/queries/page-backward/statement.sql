select
  (
    select
      json_build_array(json_agg("page"."doc_id"::text))
    from
      (
        select
          "documents"."doc_id" as "doc_id"
        from
          "ingestion"."documents" as "documents"
        where
          true
        order by
          "documents"."doc_id" desc
        limit
          3
      ) as "page"
  )::text as answer
