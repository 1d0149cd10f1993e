select
  case
    when case
      when "run_records"."id" is not null then true
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
            (
              select
                coalesce(
                  bool_or(
                    state in ('expected', 'dangling')
                    or (
                      part = 'header'
                      and state <> 'present'
                    )
                  ),
                  false
                )
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
                            max("run_records_15"."reuse_source_run_id") filter (
                              where
                                "run_records_15"."step" = 'agentic'
                            ) as "agentic_source",
                            max("run_records_15"."reuse_source_run_id") filter (
                              where
                                "run_records_15"."step" = 'index'
                            ) as "index_source"
                          from
                            "workflow"."run_records" as "run_records_15"
                          where
                            "run_records_15"."run_id" = "completeness"."run_id"
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
                            "run_records_14"."run_id" = "completeness"."run_id"
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
                              end || case
                                when "evidence"."first_at" is null then ''
                                when to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                when to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                else ' from ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              end
                              when "facts"."steps" > 0 then 'no header; known by ' || concat_ws(
                                ', ',
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' record'
                                        else ' records'
                                      end || case
                                        when min("run_records_4"."created_at") is null then ''
                                        when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "workflow"."run_records" as "run_records_4"
                                  where
                                    "run_records_4"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' call'
                                        else ' calls'
                                      end || case
                                        when min("token_usage_2"."created_at") is null then ''
                                        when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "observability"."token_usage" as "token_usage_2"
                                  where
                                    "token_usage_2"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' index build'
                                        else ' index builds'
                                      end || case
                                        when min("pipeline_runs_2"."created_at") is null then ''
                                        when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_2"
                                  where
                                    "pipeline_runs_2"."workflow_run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' manifest'
                                        else ' manifests'
                                      end || case
                                        when min("prep_manifests_2"."created_at") is null then ''
                                        when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_2"
                                  where
                                    "prep_manifests_2"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' retrieval event'
                                        else ' retrieval events'
                                      end || case
                                        when min("retrieval_events_2"."created_at") is null then ''
                                        when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_2"
                                  where
                                    "retrieval_events_2"."run_id" = "completeness"."run_id"
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
                                      end || case
                                        when min("run_records_4"."created_at") is null then ''
                                        when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "workflow"."run_records" as "run_records_4"
                                  where
                                    "run_records_4"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' call'
                                        else ' calls'
                                      end || case
                                        when min("token_usage_2"."created_at") is null then ''
                                        when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "observability"."token_usage" as "token_usage_2"
                                  where
                                    "token_usage_2"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' index build'
                                        else ' index builds'
                                      end || case
                                        when min("pipeline_runs_2"."created_at") is null then ''
                                        when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_2"
                                  where
                                    "pipeline_runs_2"."workflow_run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' manifest'
                                        else ' manifests'
                                      end || case
                                        when min("prep_manifests_2"."created_at") is null then ''
                                        when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_2"
                                  where
                                    "prep_manifests_2"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' retrieval event'
                                        else ' retrieval events'
                                      end || case
                                        when min("retrieval_events_2"."created_at") is null then ''
                                        when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_2"
                                  where
                                    "retrieval_events_2"."run_id" = "completeness"."run_id"
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
                                "run_records_3"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_2"."first_at" is null then ''
                              when to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_2"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "prep_manifests_3"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "steps"."first_at" is null then ''
                              when to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end || coalesce(', status ' || "steps"."status", '')
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
                                  max("run_records_5"."reuse_source_run_id") as source,
                                  max("run_records_5"."status") as status,
                                  min(greatest("run_records_5"."created_at")) as first_at,
                                  max(greatest("run_records_5"."created_at")) as last_at
                                from
                                  "workflow"."run_records" as "run_records_5"
                                where
                                  "run_records_5"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_3"."first_at" is null then ''
                              when to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_3"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "run_records_7"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_4"."first_at" is null then ''
                              when to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_4"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "run_records_8"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_5"."first_at" is null then ''
                              when to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_5"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "pipeline_runs_5"."workflow_run_id" = "completeness"."run_id"
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
                                "pipeline_runs_8"."workflow_run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_6"."first_at" is null then ''
                              when to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_6"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
                            when exists (
                              select
                              from
                                "indexing"."pipeline_runs" as "pipeline_runs_8"
                              where
                                "pipeline_runs_8"."workflow_run_id" = "completeness"."run_id"
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
                              "pipeline_runs_7"."workflow_run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_7"."first_at" is null then ''
                              when to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_7"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "retrieval_events_7"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_8"."first_at" is null then ''
                              when to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_8"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "token_usage_8"."run_id" = "completeness"."run_id"
                          ) as "evidence_8"
                      ) as part
                  )
                ) as "parts" (
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
                    "parts_2"."part" as "part",
                    "parts_2"."step" as "step",
                    "parts_2"."state" as "state",
                    "parts_2"."lack" as "lack",
                    "parts_2"."why" as "why",
                    "parts_2"."table_name" as "table_name",
                    "parts_2"."rows" as "rows",
                    "parts_2"."first_at" as "first_at",
                    "parts_2"."last_at" as "last_at"
                  from
                    (
                      with
                        "facts_2" as materialized (
                          select
                            *
                          from
                            (
                              select
                                count(*) as steps,
                                max(coalesce("run_records_28"."status", '')) filter (
                                  where
                                    "run_records_28"."step" = 'prep'
                                ) as "prep",
                                max(coalesce("run_records_28"."status", '')) filter (
                                  where
                                    "run_records_28"."step" = 'agentic'
                                ) as "agentic",
                                max(coalesce("run_records_28"."status", '')) filter (
                                  where
                                    "run_records_28"."step" = 'index'
                                ) as "index",
                                max(coalesce("run_records_28"."status", '')) filter (
                                  where
                                    "run_records_28"."step" = 'report'
                                ) as "report",
                                max("run_records_28"."reuse_source_run_id") filter (
                                  where
                                    "run_records_28"."step" = 'agentic'
                                ) as "agentic_source",
                                max("run_records_28"."reuse_source_run_id") filter (
                                  where
                                    "run_records_28"."step" = 'index'
                                ) as "index_source"
                              from
                                "workflow"."run_records" as "run_records_28"
                              where
                                "run_records_28"."run_id" = "completeness"."run_id"
                                and "run_records_28"."record_kind" = 'step'
                            ) as said
                            left join (
                              select
                                "run_records_27"."id" as header_id,
                                "run_records_27"."report_question_count" as said_questions,
                                coalesce("run_records_27"."report_hash", null) is not null as names_report
                              from
                                "workflow"."run_records" as "run_records_27"
                              where
                                "run_records_27"."run_id" = "completeness"."run_id"
                                and "run_records_27"."record_kind" = 'run'
                                and "run_records_27"."step" = ''
                                and "run_records_27"."record_key" = 'main'
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
                            "facts_2"
                            cross join lateral (
                              select
                                0 as place,
                                'header' as part,
                                null::text as step,
                                case
                                  when "evidence_9"."rows" > 0 then 'present'
                                  when "facts_2"."steps" > 0 then 'expected'
                                  when true then 'absent'
                                end as state,
                                'workflow.run_records' as table_name,
                                "evidence_9"."rows" as rows,
                                "evidence_9"."first_at" as first_at,
                                "evidence_9"."last_at" as last_at,
                                case
                                  when "evidence_9"."rows" > 0 then "evidence_9"."rows" || case "evidence_9"."rows"
                                    when 1 then ' header'
                                    else ' headers'
                                  end || case
                                    when "evidence_9"."first_at" is null then ''
                                    when to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_9"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                    when to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_9"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_9"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                    else ' from ' || to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_9"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  end
                                  when "facts_2"."steps" > 0 then 'no header; known by ' || concat_ws(
                                    ', ',
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' record'
                                            else ' records'
                                          end || case
                                            when min("run_records_17"."created_at") is null then ''
                                            when to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_17"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "workflow"."run_records" as "run_records_17"
                                      where
                                        "run_records_17"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' call'
                                            else ' calls'
                                          end || case
                                            when min("token_usage_10"."created_at") is null then ''
                                            when to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "observability"."token_usage" as "token_usage_10"
                                      where
                                        "token_usage_10"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' index build'
                                            else ' index builds'
                                          end || case
                                            when min("pipeline_runs_12"."created_at") is null then ''
                                            when to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "indexing"."pipeline_runs" as "pipeline_runs_12"
                                      where
                                        "pipeline_runs_12"."workflow_run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' manifest'
                                            else ' manifests'
                                          end || case
                                            when min("prep_manifests_11"."created_at") is null then ''
                                            when to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "ingestion"."prep_manifests" as "prep_manifests_11"
                                      where
                                        "prep_manifests_11"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' retrieval event'
                                            else ' retrieval events'
                                          end || case
                                            when min("retrieval_events_11"."created_at") is null then ''
                                            when to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "retrieval"."retrieval_events" as "retrieval_events_11"
                                      where
                                        "retrieval_events_11"."run_id" = "completeness"."run_id"
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
                                          end || case
                                            when min("run_records_17"."created_at") is null then ''
                                            when to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_17"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "workflow"."run_records" as "run_records_17"
                                      where
                                        "run_records_17"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' call'
                                            else ' calls'
                                          end || case
                                            when min("token_usage_10"."created_at") is null then ''
                                            when to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "observability"."token_usage" as "token_usage_10"
                                      where
                                        "token_usage_10"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' index build'
                                            else ' index builds'
                                          end || case
                                            when min("pipeline_runs_12"."created_at") is null then ''
                                            when to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "indexing"."pipeline_runs" as "pipeline_runs_12"
                                      where
                                        "pipeline_runs_12"."workflow_run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' manifest'
                                            else ' manifests'
                                          end || case
                                            when min("prep_manifests_11"."created_at") is null then ''
                                            when to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "ingestion"."prep_manifests" as "prep_manifests_11"
                                      where
                                        "prep_manifests_11"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' retrieval event'
                                            else ' retrieval events'
                                          end || case
                                            when min("retrieval_events_11"."created_at") is null then ''
                                            when to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "retrieval"."retrieval_events" as "retrieval_events_11"
                                      where
                                        "retrieval_events_11"."run_id" = "completeness"."run_id"
                                    )
                                  )
                                end as why,
                                null::text as lack
                              from
                                (
                                  select
                                    count(*) as rows,
                                    min(greatest("run_records_16"."created_at")) as first_at,
                                    max(greatest("run_records_16"."created_at")) as last_at
                                  from
                                    "workflow"."run_records" as "run_records_16"
                                  where
                                    "run_records_16"."run_id" = "completeness"."run_id"
                                    and "run_records_16"."record_kind" = 'run'
                                    and "run_records_16"."step" = ''
                                    and "run_records_16"."record_key" = 'main'
                                ) as "evidence_9"
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
                          "facts_2"
                          cross join lateral (
                            select
                              100 as place,
                              'manifest' as part,
                              null::text as step,
                              case
                                when "evidence_10"."rows" > 0 then 'present'
                                when not exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_13"
                                  where
                                    "prep_manifests_13"."run_id" is not null
                                ) then 'not_expected'
                                when "facts_2"."prep" is not null then 'expected'
                                when true then 'absent'
                              end as state,
                              'ingestion.prep_manifests' as table_name,
                              "evidence_10"."rows" as rows,
                              "evidence_10"."first_at" as first_at,
                              "evidence_10"."last_at" as last_at,
                              case
                                when "evidence_10"."rows" > 0 then "evidence_10"."rows" || case "evidence_10"."rows"
                                  when 1 then ' manifest'
                                  else ' manifests'
                                end || case
                                  when "evidence_10"."first_at" is null then ''
                                  when to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_10"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_10"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_10"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_10"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when not exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_13"
                                  where
                                    "prep_manifests_13"."run_id" is not null
                                ) then 'no manifest, as for all runs of this database'
                                when "facts_2"."prep" is not null then 'no manifest, though the step prep has a record and other runs have manifests'
                                when true then 'no manifest, and no step prep'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("prep_manifests_12"."created_at")) as first_at,
                                  max(greatest("prep_manifests_12"."created_at")) as last_at
                                from
                                  "ingestion"."prep_manifests" as "prep_manifests_12"
                                where
                                  "prep_manifests_12"."run_id" = "completeness"."run_id"
                              ) as "evidence_10"
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
                          "facts_2"
                          cross join lateral (
                            select
                              200 + coalesce("steps_2"."place", 90) as place,
                              'step' as part,
                              "steps_2"."step",
                              case
                                when "steps_2"."source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_19"
                                    where
                                      "run_records_19"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_11"
                                    where
                                      "token_usage_11"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_13"
                                    where
                                      "pipeline_runs_13"."workflow_run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_14"
                                    where
                                      "prep_manifests_14"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_12"
                                    where
                                      "retrieval_events_12"."run_id" = "steps_2"."source"
                                  )
                                ) then 'reused'
                                when "steps_2"."source" is not null then 'dangling'
                                when "steps_2"."rows" > 0 then 'present'
                                when "steps_2"."later" is not null then 'expected'
                                when true then 'absent'
                              end as state,
                              'workflow.run_records' as table_name,
                              coalesce("steps_2"."rows", 0) as rows,
                              "steps_2"."first_at",
                              "steps_2"."last_at",
                              case
                                when "steps_2"."source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_19"
                                    where
                                      "run_records_19"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_11"
                                    where
                                      "token_usage_11"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_13"
                                    where
                                      "pipeline_runs_13"."workflow_run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_14"
                                    where
                                      "prep_manifests_14"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_12"
                                    where
                                      "retrieval_events_12"."run_id" = "steps_2"."source"
                                  )
                                ) then 'step taken over from run ' || "steps_2"."source"
                                when "steps_2"."source" is not null then 'step taken over from run ' || "steps_2"."source" || ', of which nothing is known'
                                when "steps_2"."rows" > 0 then "steps_2"."rows" || case "steps_2"."rows"
                                  when 1 then ' record'
                                  else ' records'
                                end || case
                                  when "steps_2"."first_at" is null then ''
                                  when to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("steps_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("steps_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps_2"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end || coalesce(', status ' || "steps_2"."status", '')
                                when "steps_2"."later" is not null then 'no record of the step, though the later step ' || (array['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report']) ["steps_2"."later"] || ' has one'
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
                                      "run_records_18"."step" as step,
                                      count(*) as rows,
                                      max("run_records_18"."reuse_source_run_id") as source,
                                      max("run_records_18"."status") as status,
                                      min(greatest("run_records_18"."created_at")) as first_at,
                                      max(greatest("run_records_18"."created_at")) as last_at
                                    from
                                      "workflow"."run_records" as "run_records_18"
                                    where
                                      "run_records_18"."run_id" = "completeness"."run_id"
                                      and "run_records_18"."record_kind" = 'step'
                                    group by
                                      "run_records_18"."step"
                                  ) as own using (step)
                              ) as "steps_2"
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
                          "facts_2"
                          cross join lateral (
                            select
                              300 as place,
                              'report' as part,
                              null::text as step,
                              case
                                when "evidence_11"."rows" > 0 then 'present'
                                when (
                                  "facts_2"."names_report"
                                  or "facts_2"."report" in ('completed', 'success', 'ok')
                                ) then 'expected'
                                when true then 'absent'
                              end as state,
                              'workflow.run_records' as table_name,
                              "evidence_11"."rows" as rows,
                              "evidence_11"."first_at" as first_at,
                              "evidence_11"."last_at" as last_at,
                              case
                                when "evidence_11"."rows" > 0 then "evidence_11"."rows" || case "evidence_11"."rows"
                                  when 1 then ' report'
                                  else ' reports'
                                end || case
                                  when "evidence_11"."first_at" is null then ''
                                  when to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_11"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_11"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_11"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_11"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when (
                                  "facts_2"."names_report"
                                  or "facts_2"."report" in ('completed', 'success', 'ok')
                                ) then 'no report, though the header or the step report says that it was made'
                                when true then 'no report, and neither the header nor a step says that it was made'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("run_records_20"."created_at")) as first_at,
                                  max(greatest("run_records_20"."created_at")) as last_at
                                from
                                  "workflow"."run_records" as "run_records_20"
                                where
                                  "run_records_20"."run_id" = "completeness"."run_id"
                                  and "run_records_20"."record_kind" = 'report'
                              ) as "evidence_11"
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
                          "facts_2"
                          cross join lateral (
                            select
                              400 as place,
                              'questions' as part,
                              null::text as step,
                              case
                                when "facts_2"."said_questions" > "evidence_12"."rows" then 'expected'
                                when "evidence_12"."rows" > 0 then 'present'
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_22"
                                    where
                                      "run_records_22"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_12"
                                    where
                                      "token_usage_12"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_14"
                                    where
                                      "pipeline_runs_14"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_15"
                                    where
                                      "prep_manifests_15"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_13"
                                    where
                                      "retrieval_events_13"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."agentic_source" is not null then 'dangling'
                                when true then 'absent'
                              end as state,
                              'workflow.run_records' as table_name,
                              "evidence_12"."rows" as rows,
                              "evidence_12"."first_at" as first_at,
                              "evidence_12"."last_at" as last_at,
                              case
                                when "facts_2"."said_questions" > "evidence_12"."rows" then "evidence_12"."rows" || case "evidence_12"."rows"
                                  when 1 then ' question'
                                  else ' questions'
                                end || ' of the ' || "facts_2"."said_questions" || ' that the header says'
                                when "evidence_12"."rows" > 0 then "evidence_12"."rows" || case "evidence_12"."rows"
                                  when 1 then ' question'
                                  else ' questions'
                                end || case
                                  when "evidence_12"."first_at" is null then ''
                                  when to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_12"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_12"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_12"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_12"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_22"
                                    where
                                      "run_records_22"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_12"
                                    where
                                      "token_usage_12"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_14"
                                    where
                                      "pipeline_runs_14"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_15"
                                    where
                                      "prep_manifests_15"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_13"
                                    where
                                      "retrieval_events_13"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'questions taken over from run ' || "facts_2"."agentic_source"
                                when "facts_2"."agentic_source" is not null then 'questions taken over from run ' || "facts_2"."agentic_source" || ', of which nothing is known'
                                when true then 'no question, and the header does not say that there are some'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("run_records_21"."created_at")) as first_at,
                                  max(greatest("run_records_21"."created_at")) as last_at
                                from
                                  "workflow"."run_records" as "run_records_21"
                                where
                                  "run_records_21"."run_id" = "completeness"."run_id"
                                  and "run_records_21"."record_kind" = 'question'
                              ) as "evidence_12"
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
                          "facts_2"
                          cross join lateral (
                            select
                              500 as place,
                              'index' as part,
                              null::text as step,
                              case
                                when "evidence_13"."rows" > 0 then 'present'
                                when "facts_2"."index_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_23"
                                    where
                                      "run_records_23"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_13"
                                    where
                                      "token_usage_13"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_16"
                                    where
                                      "pipeline_runs_16"."workflow_run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_16"
                                    where
                                      "prep_manifests_16"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_14"
                                    where
                                      "retrieval_events_14"."run_id" = "facts_2"."index_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."index_source" is not null then 'dangling'
                                when "facts_2"."index" in ('skipped', 'failed', 'error') then 'not_expected'
                                when "facts_2"."index" in ('completed', 'success', 'ok') then 'expected'
                                when true then 'absent'
                              end as state,
                              'indexing.pipeline_runs' as table_name,
                              "evidence_13"."rows" as rows,
                              "evidence_13"."first_at" as first_at,
                              "evidence_13"."last_at" as last_at,
                              case
                                when "evidence_13"."rows" > 0 then "evidence_13"."rows" || case "evidence_13"."rows"
                                  when 1 then ' index build'
                                  else ' index builds'
                                end || case
                                  when "evidence_13"."first_at" is null then ''
                                  when to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_13"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_13"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_13"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_13"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when "facts_2"."index_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_23"
                                    where
                                      "run_records_23"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_13"
                                    where
                                      "token_usage_13"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_16"
                                    where
                                      "pipeline_runs_16"."workflow_run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_16"
                                    where
                                      "prep_manifests_16"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_14"
                                    where
                                      "retrieval_events_14"."run_id" = "facts_2"."index_source"
                                  )
                                ) then 'index build of the index taken over from run ' || "facts_2"."index_source"
                                when "facts_2"."index_source" is not null then 'index build of the index taken over from run ' || "facts_2"."index_source" || ', of which nothing is known'
                                when "facts_2"."index" in ('skipped', 'failed', 'error') then 'no index build, since the step index says: ' || "facts_2"."index"
                                when "facts_2"."index" in ('completed', 'success', 'ok') then 'no index build, though the step index says that it is done; an index that was there before is that of the run that built it first'
                                when true then 'no index build, and no step index that says whether there should be'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("pipeline_runs_15"."created_at")) as first_at,
                                  max(greatest("pipeline_runs_15"."created_at")) as last_at
                                from
                                  "indexing"."pipeline_runs" as "pipeline_runs_15"
                                where
                                  "pipeline_runs_15"."workflow_run_id" = "completeness"."run_id"
                              ) as "evidence_13"
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
                          "facts_2"
                          cross join lateral (
                            select
                              600 as place,
                              'vectors' as part,
                              null::text as step,
                              case
                                when "evidence_14"."rows" > 0 then 'present'
                                when exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_18"
                                  where
                                    "pipeline_runs_18"."workflow_run_id" = "completeness"."run_id"
                                ) then 'expected'
                                when "facts_2"."index_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_24"
                                    where
                                      "run_records_24"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_14"
                                    where
                                      "token_usage_14"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_19"
                                    where
                                      "pipeline_runs_19"."workflow_run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_17"
                                    where
                                      "prep_manifests_17"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_15"
                                    where
                                      "retrieval_events_15"."run_id" = "facts_2"."index_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."index_source" is not null then 'dangling'
                                when "facts_2"."index" in ('skipped', 'failed', 'error') then 'not_expected'
                                when "facts_2"."index" in ('completed', 'success', 'ok') then 'expected'
                                when true then 'absent'
                              end as state,
                              'indexing.vectors' as table_name,
                              "evidence_14"."rows" as rows,
                              "evidence_14"."first_at" as first_at,
                              "evidence_14"."last_at" as last_at,
                              case
                                when "evidence_14"."rows" > 0 then "evidence_14"."rows" || case "evidence_14"."rows"
                                  when 1 then ' chunk'
                                  else ' chunks'
                                end || case
                                  when "evidence_14"."first_at" is null then ''
                                  when to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_14"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_14"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_14"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_14"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_18"
                                  where
                                    "pipeline_runs_18"."workflow_run_id" = "completeness"."run_id"
                                ) then 'no chunk, though the run built an index; a later build takes the chunks that it makes again'
                                when "facts_2"."index_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_24"
                                    where
                                      "run_records_24"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_14"
                                    where
                                      "token_usage_14"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_19"
                                    where
                                      "pipeline_runs_19"."workflow_run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_17"
                                    where
                                      "prep_manifests_17"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_15"
                                    where
                                      "retrieval_events_15"."run_id" = "facts_2"."index_source"
                                  )
                                ) then 'chunk of the index taken over from run ' || "facts_2"."index_source"
                                when "facts_2"."index_source" is not null then 'chunk of the index taken over from run ' || "facts_2"."index_source" || ', of which nothing is known'
                                when "facts_2"."index" in ('skipped', 'failed', 'error') then 'no chunk, since the step index says: ' || "facts_2"."index"
                                when "facts_2"."index" in ('completed', 'success', 'ok') then 'no chunk, though the step index says that it is done; an index that was there before is that of the run that built it first'
                                when true then 'no chunk, and no step index that says whether there should be'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("vectors_2"."created_at")) as first_at,
                                  max(greatest("vectors_2"."created_at")) as last_at
                                from
                                  "indexing"."pipeline_runs" as "pipeline_runs_17"
                                  cross join "indexing"."vectors" as "vectors_2"
                                where
                                  "pipeline_runs_17"."workflow_run_id" = "completeness"."run_id"
                                  and "vectors_2"."pipeline_run_id" = "pipeline_runs_17"."id"
                              ) as "evidence_14"
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
                          "facts_2"
                          cross join lateral (
                            select
                              700 as place,
                              'events' as part,
                              null::text as step,
                              case
                                when "evidence_15"."rows" > 0 then 'present'
                                when not exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_17"
                                  where
                                    "retrieval_events_17"."run_id" is not null
                                ) then 'not_expected'
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_25"
                                    where
                                      "run_records_25"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_15"
                                    where
                                      "token_usage_15"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_20"
                                    where
                                      "pipeline_runs_20"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_18"
                                    where
                                      "prep_manifests_18"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_18"
                                    where
                                      "retrieval_events_18"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."agentic_source" is not null then 'dangling'
                                when "facts_2"."agentic" is not null then 'expected'
                                when true then 'absent'
                              end as state,
                              'retrieval.retrieval_events' as table_name,
                              "evidence_15"."rows" as rows,
                              "evidence_15"."first_at" as first_at,
                              "evidence_15"."last_at" as last_at,
                              case
                                when "evidence_15"."rows" > 0 then "evidence_15"."rows" || case "evidence_15"."rows"
                                  when 1 then ' retrieval event'
                                  else ' retrieval events'
                                end || case
                                  when "evidence_15"."first_at" is null then ''
                                  when to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_15"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_15"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_15"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_15"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when not exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_17"
                                  where
                                    "retrieval_events_17"."run_id" is not null
                                ) then 'no retrieval event, as for all runs of this database'
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_25"
                                    where
                                      "run_records_25"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_15"
                                    where
                                      "token_usage_15"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_20"
                                    where
                                      "pipeline_runs_20"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_18"
                                    where
                                      "prep_manifests_18"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_18"
                                    where
                                      "retrieval_events_18"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'retrieval events of the step agentic taken over from run ' || "facts_2"."agentic_source"
                                when "facts_2"."agentic_source" is not null then 'retrieval events of the step agentic taken over from run ' || "facts_2"."agentic_source" || ', of which nothing is known'
                                when "facts_2"."agentic" is not null then 'no retrieval event, though the step agentic has a record and other runs have events'
                                when true then 'no retrieval event, and no step agentic'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("retrieval_events_16"."created_at")) as first_at,
                                  max(greatest("retrieval_events_16"."created_at")) as last_at
                                from
                                  "retrieval"."retrieval_events" as "retrieval_events_16"
                                where
                                  "retrieval_events_16"."run_id" = "completeness"."run_id"
                              ) as "evidence_15"
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
                          "facts_2"
                          cross join lateral (
                            select
                              800 as place,
                              'usage' as part,
                              null::text as step,
                              case
                                when "evidence_16"."rows" > 0 then 'present'
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_26"
                                    where
                                      "run_records_26"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_17"
                                    where
                                      "token_usage_17"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_21"
                                    where
                                      "pipeline_runs_21"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_19"
                                    where
                                      "prep_manifests_19"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_19"
                                    where
                                      "retrieval_events_19"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."agentic_source" is not null then 'dangling'
                                when "facts_2"."agentic" in ('completed', 'success', 'ok') then 'expected'
                                when true then 'absent'
                              end as state,
                              'observability.token_usage' as table_name,
                              "evidence_16"."rows" as rows,
                              "evidence_16"."first_at" as first_at,
                              "evidence_16"."last_at" as last_at,
                              case
                                when "evidence_16"."rows" > 0 then "evidence_16"."rows" || case "evidence_16"."rows"
                                  when 1 then ' call'
                                  else ' calls'
                                end || case
                                  when "evidence_16"."first_at" is null then ''
                                  when to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_16"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_16"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_16"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_16"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_26"
                                    where
                                      "run_records_26"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_17"
                                    where
                                      "token_usage_17"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_21"
                                    where
                                      "pipeline_runs_21"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_19"
                                    where
                                      "prep_manifests_19"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_19"
                                    where
                                      "retrieval_events_19"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'calls of the step agentic taken over from run ' || "facts_2"."agentic_source"
                                when "facts_2"."agentic_source" is not null then 'calls of the step agentic taken over from run ' || "facts_2"."agentic_source" || ', of which nothing is known'
                                when "facts_2"."agentic" in ('completed', 'success', 'ok') then 'no model call, though the step agentic says that it is done'
                                when true then 'no model call, and no step agentic that is done'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("token_usage_16"."created_at")) as first_at,
                                  max(greatest("token_usage_16"."created_at")) as last_at
                                from
                                  "observability"."token_usage" as "token_usage_16"
                                where
                                  "token_usage_16"."run_id" = "completeness"."run_id"
                              ) as "evidence_16"
                          ) as part
                      )
                    ) as "parts_2" (
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
                  where
                    true
                  order by
                    "parts_2"."place"
                  limit
                    501
                ) as "page"
            )
          )
        from
          (
            select
              "key"."runId" as run_id
          ) as "completeness"
        where
          true
        order by
          "completeness"."run_id"
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
  left join "workflow"."run_records" as "run_records" on "run_records"."run_id" = "key"."runId"
  and "run_records"."record_kind" = 'run'
  and "run_records"."step" = ''
  and "run_records"."record_key" = 'main'

