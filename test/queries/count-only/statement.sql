select
  (
    select
      count(*)
    from
      "indexing"."vectors" as "vectors"
    where
      true
  )::text as answer
