select
  case
    when "documents"."doc_id" is not null then json_build_array("documents"."title"::text, "documents"."path"::text)
  end::text as answer
from
  (
    select
      $1::text as "docId",
      1 as n
    limit
      1
  ) as "key"
  left join "ingestion"."documents" as "documents" on "documents"."doc_id" = "key"."docId"