select
  case
    when case
      when "run_records"."id" is not null then true
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
            (
              select
                coalesce(
                  bool_or(
                    state in ('expected', 'dangling')
                    or (
                      part = 'header'
                      and state <> 'present'
                    )
                  ),
                  false
                )
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
                            max("run_records_15"."reuse_source_run_id") filter (
                              where
                                "run_records_15"."step" = 'agentic'
                            ) as "agentic_source",
                            max("run_records_15"."reuse_source_run_id") filter (
                              where
                                "run_records_15"."step" = 'index'
                            ) as "index_source"
                          from
                            "workflow"."run_records" as "run_records_15"
                          where
                            "run_records_15"."run_id" = "completeness"."run_id"
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
                            "run_records_14"."run_id" = "completeness"."run_id"
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
                              end || case
                                when "evidence"."first_at" is null then ''
                                when to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                when to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                else ' from ' || to_char("evidence"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              end
                              when "facts"."steps" > 0 then 'no header; known by ' || concat_ws(
                                ', ',
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' record'
                                        else ' records'
                                      end || case
                                        when min("run_records_4"."created_at") is null then ''
                                        when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "workflow"."run_records" as "run_records_4"
                                  where
                                    "run_records_4"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' call'
                                        else ' calls'
                                      end || case
                                        when min("token_usage_2"."created_at") is null then ''
                                        when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "observability"."token_usage" as "token_usage_2"
                                  where
                                    "token_usage_2"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' index build'
                                        else ' index builds'
                                      end || case
                                        when min("pipeline_runs_2"."created_at") is null then ''
                                        when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_2"
                                  where
                                    "pipeline_runs_2"."workflow_run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' manifest'
                                        else ' manifests'
                                      end || case
                                        when min("prep_manifests_2"."created_at") is null then ''
                                        when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_2"
                                  where
                                    "prep_manifests_2"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' retrieval event'
                                        else ' retrieval events'
                                      end || case
                                        when min("retrieval_events_2"."created_at") is null then ''
                                        when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_2"
                                  where
                                    "retrieval_events_2"."run_id" = "completeness"."run_id"
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
                                      end || case
                                        when min("run_records_4"."created_at") is null then ''
                                        when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_4"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "workflow"."run_records" as "run_records_4"
                                  where
                                    "run_records_4"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' call'
                                        else ' calls'
                                      end || case
                                        when min("token_usage_2"."created_at") is null then ''
                                        when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "observability"."token_usage" as "token_usage_2"
                                  where
                                    "token_usage_2"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' index build'
                                        else ' index builds'
                                      end || case
                                        when min("pipeline_runs_2"."created_at") is null then ''
                                        when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_2"
                                  where
                                    "pipeline_runs_2"."workflow_run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' manifest'
                                        else ' manifests'
                                      end || case
                                        when min("prep_manifests_2"."created_at") is null then ''
                                        when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_2"
                                  where
                                    "prep_manifests_2"."run_id" = "completeness"."run_id"
                                ),
                                (
                                  select
                                    case
                                      when count(*) > 0 then count(*) || case count(*)
                                        when 1 then ' retrieval event'
                                        else ' retrieval events'
                                      end || case
                                        when min("retrieval_events_2"."created_at") is null then ''
                                        when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                        when to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                        else ' from ' || to_char(min("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_2"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                      end
                                    end
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_2"
                                  where
                                    "retrieval_events_2"."run_id" = "completeness"."run_id"
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
                                "run_records_3"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_2"."first_at" is null then ''
                              when to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_2"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "prep_manifests_3"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "steps"."first_at" is null then ''
                              when to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("steps"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end || coalesce(', status ' || "steps"."status", '')
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
                                  max("run_records_5"."reuse_source_run_id") as source,
                                  max("run_records_5"."status") as status,
                                  min(greatest("run_records_5"."created_at")) as first_at,
                                  max(greatest("run_records_5"."created_at")) as last_at
                                from
                                  "workflow"."run_records" as "run_records_5"
                                where
                                  "run_records_5"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_3"."first_at" is null then ''
                              when to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_3"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_3"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_3"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "run_records_7"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_4"."first_at" is null then ''
                              when to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_4"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_4"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_4"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "run_records_8"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_5"."first_at" is null then ''
                              when to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_5"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_5"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_5"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "pipeline_runs_5"."workflow_run_id" = "completeness"."run_id"
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
                                "pipeline_runs_8"."workflow_run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_6"."first_at" is null then ''
                              when to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_6"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_6"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_6"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
                            when exists (
                              select
                              from
                                "indexing"."pipeline_runs" as "pipeline_runs_8"
                              where
                                "pipeline_runs_8"."workflow_run_id" = "completeness"."run_id"
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
                              "pipeline_runs_7"."workflow_run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_7"."first_at" is null then ''
                              when to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_7"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_7"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_7"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "retrieval_events_7"."run_id" = "completeness"."run_id"
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
                            end || case
                              when "evidence_8"."first_at" is null then ''
                              when to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                              when to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_8"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                              else ' from ' || to_char("evidence_8"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_8"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                            end
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
                              "token_usage_8"."run_id" = "completeness"."run_id"
                          ) as "evidence_8"
                      ) as part
                  )
                ) as "parts" (
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
                    "parts_2"."part" as "part",
                    "parts_2"."step" as "step",
                    "parts_2"."state" as "state",
                    "parts_2"."lack" as "lack",
                    "parts_2"."why" as "why",
                    "parts_2"."table_name" as "table_name",
                    "parts_2"."rows" as "rows",
                    "parts_2"."first_at" as "first_at",
                    "parts_2"."last_at" as "last_at"
                  from
                    (
                      with
                        "facts_2" as materialized (
                          select
                            *
                          from
                            (
                              select
                                count(*) as steps,
                                max(coalesce("run_records_28"."status", '')) filter (
                                  where
                                    "run_records_28"."step" = 'prep'
                                ) as "prep",
                                max(coalesce("run_records_28"."status", '')) filter (
                                  where
                                    "run_records_28"."step" = 'agentic'
                                ) as "agentic",
                                max(coalesce("run_records_28"."status", '')) filter (
                                  where
                                    "run_records_28"."step" = 'index'
                                ) as "index",
                                max(coalesce("run_records_28"."status", '')) filter (
                                  where
                                    "run_records_28"."step" = 'report'
                                ) as "report",
                                max("run_records_28"."reuse_source_run_id") filter (
                                  where
                                    "run_records_28"."step" = 'agentic'
                                ) as "agentic_source",
                                max("run_records_28"."reuse_source_run_id") filter (
                                  where
                                    "run_records_28"."step" = 'index'
                                ) as "index_source"
                              from
                                "workflow"."run_records" as "run_records_28"
                              where
                                "run_records_28"."run_id" = "completeness"."run_id"
                                and "run_records_28"."record_kind" = 'step'
                            ) as said
                            left join (
                              select
                                "run_records_27"."id" as header_id,
                                "run_records_27"."report_question_count" as said_questions,
                                coalesce("run_records_27"."report_hash", null) is not null as names_report
                              from
                                "workflow"."run_records" as "run_records_27"
                              where
                                "run_records_27"."run_id" = "completeness"."run_id"
                                and "run_records_27"."record_kind" = 'run'
                                and "run_records_27"."step" = ''
                                and "run_records_27"."record_key" = 'main'
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
                            "facts_2"
                            cross join lateral (
                              select
                                0 as place,
                                'header' as part,
                                null::text as step,
                                case
                                  when "evidence_9"."rows" > 0 then 'present'
                                  when "facts_2"."steps" > 0 then 'expected'
                                  when true then 'absent'
                                end as state,
                                'workflow.run_records' as table_name,
                                "evidence_9"."rows" as rows,
                                "evidence_9"."first_at" as first_at,
                                "evidence_9"."last_at" as last_at,
                                case
                                  when "evidence_9"."rows" > 0 then "evidence_9"."rows" || case "evidence_9"."rows"
                                    when 1 then ' header'
                                    else ' headers'
                                  end || case
                                    when "evidence_9"."first_at" is null then ''
                                    when to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_9"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                    when to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_9"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_9"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                    else ' from ' || to_char("evidence_9"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_9"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  end
                                  when "facts_2"."steps" > 0 then 'no header; known by ' || concat_ws(
                                    ', ',
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' record'
                                            else ' records'
                                          end || case
                                            when min("run_records_17"."created_at") is null then ''
                                            when to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_17"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "workflow"."run_records" as "run_records_17"
                                      where
                                        "run_records_17"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' call'
                                            else ' calls'
                                          end || case
                                            when min("token_usage_10"."created_at") is null then ''
                                            when to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "observability"."token_usage" as "token_usage_10"
                                      where
                                        "token_usage_10"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' index build'
                                            else ' index builds'
                                          end || case
                                            when min("pipeline_runs_12"."created_at") is null then ''
                                            when to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "indexing"."pipeline_runs" as "pipeline_runs_12"
                                      where
                                        "pipeline_runs_12"."workflow_run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' manifest'
                                            else ' manifests'
                                          end || case
                                            when min("prep_manifests_11"."created_at") is null then ''
                                            when to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "ingestion"."prep_manifests" as "prep_manifests_11"
                                      where
                                        "prep_manifests_11"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' retrieval event'
                                            else ' retrieval events'
                                          end || case
                                            when min("retrieval_events_11"."created_at") is null then ''
                                            when to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "retrieval"."retrieval_events" as "retrieval_events_11"
                                      where
                                        "retrieval_events_11"."run_id" = "completeness"."run_id"
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
                                          end || case
                                            when min("run_records_17"."created_at") is null then ''
                                            when to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_17"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("run_records_17"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "workflow"."run_records" as "run_records_17"
                                      where
                                        "run_records_17"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' call'
                                            else ' calls'
                                          end || case
                                            when min("token_usage_10"."created_at") is null then ''
                                            when to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("token_usage_10"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "observability"."token_usage" as "token_usage_10"
                                      where
                                        "token_usage_10"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' index build'
                                            else ' index builds'
                                          end || case
                                            when min("pipeline_runs_12"."created_at") is null then ''
                                            when to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("pipeline_runs_12"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "indexing"."pipeline_runs" as "pipeline_runs_12"
                                      where
                                        "pipeline_runs_12"."workflow_run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' manifest'
                                            else ' manifests'
                                          end || case
                                            when min("prep_manifests_11"."created_at") is null then ''
                                            when to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("prep_manifests_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "ingestion"."prep_manifests" as "prep_manifests_11"
                                      where
                                        "prep_manifests_11"."run_id" = "completeness"."run_id"
                                    ),
                                    (
                                      select
                                        case
                                          when count(*) > 0 then count(*) || case count(*)
                                            when 1 then ' retrieval event'
                                            else ' retrieval events'
                                          end || case
                                            when min("retrieval_events_11"."created_at") is null then ''
                                            when to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                            when to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') = to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'HH24:MI') || ' UTC'
                                            else ' from ' || to_char(min("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char(max("retrieval_events_11"."created_at") at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                          end
                                        end
                                      from
                                        "retrieval"."retrieval_events" as "retrieval_events_11"
                                      where
                                        "retrieval_events_11"."run_id" = "completeness"."run_id"
                                    )
                                  )
                                end as why,
                                null::text as lack
                              from
                                (
                                  select
                                    count(*) as rows,
                                    min(greatest("run_records_16"."created_at")) as first_at,
                                    max(greatest("run_records_16"."created_at")) as last_at
                                  from
                                    "workflow"."run_records" as "run_records_16"
                                  where
                                    "run_records_16"."run_id" = "completeness"."run_id"
                                    and "run_records_16"."record_kind" = 'run'
                                    and "run_records_16"."step" = ''
                                    and "run_records_16"."record_key" = 'main'
                                ) as "evidence_9"
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
                          "facts_2"
                          cross join lateral (
                            select
                              100 as place,
                              'manifest' as part,
                              null::text as step,
                              case
                                when "evidence_10"."rows" > 0 then 'present'
                                when not exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_13"
                                  where
                                    "prep_manifests_13"."run_id" is not null
                                ) then 'not_expected'
                                when "facts_2"."prep" is not null then 'expected'
                                when true then 'absent'
                              end as state,
                              'ingestion.prep_manifests' as table_name,
                              "evidence_10"."rows" as rows,
                              "evidence_10"."first_at" as first_at,
                              "evidence_10"."last_at" as last_at,
                              case
                                when "evidence_10"."rows" > 0 then "evidence_10"."rows" || case "evidence_10"."rows"
                                  when 1 then ' manifest'
                                  else ' manifests'
                                end || case
                                  when "evidence_10"."first_at" is null then ''
                                  when to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_10"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_10"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_10"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_10"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_10"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when not exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_13"
                                  where
                                    "prep_manifests_13"."run_id" is not null
                                ) then 'no manifest, as for all runs of this database'
                                when "facts_2"."prep" is not null then 'no manifest, though the step prep has a record and other runs have manifests'
                                when true then 'no manifest, and no step prep'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("prep_manifests_12"."created_at")) as first_at,
                                  max(greatest("prep_manifests_12"."created_at")) as last_at
                                from
                                  "ingestion"."prep_manifests" as "prep_manifests_12"
                                where
                                  "prep_manifests_12"."run_id" = "completeness"."run_id"
                              ) as "evidence_10"
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
                          "facts_2"
                          cross join lateral (
                            select
                              200 + coalesce("steps_2"."place", 90) as place,
                              'step' as part,
                              "steps_2"."step",
                              case
                                when "steps_2"."source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_19"
                                    where
                                      "run_records_19"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_11"
                                    where
                                      "token_usage_11"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_13"
                                    where
                                      "pipeline_runs_13"."workflow_run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_14"
                                    where
                                      "prep_manifests_14"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_12"
                                    where
                                      "retrieval_events_12"."run_id" = "steps_2"."source"
                                  )
                                ) then 'reused'
                                when "steps_2"."source" is not null then 'dangling'
                                when "steps_2"."rows" > 0 then 'present'
                                when "steps_2"."later" is not null then 'expected'
                                when true then 'absent'
                              end as state,
                              'workflow.run_records' as table_name,
                              coalesce("steps_2"."rows", 0) as rows,
                              "steps_2"."first_at",
                              "steps_2"."last_at",
                              case
                                when "steps_2"."source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_19"
                                    where
                                      "run_records_19"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_11"
                                    where
                                      "token_usage_11"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_13"
                                    where
                                      "pipeline_runs_13"."workflow_run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_14"
                                    where
                                      "prep_manifests_14"."run_id" = "steps_2"."source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_12"
                                    where
                                      "retrieval_events_12"."run_id" = "steps_2"."source"
                                  )
                                ) then 'step taken over from run ' || "steps_2"."source"
                                when "steps_2"."source" is not null then 'step taken over from run ' || "steps_2"."source" || ', of which nothing is known'
                                when "steps_2"."rows" > 0 then "steps_2"."rows" || case "steps_2"."rows"
                                  when 1 then ' record'
                                  else ' records'
                                end || case
                                  when "steps_2"."first_at" is null then ''
                                  when to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("steps_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("steps_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps_2"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("steps_2"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("steps_2"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end || coalesce(', status ' || "steps_2"."status", '')
                                when "steps_2"."later" is not null then 'no record of the step, though the later step ' || (array['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report']) ["steps_2"."later"] || ' has one'
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
                                      "run_records_18"."step" as step,
                                      count(*) as rows,
                                      max("run_records_18"."reuse_source_run_id") as source,
                                      max("run_records_18"."status") as status,
                                      min(greatest("run_records_18"."created_at")) as first_at,
                                      max(greatest("run_records_18"."created_at")) as last_at
                                    from
                                      "workflow"."run_records" as "run_records_18"
                                    where
                                      "run_records_18"."run_id" = "completeness"."run_id"
                                      and "run_records_18"."record_kind" = 'step'
                                    group by
                                      "run_records_18"."step"
                                  ) as own using (step)
                              ) as "steps_2"
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
                          "facts_2"
                          cross join lateral (
                            select
                              300 as place,
                              'report' as part,
                              null::text as step,
                              case
                                when "evidence_11"."rows" > 0 then 'present'
                                when (
                                  "facts_2"."names_report"
                                  or "facts_2"."report" in ('completed', 'success', 'ok')
                                ) then 'expected'
                                when true then 'absent'
                              end as state,
                              'workflow.run_records' as table_name,
                              "evidence_11"."rows" as rows,
                              "evidence_11"."first_at" as first_at,
                              "evidence_11"."last_at" as last_at,
                              case
                                when "evidence_11"."rows" > 0 then "evidence_11"."rows" || case "evidence_11"."rows"
                                  when 1 then ' report'
                                  else ' reports'
                                end || case
                                  when "evidence_11"."first_at" is null then ''
                                  when to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_11"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_11"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_11"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_11"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_11"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when (
                                  "facts_2"."names_report"
                                  or "facts_2"."report" in ('completed', 'success', 'ok')
                                ) then 'no report, though the header or the step report says that it was made'
                                when true then 'no report, and neither the header nor a step says that it was made'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("run_records_20"."created_at")) as first_at,
                                  max(greatest("run_records_20"."created_at")) as last_at
                                from
                                  "workflow"."run_records" as "run_records_20"
                                where
                                  "run_records_20"."run_id" = "completeness"."run_id"
                                  and "run_records_20"."record_kind" = 'report'
                              ) as "evidence_11"
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
                          "facts_2"
                          cross join lateral (
                            select
                              400 as place,
                              'questions' as part,
                              null::text as step,
                              case
                                when "facts_2"."said_questions" > "evidence_12"."rows" then 'expected'
                                when "evidence_12"."rows" > 0 then 'present'
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_22"
                                    where
                                      "run_records_22"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_12"
                                    where
                                      "token_usage_12"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_14"
                                    where
                                      "pipeline_runs_14"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_15"
                                    where
                                      "prep_manifests_15"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_13"
                                    where
                                      "retrieval_events_13"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."agentic_source" is not null then 'dangling'
                                when true then 'absent'
                              end as state,
                              'workflow.run_records' as table_name,
                              "evidence_12"."rows" as rows,
                              "evidence_12"."first_at" as first_at,
                              "evidence_12"."last_at" as last_at,
                              case
                                when "facts_2"."said_questions" > "evidence_12"."rows" then "evidence_12"."rows" || case "evidence_12"."rows"
                                  when 1 then ' question'
                                  else ' questions'
                                end || ' of the ' || "facts_2"."said_questions" || ' that the header says'
                                when "evidence_12"."rows" > 0 then "evidence_12"."rows" || case "evidence_12"."rows"
                                  when 1 then ' question'
                                  else ' questions'
                                end || case
                                  when "evidence_12"."first_at" is null then ''
                                  when to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_12"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_12"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_12"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_12"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_12"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_22"
                                    where
                                      "run_records_22"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_12"
                                    where
                                      "token_usage_12"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_14"
                                    where
                                      "pipeline_runs_14"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_15"
                                    where
                                      "prep_manifests_15"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_13"
                                    where
                                      "retrieval_events_13"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'questions taken over from run ' || "facts_2"."agentic_source"
                                when "facts_2"."agentic_source" is not null then 'questions taken over from run ' || "facts_2"."agentic_source" || ', of which nothing is known'
                                when true then 'no question, and the header does not say that there are some'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("run_records_21"."created_at")) as first_at,
                                  max(greatest("run_records_21"."created_at")) as last_at
                                from
                                  "workflow"."run_records" as "run_records_21"
                                where
                                  "run_records_21"."run_id" = "completeness"."run_id"
                                  and "run_records_21"."record_kind" = 'question'
                              ) as "evidence_12"
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
                          "facts_2"
                          cross join lateral (
                            select
                              500 as place,
                              'index' as part,
                              null::text as step,
                              case
                                when "evidence_13"."rows" > 0 then 'present'
                                when "facts_2"."index_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_23"
                                    where
                                      "run_records_23"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_13"
                                    where
                                      "token_usage_13"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_16"
                                    where
                                      "pipeline_runs_16"."workflow_run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_16"
                                    where
                                      "prep_manifests_16"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_14"
                                    where
                                      "retrieval_events_14"."run_id" = "facts_2"."index_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."index_source" is not null then 'dangling'
                                when "facts_2"."index" in ('skipped', 'failed', 'error') then 'not_expected'
                                when "facts_2"."index" in ('completed', 'success', 'ok') then 'expected'
                                when true then 'absent'
                              end as state,
                              'indexing.pipeline_runs' as table_name,
                              "evidence_13"."rows" as rows,
                              "evidence_13"."first_at" as first_at,
                              "evidence_13"."last_at" as last_at,
                              case
                                when "evidence_13"."rows" > 0 then "evidence_13"."rows" || case "evidence_13"."rows"
                                  when 1 then ' index build'
                                  else ' index builds'
                                end || case
                                  when "evidence_13"."first_at" is null then ''
                                  when to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_13"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_13"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_13"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_13"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_13"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when "facts_2"."index_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_23"
                                    where
                                      "run_records_23"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_13"
                                    where
                                      "token_usage_13"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_16"
                                    where
                                      "pipeline_runs_16"."workflow_run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_16"
                                    where
                                      "prep_manifests_16"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_14"
                                    where
                                      "retrieval_events_14"."run_id" = "facts_2"."index_source"
                                  )
                                ) then 'index build of the index taken over from run ' || "facts_2"."index_source"
                                when "facts_2"."index_source" is not null then 'index build of the index taken over from run ' || "facts_2"."index_source" || ', of which nothing is known'
                                when "facts_2"."index" in ('skipped', 'failed', 'error') then 'no index build, since the step index says: ' || "facts_2"."index"
                                when "facts_2"."index" in ('completed', 'success', 'ok') then 'no index build, though the step index says that it is done; an index that was there before is that of the run that built it first'
                                when true then 'no index build, and no step index that says whether there should be'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("pipeline_runs_15"."created_at")) as first_at,
                                  max(greatest("pipeline_runs_15"."created_at")) as last_at
                                from
                                  "indexing"."pipeline_runs" as "pipeline_runs_15"
                                where
                                  "pipeline_runs_15"."workflow_run_id" = "completeness"."run_id"
                              ) as "evidence_13"
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
                          "facts_2"
                          cross join lateral (
                            select
                              600 as place,
                              'vectors' as part,
                              null::text as step,
                              case
                                when "evidence_14"."rows" > 0 then 'present'
                                when exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_18"
                                  where
                                    "pipeline_runs_18"."workflow_run_id" = "completeness"."run_id"
                                ) then 'expected'
                                when "facts_2"."index_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_24"
                                    where
                                      "run_records_24"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_14"
                                    where
                                      "token_usage_14"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_19"
                                    where
                                      "pipeline_runs_19"."workflow_run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_17"
                                    where
                                      "prep_manifests_17"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_15"
                                    where
                                      "retrieval_events_15"."run_id" = "facts_2"."index_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."index_source" is not null then 'dangling'
                                when "facts_2"."index" in ('skipped', 'failed', 'error') then 'not_expected'
                                when "facts_2"."index" in ('completed', 'success', 'ok') then 'expected'
                                when true then 'absent'
                              end as state,
                              'indexing.vectors' as table_name,
                              "evidence_14"."rows" as rows,
                              "evidence_14"."first_at" as first_at,
                              "evidence_14"."last_at" as last_at,
                              case
                                when "evidence_14"."rows" > 0 then "evidence_14"."rows" || case "evidence_14"."rows"
                                  when 1 then ' chunk'
                                  else ' chunks'
                                end || case
                                  when "evidence_14"."first_at" is null then ''
                                  when to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_14"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_14"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_14"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_14"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_14"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_18"
                                  where
                                    "pipeline_runs_18"."workflow_run_id" = "completeness"."run_id"
                                ) then 'no chunk, though the run built an index; a later build takes the chunks that it makes again'
                                when "facts_2"."index_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_24"
                                    where
                                      "run_records_24"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_14"
                                    where
                                      "token_usage_14"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_19"
                                    where
                                      "pipeline_runs_19"."workflow_run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_17"
                                    where
                                      "prep_manifests_17"."run_id" = "facts_2"."index_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_15"
                                    where
                                      "retrieval_events_15"."run_id" = "facts_2"."index_source"
                                  )
                                ) then 'chunk of the index taken over from run ' || "facts_2"."index_source"
                                when "facts_2"."index_source" is not null then 'chunk of the index taken over from run ' || "facts_2"."index_source" || ', of which nothing is known'
                                when "facts_2"."index" in ('skipped', 'failed', 'error') then 'no chunk, since the step index says: ' || "facts_2"."index"
                                when "facts_2"."index" in ('completed', 'success', 'ok') then 'no chunk, though the step index says that it is done; an index that was there before is that of the run that built it first'
                                when true then 'no chunk, and no step index that says whether there should be'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("vectors_2"."created_at")) as first_at,
                                  max(greatest("vectors_2"."created_at")) as last_at
                                from
                                  "indexing"."pipeline_runs" as "pipeline_runs_17"
                                  cross join "indexing"."vectors" as "vectors_2"
                                where
                                  "pipeline_runs_17"."workflow_run_id" = "completeness"."run_id"
                                  and "vectors_2"."pipeline_run_id" = "pipeline_runs_17"."id"
                              ) as "evidence_14"
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
                          "facts_2"
                          cross join lateral (
                            select
                              700 as place,
                              'events' as part,
                              null::text as step,
                              case
                                when "evidence_15"."rows" > 0 then 'present'
                                when not exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_17"
                                  where
                                    "retrieval_events_17"."run_id" is not null
                                ) then 'not_expected'
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_25"
                                    where
                                      "run_records_25"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_15"
                                    where
                                      "token_usage_15"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_20"
                                    where
                                      "pipeline_runs_20"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_18"
                                    where
                                      "prep_manifests_18"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_18"
                                    where
                                      "retrieval_events_18"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."agentic_source" is not null then 'dangling'
                                when "facts_2"."agentic" is not null then 'expected'
                                when true then 'absent'
                              end as state,
                              'retrieval.retrieval_events' as table_name,
                              "evidence_15"."rows" as rows,
                              "evidence_15"."first_at" as first_at,
                              "evidence_15"."last_at" as last_at,
                              case
                                when "evidence_15"."rows" > 0 then "evidence_15"."rows" || case "evidence_15"."rows"
                                  when 1 then ' retrieval event'
                                  else ' retrieval events'
                                end || case
                                  when "evidence_15"."first_at" is null then ''
                                  when to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_15"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_15"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_15"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_15"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_15"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when not exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_17"
                                  where
                                    "retrieval_events_17"."run_id" is not null
                                ) then 'no retrieval event, as for all runs of this database'
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_25"
                                    where
                                      "run_records_25"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_15"
                                    where
                                      "token_usage_15"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_20"
                                    where
                                      "pipeline_runs_20"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_18"
                                    where
                                      "prep_manifests_18"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_18"
                                    where
                                      "retrieval_events_18"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'retrieval events of the step agentic taken over from run ' || "facts_2"."agentic_source"
                                when "facts_2"."agentic_source" is not null then 'retrieval events of the step agentic taken over from run ' || "facts_2"."agentic_source" || ', of which nothing is known'
                                when "facts_2"."agentic" is not null then 'no retrieval event, though the step agentic has a record and other runs have events'
                                when true then 'no retrieval event, and no step agentic'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("retrieval_events_16"."created_at")) as first_at,
                                  max(greatest("retrieval_events_16"."created_at")) as last_at
                                from
                                  "retrieval"."retrieval_events" as "retrieval_events_16"
                                where
                                  "retrieval_events_16"."run_id" = "completeness"."run_id"
                              ) as "evidence_15"
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
                          "facts_2"
                          cross join lateral (
                            select
                              800 as place,
                              'usage' as part,
                              null::text as step,
                              case
                                when "evidence_16"."rows" > 0 then 'present'
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_26"
                                    where
                                      "run_records_26"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_17"
                                    where
                                      "token_usage_17"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_21"
                                    where
                                      "pipeline_runs_21"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_19"
                                    where
                                      "prep_manifests_19"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_19"
                                    where
                                      "retrieval_events_19"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'reused'
                                when "facts_2"."agentic_source" is not null then 'dangling'
                                when "facts_2"."agentic" in ('completed', 'success', 'ok') then 'expected'
                                when true then 'absent'
                              end as state,
                              'observability.token_usage' as table_name,
                              "evidence_16"."rows" as rows,
                              "evidence_16"."first_at" as first_at,
                              "evidence_16"."last_at" as last_at,
                              case
                                when "evidence_16"."rows" > 0 then "evidence_16"."rows" || case "evidence_16"."rows"
                                  when 1 then ' call'
                                  else ' calls'
                                end || case
                                  when "evidence_16"."first_at" is null then ''
                                  when to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') = to_char("evidence_16"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') then ' of ' || to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                  when to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD') = to_char("evidence_16"."last_at" at time zone 'UTC', 'YYYY-MM-DD') then ' from ' || to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_16"."last_at" at time zone 'UTC', 'HH24:MI') || ' UTC'
                                  else ' from ' || to_char("evidence_16"."first_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_char("evidence_16"."last_at" at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
                                end
                                when "facts_2"."agentic_source" is not null
                                and (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_26"
                                    where
                                      "run_records_26"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_17"
                                    where
                                      "token_usage_17"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_21"
                                    where
                                      "pipeline_runs_21"."workflow_run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_19"
                                    where
                                      "prep_manifests_19"."run_id" = "facts_2"."agentic_source"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_19"
                                    where
                                      "retrieval_events_19"."run_id" = "facts_2"."agentic_source"
                                  )
                                ) then 'calls of the step agentic taken over from run ' || "facts_2"."agentic_source"
                                when "facts_2"."agentic_source" is not null then 'calls of the step agentic taken over from run ' || "facts_2"."agentic_source" || ', of which nothing is known'
                                when "facts_2"."agentic" in ('completed', 'success', 'ok') then 'no model call, though the step agentic says that it is done'
                                when true then 'no model call, and no step agentic that is done'
                              end as why,
                              null::text as lack
                            from
                              (
                                select
                                  count(*) as rows,
                                  min(greatest("token_usage_16"."created_at")) as first_at,
                                  max(greatest("token_usage_16"."created_at")) as last_at
                                from
                                  "observability"."token_usage" as "token_usage_16"
                                where
                                  "token_usage_16"."run_id" = "completeness"."run_id"
                              ) as "evidence_16"
                          ) as part
                      )
                    ) as "parts_2" (
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
                  where
                    true
                  order by
                    "parts_2"."place"
                  limit
                    501
                ) as "page"
            )
          )
        from
          (
            select
              "key"."runId" as run_id
          ) as "completeness"
        where
          true
        order by
          "completeness"."run_id"
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
  left join "workflow"."run_records" as "run_records" on "run_records"."run_id" = "key"."runId"
  and "run_records"."record_kind" = 'run'
  and "run_records"."step" = ''
  and "run_records"."record_key" = 'main'
