select
  (
    select
      json_build_array(
        json_agg("page"."stale_after_hours"),
        json_agg("page"."kind"::text),
        json_agg("page"."figures"),
        json_agg("page"."lack"::text),
        json_agg(
          json_build_array(
            (
              select
                json_build_array(
                  json_agg(
                    case "page_2"."type"
                      when 'TokenUsage' then json_build_array(
                        0,
                        (
                          select
                            json_build_array("token_usage_3"."id"::text, "token_usage_3"."run_id"::text)
                          from
                            "observability"."token_usage" as "token_usage_3"
                          where
                            "token_usage_3"."id" = "page_2"."key"::bigint
                          order by
                            "token_usage_3"."id"
                          limit
                            1
                        )
                      )
                    end
                  )
                )
              from
                (
                  select
                    'TokenUsage' as "type",
                    "token_usage_2"."id"::text as "key"
                  from
                    "observability"."token_usage" as "token_usage_2"
                  where
                    "page"."kind" = 'usage_of_unknown_run'
                    and "token_usage_2"."run_id" <> ''
                    and not exists (
                      select
                      from
                        "workflow"."run_records" as "run_records_2"
                      where
                        "run_records_2"."run_id" = "token_usage_2"."run_id"
                        and "run_records_2"."record_kind" = 'run'
                        and "run_records_2"."step" = ''
                        and "run_records_2"."record_key" = 'main'
                    )
                  order by
                    coalesce("token_usage_2"."created_at", null::timestamptz) asc,
                    "token_usage_2"."id"::text asc
                  limit
                    2
                ) as "page_2"
            ),
            (
              select
                count(*)
              from
                "observability"."token_usage" as "token_usage_4"
              where
                "page"."kind" = 'usage_of_unknown_run'
                and "token_usage_4"."run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records_3"
                  where
                    "run_records_3"."run_id" = "token_usage_4"."run_id"
                    and "run_records_3"."record_kind" = 'run'
                    and "run_records_3"."step" = ''
                    and "run_records_3"."record_key" = 'main'
                )
            )
          )
        ),
        json_agg(
          json_build_array(
            (
              select
                json_build_array(json_agg("page_3"."run_id"::text), json_agg("page_3"."model"::text))
              from
                (
                  select
                    "token_usage_5"."run_id" as "run_id",
                    "token_usage_5"."model" as "model"
                  from
                    "observability"."token_usage" as "token_usage_5"
                  where
                    "page"."kind" = 'usage_of_unknown_run'
                    and "token_usage_5"."run_id" <> ''
                    and not exists (
                      select
                      from
                        "workflow"."run_records" as "run_records_4"
                      where
                        "run_records_4"."run_id" = "token_usage_5"."run_id"
                        and "run_records_4"."record_kind" = 'run'
                        and "run_records_4"."step" = ''
                        and "run_records_4"."record_key" = 'main'
                    )
                  order by
                    "token_usage_5"."created_at" desc,
                    "token_usage_5"."id" desc
                  limit
                    2
                ) as "page_3"
            ),
            (
              select
                count(*)
              from
                "observability"."token_usage" as "token_usage_6"
              where
                "page"."kind" = 'usage_of_unknown_run'
                and "token_usage_6"."run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records_5"
                  where
                    "run_records_5"."run_id" = "token_usage_6"."run_id"
                    and "run_records_5"."record_kind" = 'run'
                    and "run_records_5"."step" = ''
                    and "run_records_5"."record_key" = 'main'
                )
            )
          )
        ),
        json_agg(
          (
            select
              json_build_array(json_agg("page_4"."run_id"::text), json_agg("page_4"."parent_run_id"::text))
            from
              (
                select
                  "run_records_6"."run_id" as "run_id",
                  "run_records_6"."parent_run_id" as "parent_run_id"
                from
                  "workflow"."run_records" as "run_records_6"
                where
                  "page"."kind" = 'dangling_parent'
                  and "run_records_6"."record_kind" = 'run'
                  and case
                    when "run_records_6"."record_kind" = 'run' then "run_records_6"."step" = ''
                    and "run_records_6"."record_key" = 'main'
                  end
                  and "run_records_6"."parent_run_id" <> ''
                  and not exists (
                    select
                    from
                      "workflow"."run_records" as "run_records_7"
                    where
                      "run_records_7"."run_id" = "run_records_6"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "observability"."token_usage" as "token_usage_7"
                    where
                      "token_usage_7"."run_id" = "run_records_6"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "indexing"."pipeline_runs" as "pipeline_runs"
                    where
                      "pipeline_runs"."workflow_run_id" = "run_records_6"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "ingestion"."prep_manifests" as "prep_manifests"
                    where
                      "prep_manifests"."run_id" = "run_records_6"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "retrieval"."retrieval_events" as "retrieval_events"
                    where
                      "retrieval_events"."run_id" = "run_records_6"."parent_run_id"
                  )
                order by
                  coalesce("run_records_6"."finished_at", "run_records_6"."updated_at", "run_records_6"."created_at") desc,
                  "run_records_6"."run_id" desc
                limit
                  2
              ) as "page_4"
          )
        )
      )
    from
      (
        select
          "audit"."stale_after_hours" as "stale_after_hours",
          "audit"."kind" as "kind",
          case "audit"."kind"
            when 'usage_of_unknown_run' then (
              select
                json_build_object(
                  'count',
                  count(*),
                  'oldestAt',
                  min(coalesce("token_usage"."created_at", null::timestamptz))
                )
              from
                "observability"."token_usage" as "token_usage"
              where
                "token_usage"."run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records"
                  where
                    "run_records"."run_id" = "token_usage"."run_id"
                    and "run_records"."record_kind" = 'run'
                    and "run_records"."step" = ''
                    and "run_records"."record_key" = 'main'
                )
            )
          end as "figures",
          null as "lack"
        from
          (
            select
              asked.kind,
              asked.place::integer as place,
              $1::integer as stale_after_hours
            from
              unnest($2::text[]) with ordinality as asked (kind, place)
          ) as "audit"
        where
          true
        order by
          "audit"."place"
        limit
          501
      ) as "page"
  )::text as answer

