select
  (
    select
      json_build_array("run_records"."status"::text)
    from
      "workflow"."run_records" as "run_records"
    where
      "run_records"."run_id" = "key"."runId"
      and "run_records"."record_kind" = "key"."recordKind"
      and "run_records"."step" = "key"."step"
      and "run_records"."record_key" = "key"."recordKey"
    order by
      "run_records"."id"
    limit
      1
  )::text as answer
from
  (
    select
      $1::text as "runId",
      $2::text as "recordKind",
      $3::text as "step",
      $4::text as "recordKey",
      1 as n
    limit
      1
  ) as "key"
