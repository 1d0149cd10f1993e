select
  (
    select
      json_build_array(json_agg("page"."title"::text))
    from
      (
        select
          "documents"."title" as "title"
        from
          "ingestion"."documents" as "documents"
        where
          strpos(lower("documents"."title"), lower($1::text)) > 0
        order by
          "documents"."doc_id" asc
        limit
          20
      ) as "page"
  )::text as answer
