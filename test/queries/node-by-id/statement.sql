select
  (
    select
      json_build_array(
        case "node"."type"
          when 'Document' then json_build_array(
            0,
            (
              select
                json_build_array("documents"."title"::text)
              from
                "ingestion"."documents" as "documents"
              where
                "documents"."doc_id" = "node"."key"
              order by
                "documents"."doc_id"
              limit
                1
            )
          )
        end
      )
    from
      unnest($1::text[], $2::text[]) with ordinality as "node" (type, key, place)
    where
      true
    order by
      "node"."place"
    limit
      1
  )::text as answer
