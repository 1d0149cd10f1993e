select
  (
    select
      json_build_array(
        "vectors"."page",
        case
          when "documents"."doc_id" is not null then json_build_array(
            "documents"."title"::text,
            case
              when "paper_metadata"."doc_id" is not null then json_build_array("paper_metadata"."primary_doi"::text)
            end
          )
        end
      )
    from
      "indexing"."vectors" as "vectors"
      left join "ingestion"."documents" as "documents" on "documents"."doc_id" = "vectors"."doc_id"
      left join "ingestion"."paper_metadata" as "paper_metadata" on "paper_metadata"."doc_id" = "documents"."doc_id"
    where
      "vectors"."chunk_id" = "key"."chunkId"
    order by
      "vectors"."id"
    limit
      1
  )::text as answer
from
  (
    select
      $1::text as "chunkId",
      1 as n
    limit
      1
  ) as "key"
