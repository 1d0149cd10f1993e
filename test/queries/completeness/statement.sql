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
      "key"."runId"::text,
      (
        select
          json_build_array(
            exists (
              select
              from
                jsonb_to_recordset("completeness"."parts") as "part" (
                  "place" integer,
                  "part" text,
                  "step" text,
                  "state" text,
                  "table_name" text,
                  "rows" double precision,
                  "first_at" timestamptz,
                  "last_at" timestamptz,
                  "why" text,
                  "lack" text
                )
              where
                part.state in ('expected', 'dangling')
                or (
                  part.part = 'header'
                  and part.state <> 'present'
                )
            ),
            (
              select
                json_build_array(
                  json_agg("page"."part"::text),
                  json_agg("page"."step"::text),
                  json_agg("page"."state"::text),
                  json_agg("page"."lack"::text),
                  json_agg("page"."why"::text),
                  json_agg("page"."table_name"::text),
                  json_agg("page"."rows"),
                  json_agg("page"."first_at"),
                  json_agg("page"."last_at")
                )
              from
                (
                  select
                    "parts"."part" as "part",
                    "parts"."step" as "step",
                    "parts"."state" as "state",
                    "parts"."lack" as "lack",
                    "parts"."why" as "why",
                    "parts"."table_name" as "table_name",
                    "parts"."rows" as "rows",
                    "parts"."first_at" as "first_at",
                    "parts"."last_at" as "last_at"
                  from
                    jsonb_to_recordset("completeness"."parts") as "parts" (
                      "place" integer,
                      "part" text,
                      "step" text,
                      "state" text,
                      "table_name" text,
                      "rows" double precision,
                      "first_at" timestamptz,
                      "last_at" timestamptz,
                      "why" text,
                      "lack" text
                    )
                  where
                    true
                  order by
                    "parts"."place"
                  limit
                    501
                ) as "page"
            )
          )
        from
          (
            select
              (
                select
                  jsonb_agg(to_jsonb(found))
                from
                  (
                    with
                      "facts" as materialized (
                        select
                          *
                        from
                          (
                            select
                              count(*) as steps,
                              max(coalesce("run_records_15"."status", '')) filter (
                                where
                                  "run_records_15"."step" = 'prep'
                              ) as "prep",
                              max(coalesce("run_records_15"."status", '')) filter (
                                where
                                  "run_records_15"."step" = 'agentic'
                              ) as "agentic",
                              max(coalesce("run_records_15"."status", '')) filter (
                                where
                                  "run_records_15"."step" = 'index'
                              ) as "index",
                              max(coalesce("run_records_15"."status", '')) filter (
                                where
                                  "run_records_15"."step" = 'report'
                              ) as "report",
                              max(nullif("run_records_15"."reuse_source_run_id", '')) filter (
                                where
                                  "run_records_15"."step" = 'agentic'
                              ) as "agentic_source",
                              max(nullif("run_records_15"."reuse_source_run_id", '')) filter (
                                where
                                  "run_records_15"."step" = 'index'
                              ) as "index_source"
                            from
                              "workflow"."run_records" as "run_records_15"
                            where
                              "run_records_15"."run_id" = "key"."runId"
                              and "run_records_15"."record_kind" = 'step'
                          ) as said
                          left join (
                            select
                              "run_records_14"."id" as header_id,
                              "run_records_14"."report_question_count" as said_questions,
                              coalesce("run_records_14"."report_hash", null) is not null as names_report
                            from
                              "workflow"."run_records" as "run_records_14"
                            where
                              "run_records_14"."run_id" = "key"."runId"
                              and "run_records_14"."record_kind" = 'run'
                              and "run_records_14"."step" = ''
                              and "run_records_14"."record_key" = 'main'
                          ) as header on true
                      ) (
                        select
                          "place",
                          "part",
                          "step",
                          "state",
                          "table_name",
                          "rows",
                          "first_at",
                          "last_at",
                          "why",
                          "lack"
                        from
                          "facts"
                          cross join lateral (
                            select
                              0 as place,
                              'header' as part,
                              null::text as step,
                              case
                                when "evidence"."rows" > 0 then 'present'
                                when "facts"."steps" > 0 then 'expected'
                                when true then 'absent'
                              end as state,
                              'workflow.run_records' as table_name,
                              "evidence"."rows" as rows,
                              "evidence"."first_at" as first_at,
                              "evidence"."last_at" as last_at,
                              case
                                when "evidence"."rows" > 0 then "evidence"."rows" || case "evidence"."rows"
                                  when 1 then ' header'
                                  else ' headers'
                                end || coalesce(
                                  case
                                    when "evidence"."first_at" is null then ''
                                    when to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                    when to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                    else ' from ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  end,
                                  ' from ' || "evidence"."first_at"::text || ' to ' || "evidence"."last_at"::text
                                )
                                when "facts"."steps" > 0 then 'no header; known by ' || concat_ws(
                                  ', ',
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' record'
                                          else ' records'
                                        end || coalesce(
                                          case
                                            when min("run_records_4"."created_at") is null then ''
                                            when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("run_records_4"."created_at")::text || ' to ' || max("run_records_4"."created_at")::text
                                        )
                                      end
                                    from
                                      "workflow"."run_records" as "run_records_4"
                                    where
                                      "run_records_4"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' call'
                                          else ' calls'
                                        end || coalesce(
                                          case
                                            when min("token_usage_2"."created_at") is null then ''
                                            when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("token_usage_2"."created_at")::text || ' to ' || max("token_usage_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "observability"."token_usage" as "token_usage_2"
                                    where
                                      "token_usage_2"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' index build'
                                          else ' index builds'
                                        end || coalesce(
                                          case
                                            when min("pipeline_runs_2"."created_at") is null then ''
                                            when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("pipeline_runs_2"."created_at")::text || ' to ' || max("pipeline_runs_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_2"
                                    where
                                      "pipeline_runs_2"."workflow_run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' manifest'
                                          else ' manifests'
                                        end || coalesce(
                                          case
                                            when min("prep_manifests_2"."created_at") is null then ''
                                            when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("prep_manifests_2"."created_at")::text || ' to ' || max("prep_manifests_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_2"
                                    where
                                      "prep_manifests_2"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' retrieval event'
                                          else ' retrieval events'
                                        end || coalesce(
                                          case
                                            when min("retrieval_events_2"."created_at") is null then ''
                                            when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("retrieval_events_2"."created_at")::text || ' to ' || max("retrieval_events_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_2"
                                    where
                                      "retrieval_events_2"."run_id" = "key"."runId"
                                  )
                                )
                                when true then 'no header; known by ' || concat_ws(
                                  ', ',
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' record'
                                          else ' records'
                                        end || coalesce(
                                          case
                                            when min("run_records_4"."created_at") is null then ''
                                            when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("run_records_4"."created_at")::text || ' to ' || max("run_records_4"."created_at")::text
                                        )
                                      end
                                    from
                                      "workflow"."run_records" as "run_records_4"
                                    where
                                      "run_records_4"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' call'
                                          else ' calls'
                                        end || coalesce(
                                          case
                                            when min("token_usage_2"."created_at") is null then ''
                                            when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("token_usage_2"."created_at")::text || ' to ' || max("token_usage_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "observability"."token_usage" as "token_usage_2"
                                    where
                                      "token_usage_2"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' index build'
                                          else ' index builds'
                                        end || coalesce(
                                          case
                                            when min("pipeline_runs_2"."created_at") is null then ''
                                            when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("pipeline_runs_2"."created_at")::text || ' to ' || max("pipeline_runs_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_2"
                                    where
                                      "pipeline_runs_2"."workflow_run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' manifest'
                                          else ' manifests'
                                        end || coalesce(
                                          case
                                            when min("prep_manifests_2"."created_at") is null then ''
                                            when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("prep_manifests_2"."created_at")::text || ' to ' || max("prep_manifests_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_2"
                                    where
                                      "prep_manifests_2"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' retrieval event'
                                          else ' retrieval events'
                                        end || coalesce(
                                          case
                                            when min("retrieval_events_2"."created_at") is null then ''
                                            when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("retrieval_events_2"."created_at")::text || ' to ' || max("retrieval_events_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_2"
                                    where
                                      "retrieval_events_2"."run_id" = "key"."runId"
                                  )
                                )
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("run_records_3"."created_at")) as first_at,
                                  max(greatest("run_records_3"."created_at")) as last_at
                                from
                                  "workflow"."run_records" as "run_records_3"
                                where
                                  "run_records_3"."run_id" = "key"."runId"
                                  and "run_records_3"."record_kind" = 'run'
                                  and "run_records_3"."step" = ''
                                  and "run_records_3"."record_key" = 'main'
                              ) as "evidence"
                          ) as part
                      )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            100 as place,
                            'manifest' as part,
                            null::text as step,
                            case
                              when "evidence_2"."rows" > 0 then 'present'
                              when not exists (
                                select
                                from
                                  "ingestion"."prep_manifests" as "prep_manifests_4"
                                where
                                  "prep_manifests_4"."run_id" is not null
                              ) then 'not_expected'
                              when "facts"."prep" is not null then 'expected'
                              when true then 'absent'
                            end as state,
                            'ingestion.prep_manifests' as table_name,
                            "evidence_2"."rows" as rows,
                            "evidence_2"."first_at" as first_at,
                            "evidence_2"."last_at" as last_at,
                            case
                              when "evidence_2"."rows" > 0 then "evidence_2"."rows" || case "evidence_2"."rows"
                                when 1 then ' manifest'
                                else ' manifests'
                              end || coalesce(
                                case
                                  when "evidence_2"."first_at" is null then ''
                                  when to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_2"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_2"."first_at"::text || ' to ' || "evidence_2"."last_at"::text
                              )
                              when not exists (
                                select
                                from
                                  "ingestion"."prep_manifests" as "prep_manifests_4"
                                where
                                  "prep_manifests_4"."run_id" is not null
                              ) then 'no manifest, as for all runs of this database'
                              when "facts"."prep" is not null then 'no manifest, though the step prep has a record and other runs have manifests'
                              when true then 'no manifest, and no step prep'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("prep_manifests_3"."created_at")) as first_at,
                                max(greatest("prep_manifests_3"."created_at")) as last_at
                              from
                                "ingestion"."prep_manifests" as "prep_manifests_3"
                              where
                                "prep_manifests_3"."run_id" = "key"."runId"
                            ) as "evidence_2"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            200 + coalesce("steps"."place", 90) as place,
                            'step' as part,
                            "steps"."step",
                            case
                              when "steps"."source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_6"
                                  where
                                    "run_records_6"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_3"
                                  where
                                    "token_usage_3"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_3"
                                  where
                                    "pipeline_runs_3"."workflow_run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_5"
                                  where
                                    "prep_manifests_5"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_3"
                                  where
                                    "retrieval_events_3"."run_id" = "steps"."source"
                                )
                              ) then 'reused'
                              when "steps"."source" is not null then 'dangling'
                              when "steps"."rows" > 0 then 'present'
                              when "steps"."later" is not null then 'expected'
                              when true then 'absent'
                            end as state,
                            'workflow.run_records' as table_name,
                            coalesce("steps"."rows", 0) as rows,
                            "steps"."first_at",
                            "steps"."last_at",
                            case
                              when "steps"."source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_6"
                                  where
                                    "run_records_6"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_3"
                                  where
                                    "token_usage_3"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_3"
                                  where
                                    "pipeline_runs_3"."workflow_run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_5"
                                  where
                                    "prep_manifests_5"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_3"
                                  where
                                    "retrieval_events_3"."run_id" = "steps"."source"
                                )
                              ) then 'step taken over from run ' || "steps"."source"
                              when "steps"."source" is not null then 'step taken over from run ' || "steps"."source" || ', of which nothing is known'
                              when "steps"."rows" > 0 then "steps"."rows" || case "steps"."rows"
                                when 1 then ' record'
                                else ' records'
                              end || coalesce(
                                case
                                  when "steps"."first_at" is null then ''
                                  when to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "steps"."first_at"::text || ' to ' || "steps"."last_at"::text
                              ) || coalesce(', status ' || "steps"."status", '')
                              when "steps"."later" is not null then 'no record of the step, though the later step ' || (array['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report']) ["steps"."later"] || ' has one'
                              when true then 'no record of the step, nor of a later one'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                step,
                                place,
                                rows,
                                source,
                                status,
                                first_at,
                                last_at,
                                min(place) filter (
                                  where
                                    rows > 0
                                ) over (
                                  order by
                                    place rows between 1 following
                                    and unbounded following
                                ) as later
                              from
                                unnest(array['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report']) with ordinality as known (step, place)
                                full join (
                                  select
                                    "run_records_5"."step" as step,
                                    count(*) as rows,
                                    max(nullif("run_records_5"."reuse_source_run_id", '')) as source,
                                    max("run_records_5"."status") as status,
                                    min(greatest("run_records_5"."created_at")) as first_at,
                                    max(greatest("run_records_5"."created_at")) as last_at
                                  from
                                    "workflow"."run_records" as "run_records_5"
                                  where
                                    "run_records_5"."run_id" = "key"."runId"
                                    and "run_records_5"."record_kind" = 'step'
                                  group by
                                    "run_records_5"."step"
                                ) as own using (step)
                            ) as "steps"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            300 as place,
                            'report' as part,
                            null::text as step,
                            case
                              when "evidence_3"."rows" > 0 then 'present'
                              when (
                                "facts"."names_report"
                                or "facts"."report" in ('completed', 'success', 'ok')
                              ) then 'expected'
                              when true then 'absent'
                            end as state,
                            'workflow.run_records' as table_name,
                            "evidence_3"."rows" as rows,
                            "evidence_3"."first_at" as first_at,
                            "evidence_3"."last_at" as last_at,
                            case
                              when "evidence_3"."rows" > 0 then "evidence_3"."rows" || case "evidence_3"."rows"
                                when 1 then ' report'
                                else ' reports'
                              end || coalesce(
                                case
                                  when "evidence_3"."first_at" is null then ''
                                  when to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_3"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_3"."first_at"::text || ' to ' || "evidence_3"."last_at"::text
                              )
                              when (
                                "facts"."names_report"
                                or "facts"."report" in ('completed', 'success', 'ok')
                              ) then 'no report, though the header or the step report says that it was made'
                              when true then 'no report, and neither the header nor a step says that it was made'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("run_records_7"."created_at")) as first_at,
                                max(greatest("run_records_7"."created_at")) as last_at
                              from
                                "workflow"."run_records" as "run_records_7"
                              where
                                "run_records_7"."run_id" = "key"."runId"
                                and "run_records_7"."record_kind" = 'report'
                            ) as "evidence_3"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            400 as place,
                            'questions' as part,
                            null::text as step,
                            case
                              when "facts"."said_questions" > "evidence_4"."rows" then 'expected'
                              when "evidence_4"."rows" > 0 then 'present'
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_9"
                                  where
                                    "run_records_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_4"
                                  where
                                    "token_usage_4"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_4"
                                  where
                                    "pipeline_runs_4"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_6"
                                  where
                                    "prep_manifests_6"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_4"
                                  where
                                    "retrieval_events_4"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'reused'
                              when "facts"."agentic_source" is not null then 'dangling'
                              when true then 'absent'
                            end as state,
                            'workflow.run_records' as table_name,
                            "evidence_4"."rows" as rows,
                            "evidence_4"."first_at" as first_at,
                            "evidence_4"."last_at" as last_at,
                            case
                              when "facts"."said_questions" > "evidence_4"."rows" then "evidence_4"."rows" || case "evidence_4"."rows"
                                when 1 then ' question'
                                else ' questions'
                              end || ' of the ' || "facts"."said_questions" || ' that the header says'
                              when "evidence_4"."rows" > 0 then "evidence_4"."rows" || case "evidence_4"."rows"
                                when 1 then ' question'
                                else ' questions'
                              end || coalesce(
                                case
                                  when "evidence_4"."first_at" is null then ''
                                  when to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_4"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_4"."first_at"::text || ' to ' || "evidence_4"."last_at"::text
                              )
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_9"
                                  where
                                    "run_records_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_4"
                                  where
                                    "token_usage_4"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_4"
                                  where
                                    "pipeline_runs_4"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_6"
                                  where
                                    "prep_manifests_6"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_4"
                                  where
                                    "retrieval_events_4"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'questions taken over from run ' || "facts"."agentic_source"
                              when "facts"."agentic_source" is not null then 'questions taken over from run ' || "facts"."agentic_source" || ', of which nothing is known'
                              when true then 'no question, and the header does not say that there are some'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("run_records_8"."created_at")) as first_at,
                                max(greatest("run_records_8"."created_at")) as last_at
                              from
                                "workflow"."run_records" as "run_records_8"
                              where
                                "run_records_8"."run_id" = "key"."runId"
                                and "run_records_8"."record_kind" = 'question'
                            ) as "evidence_4"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            500 as place,
                            'index' as part,
                            null::text as step,
                            case
                              when "evidence_5"."rows" > 0 then 'present'
                              when "facts"."index_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_10"
                                  where
                                    "run_records_10"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_5"
                                  where
                                    "token_usage_5"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_6"
                                  where
                                    "pipeline_runs_6"."workflow_run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_7"
                                  where
                                    "prep_manifests_7"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_5"
                                  where
                                    "retrieval_events_5"."run_id" = "facts"."index_source"
                                )
                              ) then 'reused'
                              when "facts"."index_source" is not null then 'dangling'
                              when "facts"."index" in ('skipped', 'failed', 'error') then 'not_expected'
                              when "facts"."index" in ('completed', 'success', 'ok') then 'expected'
                              when true then 'absent'
                            end as state,
                            'indexing.pipeline_runs' as table_name,
                            "evidence_5"."rows" as rows,
                            "evidence_5"."first_at" as first_at,
                            "evidence_5"."last_at" as last_at,
                            case
                              when "evidence_5"."rows" > 0 then "evidence_5"."rows" || case "evidence_5"."rows"
                                when 1 then ' index build'
                                else ' index builds'
                              end || coalesce(
                                case
                                  when "evidence_5"."first_at" is null then ''
                                  when to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_5"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_5"."first_at"::text || ' to ' || "evidence_5"."last_at"::text
                              )
                              when "facts"."index_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_10"
                                  where
                                    "run_records_10"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_5"
                                  where
                                    "token_usage_5"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_6"
                                  where
                                    "pipeline_runs_6"."workflow_run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_7"
                                  where
                                    "prep_manifests_7"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_5"
                                  where
                                    "retrieval_events_5"."run_id" = "facts"."index_source"
                                )
                              ) then 'index build of the index taken over from run ' || "facts"."index_source"
                              when "facts"."index_source" is not null then 'index build of the index taken over from run ' || "facts"."index_source" || ', of which nothing is known'
                              when "facts"."index" in ('skipped', 'failed', 'error') then 'no index build, since the step index says: ' || "facts"."index"
                              when "facts"."index" in ('completed', 'success', 'ok') then 'no index build, though the step index says that it is done; an index that was there before is that of the run that built it first'
                              when true then 'no index build, and no step index that says whether there should be'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("pipeline_runs_5"."created_at")) as first_at,
                                max(greatest("pipeline_runs_5"."created_at")) as last_at
                              from
                                "indexing"."pipeline_runs" as "pipeline_runs_5"
                              where
                                "pipeline_runs_5"."workflow_run_id" = "key"."runId"
                            ) as "evidence_5"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            600 as place,
                            'vectors' as part,
                            null::text as step,
                            case
                              when "evidence_6"."rows" > 0 then 'present'
                              when exists (
                                select
                                from
                                  "indexing"."pipeline_runs" as "pipeline_runs_8"
                                where
                                  "pipeline_runs_8"."workflow_run_id" = "key"."runId"
                              ) then 'expected'
                              when "facts"."index_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_11"
                                  where
                                    "run_records_11"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_6"
                                  where
                                    "token_usage_6"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_9"
                                  where
                                    "pipeline_runs_9"."workflow_run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_8"
                                  where
                                    "prep_manifests_8"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_6"
                                  where
                                    "retrieval_events_6"."run_id" = "facts"."index_source"
                                )
                              ) then 'reused'
                              when "facts"."index_source" is not null then 'dangling'
                              when "facts"."index" in ('skipped', 'failed', 'error') then 'not_expected'
                              when "facts"."index" in ('completed', 'success', 'ok') then 'expected'
                              when true then 'absent'
                            end as state,
                            'indexing.vectors' as table_name,
                            "evidence_6"."rows" as rows,
                            "evidence_6"."first_at" as first_at,
                            "evidence_6"."last_at" as last_at,
                            case
                              when "evidence_6"."rows" > 0 then "evidence_6"."rows" || case "evidence_6"."rows"
                                when 1 then ' chunk'
                                else ' chunks'
                              end || coalesce(
                                case
                                  when "evidence_6"."first_at" is null then ''
                                  when to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_6"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_6"."first_at"::text || ' to ' || "evidence_6"."last_at"::text
                              )
                              when exists (
                                select
                                from
                                  "indexing"."pipeline_runs" as "pipeline_runs_8"
                                where
                                  "pipeline_runs_8"."workflow_run_id" = "key"."runId"
                              ) then 'no chunk, though the run built an index; a later build takes the chunks that it makes again'
                              when "facts"."index_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_11"
                                  where
                                    "run_records_11"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_6"
                                  where
                                    "token_usage_6"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_9"
                                  where
                                    "pipeline_runs_9"."workflow_run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_8"
                                  where
                                    "prep_manifests_8"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_6"
                                  where
                                    "retrieval_events_6"."run_id" = "facts"."index_source"
                                )
                              ) then 'chunk of the index taken over from run ' || "facts"."index_source"
                              when "facts"."index_source" is not null then 'chunk of the index taken over from run ' || "facts"."index_source" || ', of which nothing is known'
                              when "facts"."index" in ('skipped', 'failed', 'error') then 'no chunk, since the step index says: ' || "facts"."index"
                              when "facts"."index" in ('completed', 'success', 'ok') then 'no chunk, though the step index says that it is done; an index that was there before is that of the run that built it first'
                              when true then 'no chunk, and no step index that says whether there should be'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("vectors"."created_at")) as first_at,
                                max(greatest("vectors"."created_at")) as last_at
                              from
                                "indexing"."pipeline_runs" as "pipeline_runs_7"
                                cross join "indexing"."vectors" as "vectors"
                              where
                                "pipeline_runs_7"."workflow_run_id" = "key"."runId"
                                and "vectors"."pipeline_run_id" = "pipeline_runs_7"."id"
                            ) as "evidence_6"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            700 as place,
                            'events' as part,
                            null::text as step,
                            case
                              when "evidence_7"."rows" > 0 then 'present'
                              when not exists (
                                select
                                from
                                  "retrieval"."retrieval_events" as "retrieval_events_8"
                                where
                                  "retrieval_events_8"."run_id" is not null
                              ) then 'not_expected'
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_12"
                                  where
                                    "run_records_12"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_7"
                                  where
                                    "token_usage_7"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_10"
                                  where
                                    "pipeline_runs_10"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_9"
                                  where
                                    "prep_manifests_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_9"
                                  where
                                    "retrieval_events_9"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'reused'
                              when "facts"."agentic_source" is not null then 'dangling'
                              when "facts"."agentic" is not null then 'expected'
                              when true then 'absent'
                            end as state,
                            'retrieval.retrieval_events' as table_name,
                            "evidence_7"."rows" as rows,
                            "evidence_7"."first_at" as first_at,
                            "evidence_7"."last_at" as last_at,
                            case
                              when "evidence_7"."rows" > 0 then "evidence_7"."rows" || case "evidence_7"."rows"
                                when 1 then ' retrieval event'
                                else ' retrieval events'
                              end || coalesce(
                                case
                                  when "evidence_7"."first_at" is null then ''
                                  when to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_7"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_7"."first_at"::text || ' to ' || "evidence_7"."last_at"::text
                              )
                              when not exists (
                                select
                                from
                                  "retrieval"."retrieval_events" as "retrieval_events_8"
                                where
                                  "retrieval_events_8"."run_id" is not null
                              ) then 'no retrieval event, as for all runs of this database'
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_12"
                                  where
                                    "run_records_12"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_7"
                                  where
                                    "token_usage_7"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_10"
                                  where
                                    "pipeline_runs_10"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_9"
                                  where
                                    "prep_manifests_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_9"
                                  where
                                    "retrieval_events_9"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'retrieval events of the step agentic taken over from run ' || "facts"."agentic_source"
                              when "facts"."agentic_source" is not null then 'retrieval events of the step agentic taken over from run ' || "facts"."agentic_source" || ', of which nothing is known'
                              when "facts"."agentic" is not null then 'no retrieval event, though the step agentic has a record and other runs have events'
                              when true then 'no retrieval event, and no step agentic'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("retrieval_events_7"."created_at")) as first_at,
                                max(greatest("retrieval_events_7"."created_at")) as last_at
                              from
                                "retrieval"."retrieval_events" as "retrieval_events_7"
                              where
                                "retrieval_events_7"."run_id" = "key"."runId"
                            ) as "evidence_7"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            800 as place,
                            'usage' as part,
                            null::text as step,
                            case
                              when "evidence_8"."rows" > 0 then 'present'
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_13"
                                  where
                                    "run_records_13"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_9"
                                  where
                                    "token_usage_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_11"
                                  where
                                    "pipeline_runs_11"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_10"
                                  where
                                    "prep_manifests_10"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_10"
                                  where
                                    "retrieval_events_10"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'reused'
                              when "facts"."agentic_source" is not null then 'dangling'
                              when "facts"."agentic" in ('completed', 'success', 'ok') then 'expected'
                              when true then 'absent'
                            end as state,
                            'observability.token_usage' as table_name,
                            "evidence_8"."rows" as rows,
                            "evidence_8"."first_at" as first_at,
                            "evidence_8"."last_at" as last_at,
                            case
                              when "evidence_8"."rows" > 0 then "evidence_8"."rows" || case "evidence_8"."rows"
                                when 1 then ' call'
                                else ' calls'
                              end || coalesce(
                                case
                                  when "evidence_8"."first_at" is null then ''
                                  when to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_8"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_8"."first_at"::text || ' to ' || "evidence_8"."last_at"::text
                              )
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_13"
                                  where
                                    "run_records_13"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_9"
                                  where
                                    "token_usage_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_11"
                                  where
                                    "pipeline_runs_11"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_10"
                                  where
                                    "prep_manifests_10"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_10"
                                  where
                                    "retrieval_events_10"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'calls of the step agentic taken over from run ' || "facts"."agentic_source"
                              when "facts"."agentic_source" is not null then 'calls of the step agentic taken over from run ' || "facts"."agentic_source" || ', of which nothing is known'
                              when "facts"."agentic" in ('completed', 'success', 'ok') then 'no model call, though the step agentic says that it is done'
                              when true then 'no model call, and no step agentic that is done'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("token_usage_8"."created_at")) as first_at,
                                max(greatest("token_usage_8"."created_at")) as last_at
                              from
                                "observability"."token_usage" as "token_usage_8"
                              where
                                "token_usage_8"."run_id" = "key"."runId"
                            ) as "evidence_8"
                        ) as part
                    )
                  ) as found (
                    "place",
                    "part",
                    "step",
                    "state",
                    "table_name",
                    "rows",
                    "first_at",
                    "last_at",
                    "why",
                    "lack"
                  )
              ) as parts
            offset
              0
          ) as "completeness"
        where
          true
        order by
          "completeness"."parts"
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
      "key"."runId"::text,
      (
        select
          json_build_array(
            exists (
              select
              from
                jsonb_to_recordset("completeness"."parts") as "part" (
                  "place" integer,
                  "part" text,
                  "step" text,
                  "state" text,
                  "table_name" text,
                  "rows" double precision,
                  "first_at" timestamptz,
                  "last_at" timestamptz,
                  "why" text,
                  "lack" text
                )
              where
                part.state in ('expected', 'dangling')
                or (
                  part.part = 'header'
                  and part.state <> 'present'
                )
            ),
            (
              select
                json_build_array(
                  json_agg("page"."part"::text),
                  json_agg("page"."step"::text),
                  json_agg("page"."state"::text),
                  json_agg("page"."lack"::text),
                  json_agg("page"."why"::text),
                  json_agg("page"."table_name"::text),
                  json_agg("page"."rows"),
                  json_agg("page"."first_at"),
                  json_agg("page"."last_at")
                )
              from
                (
                  select
                    "parts"."part" as "part",
                    "parts"."step" as "step",
                    "parts"."state" as "state",
                    "parts"."lack" as "lack",
                    "parts"."why" as "why",
                    "parts"."table_name" as "table_name",
                    "parts"."rows" as "rows",
                    "parts"."first_at" as "first_at",
                    "parts"."last_at" as "last_at"
                  from
                    jsonb_to_recordset("completeness"."parts") as "parts" (
                      "place" integer,
                      "part" text,
                      "step" text,
                      "state" text,
                      "table_name" text,
                      "rows" double precision,
                      "first_at" timestamptz,
                      "last_at" timestamptz,
                      "why" text,
                      "lack" text
                    )
                  where
                    true
                  order by
                    "parts"."place"
                  limit
                    501
                ) as "page"
            )
          )
        from
          (
            select
              (
                select
                  jsonb_agg(to_jsonb(found))
                from
                  (
                    with
                      "facts" as materialized (
                        select
                          *
                        from
                          (
                            select
                              count(*) as steps,
                              max(coalesce("run_records_15"."status", '')) filter (
                                where
                                  "run_records_15"."step" = 'prep'
                              ) as "prep",
                              max(coalesce("run_records_15"."status", '')) filter (
                                where
                                  "run_records_15"."step" = 'agentic'
                              ) as "agentic",
                              max(coalesce("run_records_15"."status", '')) filter (
                                where
                                  "run_records_15"."step" = 'index'
                              ) as "index",
                              max(coalesce("run_records_15"."status", '')) filter (
                                where
                                  "run_records_15"."step" = 'report'
                              ) as "report",
                              max(nullif("run_records_15"."reuse_source_run_id", '')) filter (
                                where
                                  "run_records_15"."step" = 'agentic'
                              ) as "agentic_source",
                              max(nullif("run_records_15"."reuse_source_run_id", '')) filter (
                                where
                                  "run_records_15"."step" = 'index'
                              ) as "index_source"
                            from
                              "workflow"."run_records" as "run_records_15"
                            where
                              "run_records_15"."run_id" = "key"."runId"
                              and "run_records_15"."record_kind" = 'step'
                          ) as said
                          left join (
                            select
                              "run_records_14"."id" as header_id,
                              "run_records_14"."report_question_count" as said_questions,
                              coalesce("run_records_14"."report_hash", null) is not null as names_report
                            from
                              "workflow"."run_records" as "run_records_14"
                            where
                              "run_records_14"."run_id" = "key"."runId"
                              and "run_records_14"."record_kind" = 'run'
                              and "run_records_14"."step" = ''
                              and "run_records_14"."record_key" = 'main'
                          ) as header on true
                      ) (
                        select
                          "place",
                          "part",
                          "step",
                          "state",
                          "table_name",
                          "rows",
                          "first_at",
                          "last_at",
                          "why",
                          "lack"
                        from
                          "facts"
                          cross join lateral (
                            select
                              0 as place,
                              'header' as part,
                              null::text as step,
                              case
                                when "evidence"."rows" > 0 then 'present'
                                when "facts"."steps" > 0 then 'expected'
                                when true then 'absent'
                              end as state,
                              'workflow.run_records' as table_name,
                              "evidence"."rows" as rows,
                              "evidence"."first_at" as first_at,
                              "evidence"."last_at" as last_at,
                              case
                                when "evidence"."rows" > 0 then "evidence"."rows" || case "evidence"."rows"
                                  when 1 then ' header'
                                  else ' headers'
                                end || coalesce(
                                  case
                                    when "evidence"."first_at" is null then ''
                                    when to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                    when to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                    else ' from ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  end,
                                  ' from ' || "evidence"."first_at"::text || ' to ' || "evidence"."last_at"::text
                                )
                                when "facts"."steps" > 0 then 'no header; known by ' || concat_ws(
                                  ', ',
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' record'
                                          else ' records'
                                        end || coalesce(
                                          case
                                            when min("run_records_4"."created_at") is null then ''
                                            when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("run_records_4"."created_at")::text || ' to ' || max("run_records_4"."created_at")::text
                                        )
                                      end
                                    from
                                      "workflow"."run_records" as "run_records_4"
                                    where
                                      "run_records_4"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' call'
                                          else ' calls'
                                        end || coalesce(
                                          case
                                            when min("token_usage_2"."created_at") is null then ''
                                            when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("token_usage_2"."created_at")::text || ' to ' || max("token_usage_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "observability"."token_usage" as "token_usage_2"
                                    where
                                      "token_usage_2"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' index build'
                                          else ' index builds'
                                        end || coalesce(
                                          case
                                            when min("pipeline_runs_2"."created_at") is null then ''
                                            when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("pipeline_runs_2"."created_at")::text || ' to ' || max("pipeline_runs_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_2"
                                    where
                                      "pipeline_runs_2"."workflow_run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' manifest'
                                          else ' manifests'
                                        end || coalesce(
                                          case
                                            when min("prep_manifests_2"."created_at") is null then ''
                                            when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("prep_manifests_2"."created_at")::text || ' to ' || max("prep_manifests_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_2"
                                    where
                                      "prep_manifests_2"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' retrieval event'
                                          else ' retrieval events'
                                        end || coalesce(
                                          case
                                            when min("retrieval_events_2"."created_at") is null then ''
                                            when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("retrieval_events_2"."created_at")::text || ' to ' || max("retrieval_events_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_2"
                                    where
                                      "retrieval_events_2"."run_id" = "key"."runId"
                                  )
                                )
                                when true then 'no header; known by ' || concat_ws(
                                  ', ',
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' record'
                                          else ' records'
                                        end || coalesce(
                                          case
                                            when min("run_records_4"."created_at") is null then ''
                                            when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("run_records_4"."created_at")::text || ' to ' || max("run_records_4"."created_at")::text
                                        )
                                      end
                                    from
                                      "workflow"."run_records" as "run_records_4"
                                    where
                                      "run_records_4"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' call'
                                          else ' calls'
                                        end || coalesce(
                                          case
                                            when min("token_usage_2"."created_at") is null then ''
                                            when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("token_usage_2"."created_at")::text || ' to ' || max("token_usage_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "observability"."token_usage" as "token_usage_2"
                                    where
                                      "token_usage_2"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' index build'
                                          else ' index builds'
                                        end || coalesce(
                                          case
                                            when min("pipeline_runs_2"."created_at") is null then ''
                                            when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("pipeline_runs_2"."created_at")::text || ' to ' || max("pipeline_runs_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_2"
                                    where
                                      "pipeline_runs_2"."workflow_run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' manifest'
                                          else ' manifests'
                                        end || coalesce(
                                          case
                                            when min("prep_manifests_2"."created_at") is null then ''
                                            when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("prep_manifests_2"."created_at")::text || ' to ' || max("prep_manifests_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_2"
                                    where
                                      "prep_manifests_2"."run_id" = "key"."runId"
                                  ),
                                  (
                                    select
                                      case
                                        when count(*) > 0 then count(*) || case count(*)
                                          when 1 then ' retrieval event'
                                          else ' retrieval events'
                                        end || coalesce(
                                          case
                                            when min("retrieval_events_2"."created_at") is null then ''
                                            when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end,
                                          ' from ' || min("retrieval_events_2"."created_at")::text || ' to ' || max("retrieval_events_2"."created_at")::text
                                        )
                                      end
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_2"
                                    where
                                      "retrieval_events_2"."run_id" = "key"."runId"
                                  )
                                )
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("run_records_3"."created_at")) as first_at,
                                  max(greatest("run_records_3"."created_at")) as last_at
                                from
                                  "workflow"."run_records" as "run_records_3"
                                where
                                  "run_records_3"."run_id" = "key"."runId"
                                  and "run_records_3"."record_kind" = 'run'
                                  and "run_records_3"."step" = ''
                                  and "run_records_3"."record_key" = 'main'
                              ) as "evidence"
                          ) as part
                      )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            100 as place,
                            'manifest' as part,
                            null::text as step,
                            case
                              when "evidence_2"."rows" > 0 then 'present'
                              when not exists (
                                select
                                from
                                  "ingestion"."prep_manifests" as "prep_manifests_4"
                                where
                                  "prep_manifests_4"."run_id" is not null
                              ) then 'not_expected'
                              when "facts"."prep" is not null then 'expected'
                              when true then 'absent'
                            end as state,
                            'ingestion.prep_manifests' as table_name,
                            "evidence_2"."rows" as rows,
                            "evidence_2"."first_at" as first_at,
                            "evidence_2"."last_at" as last_at,
                            case
                              when "evidence_2"."rows" > 0 then "evidence_2"."rows" || case "evidence_2"."rows"
                                when 1 then ' manifest'
                                else ' manifests'
                              end || coalesce(
                                case
                                  when "evidence_2"."first_at" is null then ''
                                  when to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_2"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_2"."first_at"::text || ' to ' || "evidence_2"."last_at"::text
                              )
                              when not exists (
                                select
                                from
                                  "ingestion"."prep_manifests" as "prep_manifests_4"
                                where
                                  "prep_manifests_4"."run_id" is not null
                              ) then 'no manifest, as for all runs of this database'
                              when "facts"."prep" is not null then 'no manifest, though the step prep has a record and other runs have manifests'
                              when true then 'no manifest, and no step prep'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("prep_manifests_3"."created_at")) as first_at,
                                max(greatest("prep_manifests_3"."created_at")) as last_at
                              from
                                "ingestion"."prep_manifests" as "prep_manifests_3"
                              where
                                "prep_manifests_3"."run_id" = "key"."runId"
                            ) as "evidence_2"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            200 + coalesce("steps"."place", 90) as place,
                            'step' as part,
                            "steps"."step",
                            case
                              when "steps"."source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_6"
                                  where
                                    "run_records_6"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_3"
                                  where
                                    "token_usage_3"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_3"
                                  where
                                    "pipeline_runs_3"."workflow_run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_5"
                                  where
                                    "prep_manifests_5"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_3"
                                  where
                                    "retrieval_events_3"."run_id" = "steps"."source"
                                )
                              ) then 'reused'
                              when "steps"."source" is not null then 'dangling'
                              when "steps"."rows" > 0 then 'present'
                              when "steps"."later" is not null then 'expected'
                              when true then 'absent'
                            end as state,
                            'workflow.run_records' as table_name,
                            coalesce("steps"."rows", 0) as rows,
                            "steps"."first_at",
                            "steps"."last_at",
                            case
                              when "steps"."source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_6"
                                  where
                                    "run_records_6"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_3"
                                  where
                                    "token_usage_3"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_3"
                                  where
                                    "pipeline_runs_3"."workflow_run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_5"
                                  where
                                    "prep_manifests_5"."run_id" = "steps"."source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_3"
                                  where
                                    "retrieval_events_3"."run_id" = "steps"."source"
                                )
                              ) then 'step taken over from run ' || "steps"."source"
                              when "steps"."source" is not null then 'step taken over from run ' || "steps"."source" || ', of which nothing is known'
                              when "steps"."rows" > 0 then "steps"."rows" || case "steps"."rows"
                                when 1 then ' record'
                                else ' records'
                              end || coalesce(
                                case
                                  when "steps"."first_at" is null then ''
                                  when to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "steps"."first_at"::text || ' to ' || "steps"."last_at"::text
                              ) || coalesce(', status ' || "steps"."status", '')
                              when "steps"."later" is not null then 'no record of the step, though the later step ' || (array['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report']) ["steps"."later"] || ' has one'
                              when true then 'no record of the step, nor of a later one'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                step,
                                place,
                                rows,
                                source,
                                status,
                                first_at,
                                last_at,
                                min(place) filter (
                                  where
                                    rows > 0
                                ) over (
                                  order by
                                    place rows between 1 following
                                    and unbounded following
                                ) as later
                              from
                                unnest(array['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report']) with ordinality as known (step, place)
                                full join (
                                  select
                                    "run_records_5"."step" as step,
                                    count(*) as rows,
                                    max(nullif("run_records_5"."reuse_source_run_id", '')) as source,
                                    max("run_records_5"."status") as status,
                                    min(greatest("run_records_5"."created_at")) as first_at,
                                    max(greatest("run_records_5"."created_at")) as last_at
                                  from
                                    "workflow"."run_records" as "run_records_5"
                                  where
                                    "run_records_5"."run_id" = "key"."runId"
                                    and "run_records_5"."record_kind" = 'step'
                                  group by
                                    "run_records_5"."step"
                                ) as own using (step)
                            ) as "steps"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            300 as place,
                            'report' as part,
                            null::text as step,
                            case
                              when "evidence_3"."rows" > 0 then 'present'
                              when (
                                "facts"."names_report"
                                or "facts"."report" in ('completed', 'success', 'ok')
                              ) then 'expected'
                              when true then 'absent'
                            end as state,
                            'workflow.run_records' as table_name,
                            "evidence_3"."rows" as rows,
                            "evidence_3"."first_at" as first_at,
                            "evidence_3"."last_at" as last_at,
                            case
                              when "evidence_3"."rows" > 0 then "evidence_3"."rows" || case "evidence_3"."rows"
                                when 1 then ' report'
                                else ' reports'
                              end || coalesce(
                                case
                                  when "evidence_3"."first_at" is null then ''
                                  when to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_3"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_3"."first_at"::text || ' to ' || "evidence_3"."last_at"::text
                              )
                              when (
                                "facts"."names_report"
                                or "facts"."report" in ('completed', 'success', 'ok')
                              ) then 'no report, though the header or the step report says that it was made'
                              when true then 'no report, and neither the header nor a step says that it was made'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("run_records_7"."created_at")) as first_at,
                                max(greatest("run_records_7"."created_at")) as last_at
                              from
                                "workflow"."run_records" as "run_records_7"
                              where
                                "run_records_7"."run_id" = "key"."runId"
                                and "run_records_7"."record_kind" = 'report'
                            ) as "evidence_3"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            400 as place,
                            'questions' as part,
                            null::text as step,
                            case
                              when "facts"."said_questions" > "evidence_4"."rows" then 'expected'
                              when "evidence_4"."rows" > 0 then 'present'
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_9"
                                  where
                                    "run_records_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_4"
                                  where
                                    "token_usage_4"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_4"
                                  where
                                    "pipeline_runs_4"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_6"
                                  where
                                    "prep_manifests_6"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_4"
                                  where
                                    "retrieval_events_4"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'reused'
                              when "facts"."agentic_source" is not null then 'dangling'
                              when true then 'absent'
                            end as state,
                            'workflow.run_records' as table_name,
                            "evidence_4"."rows" as rows,
                            "evidence_4"."first_at" as first_at,
                            "evidence_4"."last_at" as last_at,
                            case
                              when "facts"."said_questions" > "evidence_4"."rows" then "evidence_4"."rows" || case "evidence_4"."rows"
                                when 1 then ' question'
                                else ' questions'
                              end || ' of the ' || "facts"."said_questions" || ' that the header says'
                              when "evidence_4"."rows" > 0 then "evidence_4"."rows" || case "evidence_4"."rows"
                                when 1 then ' question'
                                else ' questions'
                              end || coalesce(
                                case
                                  when "evidence_4"."first_at" is null then ''
                                  when to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_4"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_4"."first_at"::text || ' to ' || "evidence_4"."last_at"::text
                              )
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_9"
                                  where
                                    "run_records_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_4"
                                  where
                                    "token_usage_4"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_4"
                                  where
                                    "pipeline_runs_4"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_6"
                                  where
                                    "prep_manifests_6"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_4"
                                  where
                                    "retrieval_events_4"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'questions taken over from run ' || "facts"."agentic_source"
                              when "facts"."agentic_source" is not null then 'questions taken over from run ' || "facts"."agentic_source" || ', of which nothing is known'
                              when true then 'no question, and the header does not say that there are some'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("run_records_8"."created_at")) as first_at,
                                max(greatest("run_records_8"."created_at")) as last_at
                              from
                                "workflow"."run_records" as "run_records_8"
                              where
                                "run_records_8"."run_id" = "key"."runId"
                                and "run_records_8"."record_kind" = 'question'
                            ) as "evidence_4"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            500 as place,
                            'index' as part,
                            null::text as step,
                            case
                              when "evidence_5"."rows" > 0 then 'present'
                              when "facts"."index_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_10"
                                  where
                                    "run_records_10"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_5"
                                  where
                                    "token_usage_5"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_6"
                                  where
                                    "pipeline_runs_6"."workflow_run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_7"
                                  where
                                    "prep_manifests_7"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_5"
                                  where
                                    "retrieval_events_5"."run_id" = "facts"."index_source"
                                )
                              ) then 'reused'
                              when "facts"."index_source" is not null then 'dangling'
                              when "facts"."index" in ('skipped', 'failed', 'error') then 'not_expected'
                              when "facts"."index" in ('completed', 'success', 'ok') then 'expected'
                              when true then 'absent'
                            end as state,
                            'indexing.pipeline_runs' as table_name,
                            "evidence_5"."rows" as rows,
                            "evidence_5"."first_at" as first_at,
                            "evidence_5"."last_at" as last_at,
                            case
                              when "evidence_5"."rows" > 0 then "evidence_5"."rows" || case "evidence_5"."rows"
                                when 1 then ' index build'
                                else ' index builds'
                              end || coalesce(
                                case
                                  when "evidence_5"."first_at" is null then ''
                                  when to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_5"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_5"."first_at"::text || ' to ' || "evidence_5"."last_at"::text
                              )
                              when "facts"."index_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_10"
                                  where
                                    "run_records_10"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_5"
                                  where
                                    "token_usage_5"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_6"
                                  where
                                    "pipeline_runs_6"."workflow_run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_7"
                                  where
                                    "prep_manifests_7"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_5"
                                  where
                                    "retrieval_events_5"."run_id" = "facts"."index_source"
                                )
                              ) then 'index build of the index taken over from run ' || "facts"."index_source"
                              when "facts"."index_source" is not null then 'index build of the index taken over from run ' || "facts"."index_source" || ', of which nothing is known'
                              when "facts"."index" in ('skipped', 'failed', 'error') then 'no index build, since the step index says: ' || "facts"."index"
                              when "facts"."index" in ('completed', 'success', 'ok') then 'no index build, though the step index says that it is done; an index that was there before is that of the run that built it first'
                              when true then 'no index build, and no step index that says whether there should be'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("pipeline_runs_5"."created_at")) as first_at,
                                max(greatest("pipeline_runs_5"."created_at")) as last_at
                              from
                                "indexing"."pipeline_runs" as "pipeline_runs_5"
                              where
                                "pipeline_runs_5"."workflow_run_id" = "key"."runId"
                            ) as "evidence_5"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            600 as place,
                            'vectors' as part,
                            null::text as step,
                            case
                              when "evidence_6"."rows" > 0 then 'present'
                              when exists (
                                select
                                from
                                  "indexing"."pipeline_runs" as "pipeline_runs_8"
                                where
                                  "pipeline_runs_8"."workflow_run_id" = "key"."runId"
                              ) then 'expected'
                              when "facts"."index_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_11"
                                  where
                                    "run_records_11"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_6"
                                  where
                                    "token_usage_6"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_9"
                                  where
                                    "pipeline_runs_9"."workflow_run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_8"
                                  where
                                    "prep_manifests_8"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_6"
                                  where
                                    "retrieval_events_6"."run_id" = "facts"."index_source"
                                )
                              ) then 'reused'
                              when "facts"."index_source" is not null then 'dangling'
                              when "facts"."index" in ('skipped', 'failed', 'error') then 'not_expected'
                              when "facts"."index" in ('completed', 'success', 'ok') then 'expected'
                              when true then 'absent'
                            end as state,
                            'indexing.vectors' as table_name,
                            "evidence_6"."rows" as rows,
                            "evidence_6"."first_at" as first_at,
                            "evidence_6"."last_at" as last_at,
                            case
                              when "evidence_6"."rows" > 0 then "evidence_6"."rows" || case "evidence_6"."rows"
                                when 1 then ' chunk'
                                else ' chunks'
                              end || coalesce(
                                case
                                  when "evidence_6"."first_at" is null then ''
                                  when to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_6"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_6"."first_at"::text || ' to ' || "evidence_6"."last_at"::text
                              )
                              when exists (
                                select
                                from
                                  "indexing"."pipeline_runs" as "pipeline_runs_8"
                                where
                                  "pipeline_runs_8"."workflow_run_id" = "key"."runId"
                              ) then 'no chunk, though the run built an index; a later build takes the chunks that it makes again'
                              when "facts"."index_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_11"
                                  where
                                    "run_records_11"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_6"
                                  where
                                    "token_usage_6"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_9"
                                  where
                                    "pipeline_runs_9"."workflow_run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_8"
                                  where
                                    "prep_manifests_8"."run_id" = "facts"."index_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_6"
                                  where
                                    "retrieval_events_6"."run_id" = "facts"."index_source"
                                )
                              ) then 'chunk of the index taken over from run ' || "facts"."index_source"
                              when "facts"."index_source" is not null then 'chunk of the index taken over from run ' || "facts"."index_source" || ', of which nothing is known'
                              when "facts"."index" in ('skipped', 'failed', 'error') then 'no chunk, since the step index says: ' || "facts"."index"
                              when "facts"."index" in ('completed', 'success', 'ok') then 'no chunk, though the step index says that it is done; an index that was there before is that of the run that built it first'
                              when true then 'no chunk, and no step index that says whether there should be'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("vectors"."created_at")) as first_at,
                                max(greatest("vectors"."created_at")) as last_at
                              from
                                "indexing"."pipeline_runs" as "pipeline_runs_7"
                                cross join "indexing"."vectors" as "vectors"
                              where
                                "pipeline_runs_7"."workflow_run_id" = "key"."runId"
                                and "vectors"."pipeline_run_id" = "pipeline_runs_7"."id"
                            ) as "evidence_6"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            700 as place,
                            'events' as part,
                            null::text as step,
                            case
                              when "evidence_7"."rows" > 0 then 'present'
                              when not exists (
                                select
                                from
                                  "retrieval"."retrieval_events" as "retrieval_events_8"
                                where
                                  "retrieval_events_8"."run_id" is not null
                              ) then 'not_expected'
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_12"
                                  where
                                    "run_records_12"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_7"
                                  where
                                    "token_usage_7"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_10"
                                  where
                                    "pipeline_runs_10"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_9"
                                  where
                                    "prep_manifests_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_9"
                                  where
                                    "retrieval_events_9"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'reused'
                              when "facts"."agentic_source" is not null then 'dangling'
                              when "facts"."agentic" is not null then 'expected'
                              when true then 'absent'
                            end as state,
                            'retrieval.retrieval_events' as table_name,
                            "evidence_7"."rows" as rows,
                            "evidence_7"."first_at" as first_at,
                            "evidence_7"."last_at" as last_at,
                            case
                              when "evidence_7"."rows" > 0 then "evidence_7"."rows" || case "evidence_7"."rows"
                                when 1 then ' retrieval event'
                                else ' retrieval events'
                              end || coalesce(
                                case
                                  when "evidence_7"."first_at" is null then ''
                                  when to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_7"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_7"."first_at"::text || ' to ' || "evidence_7"."last_at"::text
                              )
                              when not exists (
                                select
                                from
                                  "retrieval"."retrieval_events" as "retrieval_events_8"
                                where
                                  "retrieval_events_8"."run_id" is not null
                              ) then 'no retrieval event, as for all runs of this database'
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_12"
                                  where
                                    "run_records_12"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_7"
                                  where
                                    "token_usage_7"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_10"
                                  where
                                    "pipeline_runs_10"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_9"
                                  where
                                    "prep_manifests_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_9"
                                  where
                                    "retrieval_events_9"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'retrieval events of the step agentic taken over from run ' || "facts"."agentic_source"
                              when "facts"."agentic_source" is not null then 'retrieval events of the step agentic taken over from run ' || "facts"."agentic_source" || ', of which nothing is known'
                              when "facts"."agentic" is not null then 'no retrieval event, though the step agentic has a record and other runs have events'
                              when true then 'no retrieval event, and no step agentic'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("retrieval_events_7"."created_at")) as first_at,
                                max(greatest("retrieval_events_7"."created_at")) as last_at
                              from
                                "retrieval"."retrieval_events" as "retrieval_events_7"
                              where
                                "retrieval_events_7"."run_id" = "key"."runId"
                            ) as "evidence_7"
                        ) as part
                    )
                    union all
                    (
                      select
                        "place",
                        "part",
                        "step",
                        "state",
                        "table_name",
                        "rows",
                        "first_at",
                        "last_at",
                        "why",
                        "lack"
                      from
                        "facts"
                        cross join lateral (
                          select
                            800 as place,
                            'usage' as part,
                            null::text as step,
                            case
                              when "evidence_8"."rows" > 0 then 'present'
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_13"
                                  where
                                    "run_records_13"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_9"
                                  where
                                    "token_usage_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_11"
                                  where
                                    "pipeline_runs_11"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_10"
                                  where
                                    "prep_manifests_10"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_10"
                                  where
                                    "retrieval_events_10"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'reused'
                              when "facts"."agentic_source" is not null then 'dangling'
                              when "facts"."agentic" in ('completed', 'success', 'ok') then 'expected'
                              when true then 'absent'
                            end as state,
                            'observability.token_usage' as table_name,
                            "evidence_8"."rows" as rows,
                            "evidence_8"."first_at" as first_at,
                            "evidence_8"."last_at" as last_at,
                            case
                              when "evidence_8"."rows" > 0 then "evidence_8"."rows" || case "evidence_8"."rows"
                                when 1 then ' call'
                                else ' calls'
                              end || coalesce(
                                case
                                  when "evidence_8"."first_at" is null then ''
                                  when to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_8"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end,
                                ' from ' || "evidence_8"."first_at"::text || ' to ' || "evidence_8"."last_at"::text
                              )
                              when "facts"."agentic_source" is not null
                              and (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_13"
                                  where
                                    "run_records_13"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_9"
                                  where
                                    "token_usage_9"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_11"
                                  where
                                    "pipeline_runs_11"."workflow_run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_10"
                                  where
                                    "prep_manifests_10"."run_id" = "facts"."agentic_source"
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_10"
                                  where
                                    "retrieval_events_10"."run_id" = "facts"."agentic_source"
                                )
                              ) then 'calls of the step agentic taken over from run ' || "facts"."agentic_source"
                              when "facts"."agentic_source" is not null then 'calls of the step agentic taken over from run ' || "facts"."agentic_source" || ', of which nothing is known'
                              when "facts"."agentic" in ('completed', 'success', 'ok') then 'no model call, though the step agentic says that it is done'
                              when true then 'no model call, and no step agentic that is done'
                            end as why,
                            null::text as lack
                          from
                            (
                              select
                                count(*) as rows,
                                min(greatest("token_usage_8"."created_at")) as first_at,
                                max(greatest("token_usage_8"."created_at")) as last_at
                              from
                                "observability"."token_usage" as "token_usage_8"
                              where
                                "token_usage_8"."run_id" = "key"."runId"
                            ) as "evidence_8"
                        ) as part
                    )
                  ) as found (
                    "place",
                    "part",
                    "step",
                    "state",
                    "table_name",
                    "rows",
                    "first_at",
                    "last_at",
                    "why",
                    "lack"
                  )
              ) as parts
            offset
              0
          ) as "completeness"
        where
          true
        order by
          "completeness"."parts"
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