select
  (
    select
      json_build_array(
        json_agg("page"."stale_after_hours"),
        json_agg("page"."kind"::text),
        json_agg("page"."figures"),
        json_agg("page"."lack"::text),
        json_agg(
          json_build_array(
            (
              select
                json_build_array(
                  json_agg(
                    case "page_2"."type"
                      when 'WorkflowRun' then json_build_array(
                        0,
                        (
                          select
                            json_build_array("runs".run_id::text)
                          from
                            (
                              select
                                "page_2"."key"
                            ) as "runs" (run_id)
                            left join lateral (
                              select
                                "run_records_5"."id" as "id"
                              from
                                "workflow"."run_records" as "run_records_5"
                              where
                                "run_records_5"."run_id" = "runs".run_id
                                and "run_records_5"."record_kind" = 'run'
                                and "run_records_5"."step" = ''
                                and "run_records_5"."record_key" = 'main'
                              limit
                                1
                            ) as "header" on true
                          where
                            case
                              when "header"."id" is not null then true
                              else (
                                exists (
                                  select
                                  from
                                    "workflow"."run_records" as "run_records_6"
                                  where
                                    "run_records_6"."run_id" = "runs".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "observability"."token_usage" as "token_usage_3"
                                  where
                                    "token_usage_3"."run_id" = "runs".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_3"
                                  where
                                    "pipeline_runs_3"."workflow_run_id" = "runs".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_3"
                                  where
                                    "prep_manifests_3"."run_id" = "runs".run_id
                                )
                                or exists (
                                  select
                                  from
                                    "retrieval"."retrieval_events" as "retrieval_events_3"
                                  where
                                    "retrieval_events_3"."run_id" = "runs".run_id
                                )
                              )
                            end
                          order by
                            "runs".run_id
                          limit
                            1
                        )
                      )
                    end
                  )
                )
              from
                (
                  select
                    'WorkflowRun' as "type",
                    "run_records_3"."run_id"::text as "key"
                  from
                    "workflow"."run_records" as "run_records_3"
                  where
                    "page"."kind" = 'dangling_parent'
                    and "run_records_3"."record_kind" = 'run'
                    and case
                      when "run_records_3"."record_kind" = 'run' then "run_records_3"."step" = ''
                      and "run_records_3"."record_key" = 'main'
                    end
                    and "run_records_3"."parent_run_id" <> ''
                    and not exists (
                      select
                      from
                        "workflow"."run_records" as "run_records_4"
                      where
                        "run_records_4"."run_id" = "run_records_3"."parent_run_id"
                    )
                    and not exists (
                      select
                      from
                        "observability"."token_usage" as "token_usage_2"
                      where
                        "token_usage_2"."run_id" = "run_records_3"."parent_run_id"
                    )
                    and not exists (
                      select
                      from
                        "indexing"."pipeline_runs" as "pipeline_runs_2"
                      where
                        "pipeline_runs_2"."workflow_run_id" = "run_records_3"."parent_run_id"
                    )
                    and not exists (
                      select
                      from
                        "ingestion"."prep_manifests" as "prep_manifests_2"
                      where
                        "prep_manifests_2"."run_id" = "run_records_3"."parent_run_id"
                    )
                    and not exists (
                      select
                      from
                        "retrieval"."retrieval_events" as "retrieval_events_2"
                      where
                        "retrieval_events_2"."run_id" = "run_records_3"."parent_run_id"
                    )
                  order by
                    coalesce("run_records_3"."started_at", "run_records_3"."created_at", null::timestamptz) asc,
                    "run_records_3"."run_id"::text asc
                  limit
                    2
                ) as "page_2"
            ),
            (
              select
                count(*)
              from
                "workflow"."run_records" as "run_records_7"
              where
                "page"."kind" = 'dangling_parent'
                and "run_records_7"."record_kind" = 'run'
                and case
                  when "run_records_7"."record_kind" = 'run' then "run_records_7"."step" = ''
                  and "run_records_7"."record_key" = 'main'
                end
                and "run_records_7"."parent_run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records_8"
                  where
                    "run_records_8"."run_id" = "run_records_7"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "observability"."token_usage" as "token_usage_4"
                  where
                    "token_usage_4"."run_id" = "run_records_7"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "indexing"."pipeline_runs" as "pipeline_runs_4"
                  where
                    "pipeline_runs_4"."workflow_run_id" = "run_records_7"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "ingestion"."prep_manifests" as "prep_manifests_4"
                  where
                    "prep_manifests_4"."run_id" = "run_records_7"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "retrieval"."retrieval_events" as "retrieval_events_4"
                  where
                    "retrieval_events_4"."run_id" = "run_records_7"."parent_run_id"
                )
            )
          )
        ),
        json_agg(
          json_build_array(
            (
              select
                json_build_array(json_agg("page_3"."run_id"::text), json_agg("page_3"."model"::text))
              from
                (
                  select
                    "token_usage_5"."run_id" as "run_id",
                    "token_usage_5"."model" as "model"
                  from
                    "observability"."token_usage" as "token_usage_5"
                  where
                    "page"."kind" = 'usage_of_unknown_run'
                    and "token_usage_5"."run_id" <> ''
                    and not exists (
                      select
                      from
                        "workflow"."run_records" as "run_records_9"
                      where
                        "run_records_9"."run_id" = "token_usage_5"."run_id"
                        and "run_records_9"."record_kind" = 'run'
                        and "run_records_9"."step" = ''
                        and "run_records_9"."record_key" = 'main'
                    )
                  order by
                    "token_usage_5"."created_at" desc,
                    "token_usage_5"."id" desc
                  limit
                    2
                ) as "page_3"
            ),
            (
              select
                count(*)
              from
                "observability"."token_usage" as "token_usage_6"
              where
                "page"."kind" = 'usage_of_unknown_run'
                and "token_usage_6"."run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records_10"
                  where
                    "run_records_10"."run_id" = "token_usage_6"."run_id"
                    and "run_records_10"."record_kind" = 'run'
                    and "run_records_10"."step" = ''
                    and "run_records_10"."record_key" = 'main'
                )
            )
          )
        ),
        json_agg(
          (
            select
              json_build_array(json_agg("page_4"."run_id"::text), json_agg("page_4"."parent_run_id"::text))
            from
              (
                select
                  "run_records_11"."run_id" as "run_id",
                  "run_records_11"."parent_run_id" as "parent_run_id"
                from
                  "workflow"."run_records" as "run_records_11"
                where
                  "page"."kind" = 'dangling_parent'
                  and "run_records_11"."record_kind" = 'run'
                  and case
                    when "run_records_11"."record_kind" = 'run' then "run_records_11"."step" = ''
                    and "run_records_11"."record_key" = 'main'
                  end
                  and "run_records_11"."parent_run_id" <> ''
                  and not exists (
                    select
                    from
                      "workflow"."run_records" as "run_records_12"
                    where
                      "run_records_12"."run_id" = "run_records_11"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "observability"."token_usage" as "token_usage_7"
                    where
                      "token_usage_7"."run_id" = "run_records_11"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "indexing"."pipeline_runs" as "pipeline_runs_5"
                    where
                      "pipeline_runs_5"."workflow_run_id" = "run_records_11"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "ingestion"."prep_manifests" as "prep_manifests_5"
                    where
                      "prep_manifests_5"."run_id" = "run_records_11"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "retrieval"."retrieval_events" as "retrieval_events_5"
                    where
                      "retrieval_events_5"."run_id" = "run_records_11"."parent_run_id"
                  )
                order by
                  coalesce(
                    "run_records_11"."finished_at",
                    "run_records_11"."updated_at",
                    "run_records_11"."created_at"
                  ) desc,
                  "run_records_11"."run_id" desc
                limit
                  2
              ) as "page_4"
          )
        )
      )
    from
      (
        select
          "audit"."stale_after_hours" as "stale_after_hours",
          "audit"."kind" as "kind",
          case "audit"."kind"
            when 'dangling_parent' then (
              select
                json_build_object(
                  'count',
                  count(*),
                  'oldestAt',
                  min(coalesce("run_records"."started_at", "run_records"."created_at", null::timestamptz))
                )
              from
                "workflow"."run_records" as "run_records"
              where
                "run_records"."record_kind" = 'run'
                and case
                  when "run_records"."record_kind" = 'run' then "run_records"."step" = ''
                  and "run_records"."record_key" = 'main'
                end
                and "run_records"."parent_run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records_2"
                  where
                    "run_records_2"."run_id" = "run_records"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "observability"."token_usage" as "token_usage"
                  where
                    "token_usage"."run_id" = "run_records"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "indexing"."pipeline_runs" as "pipeline_runs"
                  where
                    "pipeline_runs"."workflow_run_id" = "run_records"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "ingestion"."prep_manifests" as "prep_manifests"
                  where
                    "prep_manifests"."run_id" = "run_records"."parent_run_id"
                )
                and not exists (
                  select
                  from
                    "retrieval"."retrieval_events" as "retrieval_events"
                  where
                    "retrieval_events"."run_id" = "run_records"."parent_run_id"
                )
            )
          end as "figures",
          null as "lack"
        from
          (
            select
              asked.kind,
              asked.place::integer as place,
              $1::integer as stale_after_hours
            from
              unnest($2::text[]) with ordinality as asked (kind, place)
          ) as "audit"
        where
          true
        order by
          "audit"."place"
        limit
          501
      ) as "page"
  )::text as answer

