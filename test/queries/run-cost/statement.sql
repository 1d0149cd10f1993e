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
    end then json_build_array(
      (
        select
          json_build_array(
            (
              select
                count(*)
              from
                jsonb_to_recordset("run_cost"."sources") as source (run_id text, step text, question_id text, state text)
              where
                state <> 'known'
            ),
            (
              select
                json_build_array(coalesce(sum("token_usage_4"."total_tokens"), 0))
              from
                "observability"."token_usage" as "token_usage_4"
              where
                "token_usage_4"."run_id" = "run_cost"."run_id"
            ),
            (
              select
                json_build_array(count("token_usage_5"."id"), coalesce(sum("token_usage_5"."total_tokens"), 0))
              from
                (
                  select
                    run_id,
                    array_agg(step) filter (
                      where
                        question_id is null
                    ) as steps,
                    array_agg(question_id) as questions,
                    false as is_whole
                  from
                    jsonb_to_recordset("run_cost"."sources") as source (run_id text, step text, question_id text, state text)
                  where
                    state = 'known'
                    and run_id <> "run_cost"."run_id"
                  group by
                    run_id
                ) as "made_2"
                cross join "observability"."token_usage" as "token_usage_5"
              where
                "token_usage_5"."run_id" = "made_2"."run_id"
                and (
                  "made_2"."is_whole"
                  or case
                    when "token_usage_5"."step" = 'prep'
                    or starts_with("token_usage_5"."step", 'prep_') then 'prep'
                    when "token_usage_5"."step" = 'ingest'
                    or starts_with("token_usage_5"."step", 'ingest_') then 'ingest'
                    when "token_usage_5"."step" = 'enrich'
                    or starts_with("token_usage_5"."step", 'enrich_') then 'enrich'
                    when "token_usage_5"."step" = 'econ_data'
                    or starts_with("token_usage_5"."step", 'econ_data_') then 'econ_data'
                    when "token_usage_5"."step" = 'agentic'
                    or starts_with("token_usage_5"."step", 'agentic_') then 'agentic'
                    when "token_usage_5"."step" = 'index'
                    or starts_with("token_usage_5"."step", 'index_') then 'index'
                    when "token_usage_5"."step" = 'evaluate'
                    or starts_with("token_usage_5"."step", 'evaluate_') then 'evaluate'
                    when "token_usage_5"."step" = 'report'
                    or starts_with("token_usage_5"."step", 'report_') then 'report'
                  end = any ("made_2"."steps")
                  or "token_usage_5"."question_id" = any ("made_2"."questions")
                )
              having
                (
                  "run_cost"."sources" = '[]'
                  or exists (
                    select
                    from
                      jsonb_to_recordset("run_cost"."sources") as source (run_id text, step text, question_id text, state text)
                    where
                      state = 'known'
                  )
                )
            ),
            (
              select
                json_build_array(coalesce(sum("token_usage_6"."total_tokens"), 0))
              from
                (
                  select
                    run_id,
                    array_agg(step) filter (
                      where
                        question_id is null
                    ) as steps,
                    array_agg(question_id) as questions,
                    false as is_whole
                  from
                    jsonb_to_recordset("run_cost"."sources") as source (run_id text, step text, question_id text, state text)
                  where
                    state = 'known'
                    and run_id <> "run_cost"."run_id"
                  group by
                    run_id
                ) as "made_3"
                cross join "observability"."token_usage" as "token_usage_6"
              where
                "token_usage_6"."run_id" = "made_3"."run_id"
                and (
                  "made_3"."is_whole"
                  or case
                    when "token_usage_6"."step" = 'prep'
                    or starts_with("token_usage_6"."step", 'prep_') then 'prep'
                    when "token_usage_6"."step" = 'ingest'
                    or starts_with("token_usage_6"."step", 'ingest_') then 'ingest'
                    when "token_usage_6"."step" = 'enrich'
                    or starts_with("token_usage_6"."step", 'enrich_') then 'enrich'
                    when "token_usage_6"."step" = 'econ_data'
                    or starts_with("token_usage_6"."step", 'econ_data_') then 'econ_data'
                    when "token_usage_6"."step" = 'agentic'
                    or starts_with("token_usage_6"."step", 'agentic_') then 'agentic'
                    when "token_usage_6"."step" = 'index'
                    or starts_with("token_usage_6"."step", 'index_') then 'index'
                    when "token_usage_6"."step" = 'evaluate'
                    or starts_with("token_usage_6"."step", 'evaluate_') then 'evaluate'
                    when "token_usage_6"."step" = 'report'
                    or starts_with("token_usage_6"."step", 'report_') then 'report'
                  end = any ("made_3"."steps")
                  or "token_usage_6"."question_id" = any ("made_3"."questions")
                )
              having
                not exists (
                  select
                  from
                    jsonb_to_recordset("run_cost"."sources") as source (run_id text, step text, question_id text, state text)
                  where
                    not state = 'known'
                )
            ),
            (
              select
                json_build_array(coalesce(sum("token_usage_7"."total_tokens"), 0))
              from
                (
                  select
                    run_id,
                    array_agg(step) filter (
                      where
                        question_id is null
                    ) as steps,
                    array_agg(question_id) as questions,
                    false as is_whole
                  from
                    jsonb_to_recordset("run_cost"."sources") as source (run_id text, step text, question_id text, state text)
                  where
                    state = 'known'
                    and run_id <> "run_cost"."run_id"
                  group by
                    run_id
                  union all
                  select
                    "run_cost"."run_id",
                    null,
                    null,
                    true
                ) as "made_4"
                cross join "observability"."token_usage" as "token_usage_7"
              where
                "token_usage_7"."run_id" = "made_4"."run_id"
                and (
                  "made_4"."is_whole"
                  or case
                    when "token_usage_7"."step" = 'prep'
                    or starts_with("token_usage_7"."step", 'prep_') then 'prep'
                    when "token_usage_7"."step" = 'ingest'
                    or starts_with("token_usage_7"."step", 'ingest_') then 'ingest'
                    when "token_usage_7"."step" = 'enrich'
                    or starts_with("token_usage_7"."step", 'enrich_') then 'enrich'
                    when "token_usage_7"."step" = 'econ_data'
                    or starts_with("token_usage_7"."step", 'econ_data_') then 'econ_data'
                    when "token_usage_7"."step" = 'agentic'
                    or starts_with("token_usage_7"."step", 'agentic_') then 'agentic'
                    when "token_usage_7"."step" = 'index'
                    or starts_with("token_usage_7"."step", 'index_') then 'index'
                    when "token_usage_7"."step" = 'evaluate'
                    or starts_with("token_usage_7"."step", 'evaluate_') then 'evaluate'
                    when "token_usage_7"."step" = 'report'
                    or starts_with("token_usage_7"."step", 'report_') then 'report'
                  end = any ("made_4"."steps")
                  or "token_usage_7"."question_id" = any ("made_4"."questions")
                )
              having
                not exists (
                  select
                  from
                    jsonb_to_recordset("run_cost"."sources") as source (run_id text, step text, question_id text, state text)
                  where
                    not state = 'known'
                )
            ),
            (
              select
                json_build_array(
                  json_agg("page"."run_id"::text),
                  json_agg("page"."step"::text),
                  json_agg("page"."question_id"::text),
                  json_agg("page"."state"::text)
                )
              from
                (
                  select
                    "source"."run_id" as "run_id",
                    "source"."step" as "step",
                    "source"."question_id" as "question_id",
                    "source"."state" as "state"
                  from
                    jsonb_to_recordset("run_cost"."sources") as "source" (run_id text, step text, question_id text, state text)
                  where
                    true
                  order by
                    "source"."run_id",
                    "source"."step",
                    "source"."question_id"
                  limit
                    501
                ) as "page"
            )
          )
        from
          (
            select
              "key"."runId" as run_id,
              (
                select
                  coalesce(
                    jsonb_agg(
                      to_jsonb(source)
                      order by
                        source.run_id,
                        source.step,
                        source.question_id
                    ),
                    '[]'
                  )
                from
                  (
                    select distinct
                      "made"."run_id" as run_id,
                      "run_records_5"."step" as step,
                      case
                        when "run_records_5"."record_kind" = 'question' then coalesce("run_records_6"."question_id", "run_records_5"."question_id")
                      end as question_id,
                      case
                        when "made"."is_cycle" then 'cycle'
                        when not (
                          exists (
                            select
                            from
                              "workflow"."run_records" as "run_records_7"
                            where
                              "run_records_7"."run_id" = "made"."run_id"
                          )
                          or exists (
                            select
                            from
                              "observability"."token_usage" as "token_usage_3"
                            where
                              "token_usage_3"."run_id" = "made"."run_id"
                          )
                          or exists (
                            select
                            from
                              "indexing"."pipeline_runs" as "pipeline_runs_2"
                            where
                              "pipeline_runs_2"."workflow_run_id" = "made"."run_id"
                          )
                          or exists (
                            select
                            from
                              "ingestion"."prep_manifests" as "prep_manifests_2"
                            where
                              "prep_manifests_2"."run_id" = "made"."run_id"
                          )
                          or exists (
                            select
                            from
                              "retrieval"."retrieval_events" as "retrieval_events_2"
                            where
                              "retrieval_events_2"."run_id" = "made"."run_id"
                          )
                        ) then 'dangling'
                        when exists (
                          select
                          from
                            "observability"."token_usage" as "token_usage_2"
                          where
                            "token_usage_2"."run_id" = "made"."run_id"
                        ) then 'known'
                        when true then 'no_usage'
                      end as state
                    from
                      (
                        select distinct
                          on (start_id) *
                        from
                          (
                            with recursive
                              "links" (
                                start_id,
                                distance,
                                run_id,
                                record_id,
                                seen,
                                is_cycle,
                                next_run,
                                record_kind,
                                step,
                                record_key,
                                source_key
                              ) as (
                                select
                                  "run_records_3"."id",
                                  0,
                                  "run_records_3"."run_id",
                                  "run_records_3"."id",
                                  array["run_records_3"."id"],
                                  false,
                                  coalesce(
                                    nullif("run_records_3"."reuse_source_run_id", ''),
                                    nullif(
                                      case
                                        when jsonb_typeof("run_records_3"."payload_json" -> '_reused_from' -> 'run_id') = 'string' then "run_records_3"."payload_json" -> '_reused_from' -> 'run_id' #>> '{}'
                                      end,
                                      ''
                                    )
                                  ),
                                  "run_records_3"."record_kind",
                                  "run_records_3"."step",
                                  "run_records_3"."record_key",
                                  coalesce(nullif("run_records_3"."reuse_source_record_key", ''), "run_records_3"."record_key")
                                from
                                  "workflow"."run_records" as "run_records_3"
                                where
                                  "run_records_3"."run_id" = "key"."runId"
                                  and "run_records_3"."record_kind" in ('step', 'question')
                                union all
                                select
                                  "links"."start_id",
                                  "links"."distance" + 1,
                                  "links"."next_run",
                                  "taken".id,
                                  "links"."seen" || "taken".id,
                                  coalesce("taken".id = any ("links"."seen"), false),
                                  "taken".next_run,
                                  "taken".record_kind,
                                  "taken".step,
                                  "taken".record_key,
                                  "taken".source_key
                                from
                                  "links"
                                  left join lateral (
                                    select
                                      "run_records_4"."id" as id,
                                      coalesce(
                                        nullif("run_records_4"."reuse_source_run_id", ''),
                                        nullif(
                                          case
                                            when jsonb_typeof("run_records_4"."payload_json" -> '_reused_from' -> 'run_id') = 'string' then "run_records_4"."payload_json" -> '_reused_from' -> 'run_id' #>> '{}'
                                          end,
                                          ''
                                        )
                                      ),
                                      "run_records_4"."record_kind",
                                      "run_records_4"."step",
                                      "run_records_4"."record_key",
                                      coalesce(nullif("run_records_4"."reuse_source_record_key", ''), "run_records_4"."record_key")
                                    from
                                      "workflow"."run_records" as "run_records_4"
                                    where
                                      "run_records_4"."run_id" = "links"."next_run"
                                      and "run_records_4"."record_kind" = "links"."record_kind"
                                      and "run_records_4"."step" = "links"."step"
                                      and "run_records_4"."record_key" in ("links"."source_key", "links"."record_key")
                                    order by
                                      "run_records_4"."record_key" = "links"."source_key" desc,
                                      "run_records_4"."id" desc
                                    limit
                                      1
                                  ) as "taken" (id, next_run, record_kind, step, record_key, source_key) on true
                                where
                                  "links"."next_run" is not null
                                  and not "links"."is_cycle"
                                  and "links"."distance" < 100
                              )
                            select
                              *
                            from
                              "links"
                          ) as "link"
                        order by
                          start_id,
                          distance desc
                      ) as "made"
                      join "workflow"."run_records" as "run_records_5" on "run_records_5"."id" = "made"."start_id"
                      left join "workflow"."run_records" as "run_records_6" on "run_records_6"."id" = "made"."record_id"
                    where
                      "made"."distance" > 0
                      and (
                        not "run_records_5"."record_kind" = 'question'
                        or coalesce("run_records_6"."question_id", "run_records_5"."question_id") is not null
                      )
                  ) as source
              ) as sources
            offset
              0
          ) as "run_cost"
        where
          true
        order by
          "run_cost"."run_id"
        limit
          1
      )
    )
  end::text as answer
from
  (
    select
      $1::text as "runId",
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
