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
            json_agg("page"."run_id"::text),
            json_agg("page"."step"::text),
            json_agg(
              (
                with
                  "page_2" as materialized (
                    select
                      "reuse_chain"."run_id" as "run_id",
                      "reuse_chain"."record_id" as "record_id",
                      "reuse_chain"."distance" as "distance"
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
                              "run_records_8"."id",
                              0,
                              "run_records_8"."run_id",
                              "run_records_8"."id",
                              array["run_records_8"."id"],
                              false,
                              coalesce(
                                nullif("run_records_8"."reuse_source_run_id", ''),
                                nullif(
                                  case
                                    when jsonb_typeof("run_records_8"."payload_json" -> '_reused_from' -> 'run_id') = 'string' then "run_records_8"."payload_json" -> '_reused_from' -> 'run_id' #>> '{}'
                                  end,
                                  ''
                                )
                              ),
                              "run_records_8"."record_kind",
                              "run_records_8"."step",
                              "run_records_8"."record_key",
                              coalesce(nullif("run_records_8"."reuse_source_record_key", ''), "run_records_8"."record_key")
                            from
                              "workflow"."run_records" as "run_records_8"
                            where
                              "run_records_8"."id" = "page"."id"
                            union all
                            select
                              "links"."start_id",
                              "links"."distance" + 1,
                              "links"."next_run",
                              "taken_2".id,
                              "links"."seen" || "taken_2".id,
                              coalesce("taken_2".id = any ("links"."seen"), false),
                              "taken_2".next_run,
                              "taken_2".record_kind,
                              "taken_2".step,
                              "taken_2".record_key,
                              "taken_2".source_key
                            from
                              "links"
                              left join lateral (
                                select
                                  "run_records_9"."id" as id,
                                  coalesce(
                                    nullif("run_records_9"."reuse_source_run_id", ''),
                                    nullif(
                                      case
                                        when jsonb_typeof("run_records_9"."payload_json" -> '_reused_from' -> 'run_id') = 'string' then "run_records_9"."payload_json" -> '_reused_from' -> 'run_id' #>> '{}'
                                      end,
                                      ''
                                    )
                                  ),
                                  "run_records_9"."record_kind",
                                  "run_records_9"."step",
                                  "run_records_9"."record_key",
                                  coalesce(nullif("run_records_9"."reuse_source_record_key", ''), "run_records_9"."record_key")
                                from
                                  "workflow"."run_records" as "run_records_9"
                                where
                                  "run_records_9"."run_id" = "links"."next_run"
                                  and "run_records_9"."record_kind" = "links"."record_kind"
                                  and "run_records_9"."step" = "links"."step"
                                  and "run_records_9"."record_key" in ("links"."source_key", "links"."record_key")
                                order by
                                  "run_records_9"."record_key" = "links"."source_key" desc,
                                  "run_records_9"."id" desc
                                limit
                                  1
                              ) as "taken_2" (id, next_run, record_kind, step, record_key, source_key) on true
                            where
                              "links"."next_run" is not null
                              and not "links"."is_cycle"
                              and "links"."distance" < 100
                          )
                        select
                          *
                        from
                          "links"
                      ) as "reuse_chain"
                    where
                      "reuse_chain"."distance" > 0
                    order by
                      "reuse_chain"."distance"
                    limit
                      501
                  )
                select
                  json_build_array(
                    json_agg("page_2"."run_id"::text),
                    json_agg("page_2"."record_id"::text),
                    json_agg("page_2"."distance"),
                    (
                      select
                        json_build_array(
                          json_agg("keys"."run_id"::text),
                          json_agg(
                            case
                              when case
                                when "run_records_10"."id" is not null then true
                                else (
                                  exists (
                                    select
                                    from
                                      "workflow"."run_records" as "run_records_11"
                                    where
                                      "run_records_11"."run_id" = "keys"."run_id"
                                  )
                                  or exists (
                                    select
                                    from
                                      "observability"."token_usage" as "token_usage_2"
                                    where
                                      "token_usage_2"."run_id" = "keys"."run_id"
                                  )
                                  or exists (
                                    select
                                    from
                                      "indexing"."pipeline_runs" as "pipeline_runs_2"
                                    where
                                      "pipeline_runs_2"."workflow_run_id" = "keys"."run_id"
                                  )
                                  or exists (
                                    select
                                    from
                                      "ingestion"."prep_manifests" as "prep_manifests_2"
                                    where
                                      "prep_manifests_2"."run_id" = "keys"."run_id"
                                  )
                                  or exists (
                                    select
                                    from
                                      "retrieval"."retrieval_events" as "retrieval_events_2"
                                    where
                                      "retrieval_events_2"."run_id" = "keys"."run_id"
                                  )
                                )
                              end then json_build_array("keys"."run_id"::text)
                            end
                          )
                        )
                      from
                        (
                          select distinct
                            "page_2"."run_id"
                          from
                            "page_2"
                        ) as "keys"
                        left join "workflow"."run_records" as "run_records_10" on "run_records_10"."run_id" = "keys"."run_id"
                        and "run_records_10"."record_kind" = 'run'
                        and "run_records_10"."step" = ''
                        and "run_records_10"."record_key" = 'main'
                    ),
                    (
                      select
                        json_build_array(
                          json_agg("keys_2"."record_id"::text),
                          json_agg(
                            case
                              when "run_records_12"."id" is not null then json_build_array("run_records_12"."status"::text)
                            end
                          )
                        )
                      from
                        (
                          select distinct
                            "page_2"."record_id"
                          from
                            "page_2"
                        ) as "keys_2"
                        left join "workflow"."run_records" as "run_records_12" on "run_records_12"."id" = "keys_2"."record_id"
                    )
                  )
                from
                  "page_2"
              )
            ),
            json_agg("page"."edge_distance")
          )
        from
          (
            select
              "run_records_7"."run_id" as "run_id",
              "run_records_7"."step" as "step",
              "run_records_7"."id" as "id",
              "taken"."distance" as "edge_distance"
            from
              (
                select distinct
                  "taken"."id",
                  "sources"."distance"
                from
                  (
                    with recursive
                      "sources" as (
                        select
                          "key"."runId" as "run_id",
                          1 as distance
                        union
                        select
                          next.*
                        from
                          "sources"
                          cross join lateral (
                            select
                              "reusing"."run_id" as "run_id",
                              "sources"."distance" + 1 as distance
                            from
                              (
                                select
                                  "run_records_3"."run_id" as "run_id"
                                from
                                  "workflow"."run_records" as "run_records_3"
                                where
                                  "sources"."run_id" <> ''
                                  and "run_records_3"."run_id" <> "sources"."run_id"
                                  and "run_records_3"."reuse_source_run_id" = "sources"."run_id"
                                union all
                                select
                                  "run_records_4"."run_id" as "run_id"
                                from
                                  "workflow"."run_records" as "run_records_4"
                                where
                                  "sources"."run_id" <> ''
                                  and "run_records_4"."run_id" <> "sources"."run_id"
                                  and (
                                    nullif("run_records_4"."reuse_source_run_id", '') is null
                                    and "run_records_4"."payload_json" @> jsonb_build_object('_reused_from', jsonb_build_object('run_id', "sources"."run_id"))
                                  )
                              ) as "reusing"
                            where
                              true
                          ) as next
                        where
                          "sources"."distance" < $1::integer
                      )
                    select
                      "run_id",
                      min(distance) as distance
                    from
                      "sources"
                    group by
                      "run_id"
                  ) as "sources"
                  cross join lateral (
                    select
                      "reusing_2"."id"
                    from
                      (
                        select
                          "run_records_5"."id" as "id"
                        from
                          "workflow"."run_records" as "run_records_5"
                        where
                          "sources"."run_id" <> ''
                          and "run_records_5"."run_id" <> "sources"."run_id"
                          and "run_records_5"."reuse_source_run_id" = "sources"."run_id"
                        union all
                        select
                          "run_records_6"."id" as "id"
                        from
                          "workflow"."run_records" as "run_records_6"
                        where
                          "sources"."run_id" <> ''
                          and "run_records_6"."run_id" <> "sources"."run_id"
                          and (
                            nullif("run_records_6"."reuse_source_run_id", '') is null
                            and "run_records_6"."payload_json" @> jsonb_build_object('_reused_from', jsonb_build_object('run_id', "sources"."run_id"))
                          )
                      ) as "reusing_2"
                    where
                      true
                  ) as "taken" (id)
              ) as "taken"
              cross join "workflow"."run_records" as "run_records_7"
            where
              "run_records_7"."id" = "taken"."id"
              and "run_records_7"."run_id" <> "key"."runId"
            order by
              "run_records_7"."id" asc
            limit
              20
          ) as "page"
      )
    )
  end::text as answer
from
  (
    select
      $2::text as "runId",
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