select
  (
    select
      json_build_array(
        json_agg("page"."stale_after_hours"),
        json_agg("page"."kind"::text),
        json_agg("page"."figures"),
        json_agg("page"."lack"::text),
        json_agg(
          json_build_array(
            (
              select
                json_build_array(
                  json_agg(
                    case "page_2"."type"
                      when 'IndexShard' then json_build_array(
                        0,
                        (
                          select
                            json_build_array("index_shards_3"."id"::text)
                          from
                            "indexing"."index_shards" as "index_shards_3"
                          where
                            "index_shards_3"."id" = "page_2"."key"::bigint
                          order by
                            "index_shards_3"."id"
                          limit
                            1
                        )
                      )
                    end
                  )
                )
              from
                (
                  select
                    'IndexShard' as "type",
                    "index_shards_2"."id"::text as "key"
                  from
                    "indexing"."index_shards" as "index_shards_2"
                  where
                    "page"."kind" = 'shard_without_vectors'
                    and not exists (
                      select
                      from
                        "indexing"."vectors" as "vectors_2"
                      where
                        "vectors_2"."pipeline_run_id" = "index_shards_2"."pipeline_run_id"
                    )
                  order by
                    coalesce("index_shards_2"."created_at", null::timestamptz) asc,
                    "index_shards_2"."id"::text asc
                  limit
                    2
                ) as "page_2"
            ),
            (
              select
                count(*)
              from
                "indexing"."index_shards" as "index_shards_4"
              where
                "page"."kind" = 'shard_without_vectors'
                and not exists (
                  select
                  from
                    "indexing"."vectors" as "vectors_3"
                  where
                    "vectors_3"."pipeline_run_id" = "index_shards_4"."pipeline_run_id"
                )
            )
          )
        ),
        json_agg(
          json_build_array(
            (
              select
                json_build_array(json_agg("page_3"."run_id"::text), json_agg("page_3"."model"::text))
              from
                (
                  select
                    "token_usage"."run_id" as "run_id",
                    "token_usage"."model" as "model"
                  from
                    "observability"."token_usage" as "token_usage"
                  where
                    "page"."kind" = 'usage_of_unknown_run'
                    and "token_usage"."run_id" <> ''
                    and not exists (
                      select
                      from
                        "workflow"."run_records" as "run_records"
                      where
                        "run_records"."run_id" = "token_usage"."run_id"
                        and "run_records"."record_kind" = 'run'
                        and "run_records"."step" = ''
                        and "run_records"."record_key" = 'main'
                    )
                  order by
                    "token_usage"."created_at" desc,
                    "token_usage"."id" desc
                  limit
                    2
                ) as "page_3"
            ),
            (
              select
                count(*)
              from
                "observability"."token_usage" as "token_usage_2"
              where
                "page"."kind" = 'usage_of_unknown_run'
                and "token_usage_2"."run_id" <> ''
                and not exists (
                  select
                  from
                    "workflow"."run_records" as "run_records_2"
                  where
                    "run_records_2"."run_id" = "token_usage_2"."run_id"
                    and "run_records_2"."record_kind" = 'run'
                    and "run_records_2"."step" = ''
                    and "run_records_2"."record_key" = 'main'
                )
            )
          )
        ),
        json_agg(
          (
            select
              json_build_array(json_agg("page_4"."run_id"::text), json_agg("page_4"."parent_run_id"::text))
            from
              (
                select
                  "run_records_3"."run_id" as "run_id",
                  "run_records_3"."parent_run_id" as "parent_run_id"
                from
                  "workflow"."run_records" as "run_records_3"
                where
                  "page"."kind" = 'dangling_parent'
                  and "run_records_3"."record_kind" = 'run'
                  and case
                    when "run_records_3"."record_kind" = 'run' then "run_records_3"."step" = ''
                    and "run_records_3"."record_key" = 'main'
                  end
                  and "run_records_3"."parent_run_id" <> ''
                  and not exists (
                    select
                    from
                      "workflow"."run_records" as "run_records_4"
                    where
                      "run_records_4"."run_id" = "run_records_3"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "observability"."token_usage" as "token_usage_3"
                    where
                      "token_usage_3"."run_id" = "run_records_3"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "indexing"."pipeline_runs" as "pipeline_runs"
                    where
                      "pipeline_runs"."workflow_run_id" = "run_records_3"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "ingestion"."prep_manifests" as "prep_manifests"
                    where
                      "prep_manifests"."run_id" = "run_records_3"."parent_run_id"
                  )
                  and not exists (
                    select
                    from
                      "retrieval"."retrieval_events" as "retrieval_events"
                    where
                      "retrieval_events"."run_id" = "run_records_3"."parent_run_id"
                  )
                order by
                  coalesce("run_records_3"."finished_at", "run_records_3"."updated_at", "run_records_3"."created_at") desc,
                  "run_records_3"."run_id" desc
                limit
                  2
              ) as "page_4"
          )
        )
      )
    from
      (
        select
          "audit"."stale_after_hours" as "stale_after_hours",
          "audit"."kind" as "kind",
          case "audit"."kind"
            when 'shard_without_vectors' then (
              select
                json_build_object(
                  'count',
                  count(*),
                  'oldestAt',
                  min(coalesce("index_shards"."created_at", null::timestamptz))
                )
              from
                "indexing"."index_shards" as "index_shards"
              where
                not exists (
                  select
                  from
                    "indexing"."vectors" as "vectors"
                  where
                    "vectors"."pipeline_run_id" = "index_shards"."pipeline_run_id"
                )
            )
          end as "figures",
          null as "lack"
        from
          (
            select
              asked.kind,
              asked.place::integer as place,
              $1::integer as stale_after_hours
            from
              unnest($2::text[]) with ordinality as asked (kind, place)
          ) as "audit"
        where
          true
        order by
          "audit"."place"
        limit
          501
      ) as "page"
  )::text as answer
