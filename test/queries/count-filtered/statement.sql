select
  (
    select
      count(*)
    from
      "workflow"."run_records" as "run_records"
    where
      "run_records"."record_kind" = $1::text
  )::text as answer
