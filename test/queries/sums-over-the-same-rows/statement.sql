select
  (
    select
      max(id)
    from
      observability.token_usage
  )::text,
  (
    select
      json_agg(distinct model)
    from
      observability.token_usage
    where
      id > $1::bigint
      and model is not null
  )::text

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
            "run_records_2"."run_id" = "key"."runId"
        )
        or exists (
          select
          from
            "observability"."token_usage" as "token_usage"
          where
            "token_usage"."run_id" = "key"."runId"
        )
        or exists (
          select
          from
            "indexing"."pipeline_runs" as "pipeline_runs"
          where
            "pipeline_runs"."workflow_run_id" = "key"."runId"
        )
        or exists (
          select
          from
            "ingestion"."prep_manifests" as "prep_manifests"
          where
            "prep_manifests"."run_id" = "key"."runId"
        )
        or exists (
          select
          from
            "retrieval"."retrieval_events" as "retrieval_events"
          where
            "retrieval_events"."run_id" = "key"."runId"
        )
      )
    end then (
      with
        "summed" as materialized (
          select
            "token_usage_2"."id" as "id",
            (
              coalesce(
                "token_usage_2"."cost_usd_total"::text::numeric,
                (
                  coalesce(
                    "token_usage_2"."input_tokens",
                    case
                      when coalesce("price"."outputUsdPerMillion", 0) = 0 then "token_usage_2"."total_tokens"::bigint - coalesce("token_usage_2"."output_tokens", 0)
                    end
                  ) * "price"."inputUsdPerMillion" + case
                    when coalesce("price"."outputUsdPerMillion", coalesce("token_usage_2"."output_tokens", 0)) = 0 then 0
                    else "token_usage_2"."output_tokens" * "price"."outputUsdPerMillion"
                  end
                ) * 0.000001
              )
            )::float8 as "estimated_cost_usd",
            "token_usage_2"."model" as "model"
          from
            "observability"."token_usage" as "token_usage_2"
            left join jsonb_to_recordset($1::jsonb) as "price" (
              model text,
              "from" timestamptz,
              until timestamptz,
              "clockFrom" time,
              "clockUntil" time,
              "tokensAbove" bigint,
              "tokensUpTo" bigint,
              "inputUsdPerMillion" numeric,
              "outputUsdPerMillion" numeric,
              source text
            ) on "price".model = "token_usage_2"."model"
            and ("token_usage_2"."created_at" < "price"."from") is not true
            and ("token_usage_2"."created_at" >= "price".until) is not true
            and (("token_usage_2"."created_at" at time zone 'UTC')::time < "price"."clockFrom") is not true
            and (("token_usage_2"."created_at" at time zone 'UTC')::time >= "price"."clockUntil") is not true
            and (coalesce("token_usage_2"."input_tokens", 0) <= "price"."tokensAbove") is not true
            and (coalesce("token_usage_2"."input_tokens", 0) > "price"."tokensUpTo") is not true
          where
            "token_usage_2"."run_id" = "key"."runId"
        )
      select
        json_build_array(
          "key"."runId"::text,
          (
            select
              json_build_array(count("summed"."id"), sum("summed"."estimated_cost_usd"::text::numeric)::float8)
            from
              "summed"
            where
              true
          ),
          (
            select
              json_build_array(count("summed"."id"))
            from
              "summed"
            where
              starts_with("summed"."model", $2::text)
          ),
          (
            select
              json_build_array(json_agg("page"."model"::text), json_agg("page"."estimatedCostUsd"))
            from
              (
                select
                  "keys_2"."model" as "model",
                  sum("summed"."estimated_cost_usd"::text::numeric)::float8 as "estimatedCostUsd"
                from
                  "summed"
                  cross join lateral (
                    select
                      "summed"."model" as "model"
                  ) as "keys_2"
                where
                  true
                group by
                  "keys_2"."model"
                having
                  true
                order by
                  sum("summed"."estimated_cost_usd"::text::numeric)::float8 desc nulls last,
                  "keys_2"."model" desc
                limit
                  2
              ) as "page"
          )
        )
    )
  end::text as answer
from
  (
    select
      $3::text as "runId",
      1 as n
    limit
      1
  ) as "key"
  left join lateral (
    select
      "run_records"."id" as "id"
    from
      "workflow"."run_records" as "run_records"
    where
      "run_records"."run_id" = "key"."runId"
      and "run_records"."record_kind" = 'run'
      and "run_records"."step" = ''
      and "run_records"."record_key" = 'main'
    limit
      1
  ) as "header" on true
