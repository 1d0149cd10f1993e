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
            "index_source"."state"::text,
            "index_source"."distance",
            case
              when case
                when "run_records_5"."id" is not null then true
                else (
                  exists (
                    select
                    from
                      "workflow"."run_records" as "run_records_6"
                    where
                      "run_records_6"."run_id" = "index_source"."found_run_id"
                  )
                  or exists (
                    select
                    from
                      "observability"."token_usage" as "token_usage_3"
                    where
                      "token_usage_3"."run_id" = "index_source"."found_run_id"
                  )
                  or exists (
                    select
                    from
                      "indexing"."pipeline_runs" as "pipeline_runs_5"
                    where
                      "pipeline_runs_5"."workflow_run_id" = "index_source"."found_run_id"
                  )
                  or exists (
                    select
                    from
                      "ingestion"."prep_manifests" as "prep_manifests_3"
                    where
                      "prep_manifests_3"."run_id" = "index_source"."found_run_id"
                  )
                  or exists (
                    select
                    from
                      "retrieval"."retrieval_events" as "retrieval_events_3"
                    where
                      "retrieval_events_3"."run_id" = "index_source"."found_run_id"
                  )
                )
              end then json_build_array("index_source"."found_run_id"::text)
            end
          )
        from
          (
            select
              "found".*,
              case
                when state in ('built_here', 'reused') then run_id
              end as found_run_id
            from
              (
                select
                  case
                    when "chain_end"."is_circle" then 'cycle'
                    when "chain_end"."builds" > 0
                    and "chain_end"."distance" = 0 then 'built_here'
                    when "chain_end"."distance" = 0 then 'absent'
                    when "chain_end"."builds" > 0
                    or (
                      exists (
                        select
                        from
                          "workflow"."run_records" as "run_records_4"
                        where
                          "run_records_4"."run_id" = "chain_end"."run_id"
                      )
                      or exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage_2"
                        where
                          "token_usage_2"."run_id" = "chain_end"."run_id"
                      )
                      or exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs_3"
                        where
                          "pipeline_runs_3"."workflow_run_id" = "chain_end"."run_id"
                      )
                      or exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests_2"
                        where
                          "prep_manifests_2"."run_id" = "chain_end"."run_id"
                      )
                      or exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events_2"
                        where
                          "retrieval_events_2"."run_id" = "chain_end"."run_id"
                      )
                    ) then 'reused'
                    when true then 'dangling'
                  end as state,
                  "chain_end"."run_id" as run_id,
                  "chain_end"."distance" as distance,
                  "chain_end"."builds" as builds
                from
                  (
                    select
                      last.*,
                      (
                        select
                          count(*)
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs_4"
                        where
                          "pipeline_runs_4"."workflow_run_id" = last.run_id
                      ) as builds
                    from
                      (
                        with recursive
                          "chain" as (
                            select
                              "key"."runId" as run_id,
                              0 as distance,
                              array["key"."runId"] as seen,
                              false as is_circle
                            union all
                            select
                              "source".run_id,
                              "chain"."distance" + 1,
                              "chain"."seen" || "source".run_id,
                              "source".run_id = any ("chain"."seen")
                            from
                              "chain"
                              cross join lateral (
                                select
                                  nullif("run_records_3"."reuse_source_run_id", '')
                                from
                                  "workflow"."run_records" as "run_records_3"
                                where
                                  "run_records_3"."run_id" = "chain"."run_id"
                                  and "run_records_3"."record_kind" = 'step'
                                  and "run_records_3"."step" = 'index'
                                  and "run_records_3"."reuse_source_run_id" <> ''
                                order by
                                  "run_records_3"."id" desc
                                limit
                                  1
                              ) as "source" (run_id)
                            where
                              not "chain"."is_circle"
                              and not exists (
                                select
                                from
                                  "indexing"."pipeline_runs" as "pipeline_runs_2"
                                where
                                  "pipeline_runs_2"."workflow_run_id" = "chain"."run_id"
                              )
                          )
                        select
                          *
                        from
                          "chain"
                        order by
                          distance desc
                        limit
                          1
                      ) as last
                  ) as "chain_end"
              ) as "found"
          ) as "index_source"
          left join "workflow"."run_records" as "run_records_5" on "run_records_5"."run_id" = "index_source"."found_run_id"
          and "run_records_5"."record_kind" = 'run'
          and "run_records_5"."step" = ''
          and "run_records_5"."record_key" = 'main'
        where
          true
        order by
          "index_source"."state"
        limit
          1
      ),
      (
        select
          count(*)
        from
          "indexing"."pipeline_runs" as "pipeline_runs_6"
          cross join "indexing"."index_shards" as "index_shards"
        where
          "pipeline_runs_6"."workflow_run_id" = (
            select
              found_run_id
            from
              (
                select
                  "found_2".*,
                  case
                    when state in ('built_here', 'reused') then run_id
                  end as found_run_id
                from
                  (
                    select
                      case
                        when "chain_end_2"."is_circle" then 'cycle'
                        when "chain_end_2"."builds" > 0
                        and "chain_end_2"."distance" = 0 then 'built_here'
                        when "chain_end_2"."distance" = 0 then 'absent'
                        when "chain_end_2"."builds" > 0
                        or (
                          exists (
                            select
                            from
                              "workflow"."run_records" as "run_records_8"
                            where
                              "run_records_8"."run_id" = "chain_end_2"."run_id"
                          )
                          or exists (
                            select
                            from
                              "observability"."token_usage" as "token_usage_4"
                            where
                              "token_usage_4"."run_id" = "chain_end_2"."run_id"
                          )
                          or exists (
                            select
                            from
                              "indexing"."pipeline_runs" as "pipeline_runs_8"
                            where
                              "pipeline_runs_8"."workflow_run_id" = "chain_end_2"."run_id"
                          )
                          or exists (
                            select
                            from
                              "ingestion"."prep_manifests" as "prep_manifests_4"
                            where
                              "prep_manifests_4"."run_id" = "chain_end_2"."run_id"
                          )
                          or exists (
                            select
                            from
                              "retrieval"."retrieval_events" as "retrieval_events_4"
                            where
                              "retrieval_events_4"."run_id" = "chain_end_2"."run_id"
                          )
                        ) then 'reused'
                        when true then 'dangling'
                      end as state,
                      "chain_end_2"."run_id" as run_id,
                      "chain_end_2"."distance" as distance,
                      "chain_end_2"."builds" as builds
                    from
                      (
                        select
                          last.*,
                          (
                            select
                              count(*)
                            from
                              "indexing"."pipeline_runs" as "pipeline_runs_9"
                            where
                              "pipeline_runs_9"."workflow_run_id" = last.run_id
                          ) as builds
                        from
                          (
                            with recursive
                              "chain_2" as (
                                select
                                  "key"."runId" as run_id,
                                  0 as distance,
                                  array["key"."runId"] as seen,
                                  false as is_circle
                                union all
                                select
                                  "source_2".run_id,
                                  "chain_2"."distance" + 1,
                                  "chain_2"."seen" || "source_2".run_id,
                                  "source_2".run_id = any ("chain_2"."seen")
                                from
                                  "chain_2"
                                  cross join lateral (
                                    select
                                      nullif("run_records_7"."reuse_source_run_id", '')
                                    from
                                      "workflow"."run_records" as "run_records_7"
                                    where
                                      "run_records_7"."run_id" = "chain_2"."run_id"
                                      and "run_records_7"."record_kind" = 'step'
                                      and "run_records_7"."step" = 'index'
                                      and "run_records_7"."reuse_source_run_id" <> ''
                                    order by
                                      "run_records_7"."id" desc
                                    limit
                                      1
                                  ) as "source_2" (run_id)
                                where
                                  not "chain_2"."is_circle"
                                  and not exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_7"
                                    where
                                      "pipeline_runs_7"."workflow_run_id" = "chain_2"."run_id"
                                  )
                              )
                            select
                              *
                            from
                              "chain_2"
                            order by
                              distance desc
                            limit
                              1
                          ) as last
                      ) as "chain_end_2"
                  ) as "found_2"
              ) as "index_source_2"
          )
          and "index_shards"."pipeline_run_id" = "pipeline_runs_6"."id"
      ),
      (
        select
          json_build_array(json_agg("page"."title"::text))
        from
          (
            select
              "child"."title" as "title"
            from
              (
                select distinct
                  "vectors"."doc_id"
                from
                  "indexing"."pipeline_runs" as "pipeline_runs_10"
                  cross join "indexing"."vectors" as "vectors"
                where
                  "pipeline_runs_10"."workflow_run_id" = (
                    select
                      found_run_id
                    from
                      (
                        select
                          "found_3".*,
                          case
                            when state in ('built_here', 'reused') then run_id
                          end as found_run_id
                        from
                          (
                            select
                              case
                                when "chain_end_3"."is_circle" then 'cycle'
                                when "chain_end_3"."builds" > 0
                                and "chain_end_3"."distance" = 0 then 'built_here'
                                when "chain_end_3"."distance" = 0 then 'absent'
                                when "chain_end_3"."builds" > 0
                                or (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_10"
                                    where
                                      "run_records_10"."run_id" = "chain_end_3"."run_id"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_5"
                                    where
                                      "token_usage_5"."run_id" = "chain_end_3"."run_id"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_12"
                                    where
                                      "pipeline_runs_12"."workflow_run_id" = "chain_end_3"."run_id"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_5"
                                    where
                                      "prep_manifests_5"."run_id" = "chain_end_3"."run_id"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_5"
                                    where
                                      "retrieval_events_5"."run_id" = "chain_end_3"."run_id"
                                  )
                                ) then 'reused'
                                when true then 'dangling'
                              end as state,
                              "chain_end_3"."run_id" as run_id,
                              "chain_end_3"."distance" as distance,
                              "chain_end_3"."builds" as builds
                            from
                              (
                                select
                                  last.*,
                                  (
                                    select
                                      count(*)
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_13"
                                    where
                                      "pipeline_runs_13"."workflow_run_id" = last.run_id
                                  ) as builds
                                from
                                  (
                                    with recursive
                                      "chain_3" as (
                                        select
                                          "key"."runId" as run_id,
                                          0 as distance,
                                          array["key"."runId"] as seen,
                                          false as is_circle
                                        union all
                                        select
                                          "source_3".run_id,
                                          "chain_3"."distance" + 1,
                                          "chain_3"."seen" || "source_3".run_id,
                                          "source_3".run_id = any ("chain_3"."seen")
                                        from
                                          "chain_3"
                                          cross join lateral (
                                            select
                                              nullif("run_records_9"."reuse_source_run_id", '')
                                            from
                                              "workflow"."run_records" as "run_records_9"
                                            where
                                              "run_records_9"."run_id" = "chain_3"."run_id"
                                              and "run_records_9"."record_kind" = 'step'
                                              and "run_records_9"."step" = 'index'
                                              and "run_records_9"."reuse_source_run_id" <> ''
                                            order by
                                              "run_records_9"."id" desc
                                            limit
                                              1
                                          ) as "source_3" (run_id)
                                        where
                                          not "chain_3"."is_circle"
                                          and not exists (
                                            select
                                            from
                                              "indexing"."pipeline_runs" as "pipeline_runs_11"
                                            where
                                              "pipeline_runs_11"."workflow_run_id" = "chain_3"."run_id"
                                          )
                                      )
                                    select
                                      *
                                    from
                                      "chain_3"
                                    order by
                                      distance desc
                                    limit
                                      1
                                  ) as last
                              ) as "chain_end_3"
                          ) as "found_3"
                      ) as "index_source_3"
                  )
                  and "vectors"."pipeline_run_id" = "pipeline_runs_10"."id"
              ) as "keys" ("key_1")
              cross join lateral (
                select
                  "documents"."title" as "title",
                  "documents"."doc_id" as "doc_id"
                from
                  "ingestion"."documents" as "documents"
                where
                  "documents"."doc_id" = "keys"."key_1"
                limit
                  1
              ) as "child"
            where
              true
            order by
              "child"."doc_id" asc
            limit
              2
          ) as "page"
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
