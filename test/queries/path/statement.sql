select
  (
    select
      json_build_array(
        json_agg(
          case "page"."UPSTREAM"
            when 'WorkflowRun' then json_build_array(
              0,
              (
                select
                  json_build_array(
                    case
                      when case
                        when "run_records_3"."id" is not null then true
                        else (
                          exists (
                            select
                            from
                              "workflow"."run_records" as "run_records_4"
                            where
                              "run_records_4"."run_id" = "header"."parent_run_id"
                          )
                          or exists (
                            select
                            from
                              "observability"."token_usage" as "token_usage_2"
                            where
                              "token_usage_2"."run_id" = "header"."parent_run_id"
                          )
                          or exists (
                            select
                            from
                              "indexing"."pipeline_runs" as "pipeline_runs_2"
                            where
                              "pipeline_runs_2"."workflow_run_id" = "header"."parent_run_id"
                          )
                          or exists (
                            select
                            from
                              "ingestion"."prep_manifests" as "prep_manifests_2"
                            where
                              "prep_manifests_2"."run_id" = "header"."parent_run_id"
                          )
                          or exists (
                            select
                            from
                              "retrieval"."retrieval_events" as "retrieval_events_2"
                            where
                              "retrieval_events_2"."run_id" = "header"."parent_run_id"
                          )
                        )
                      end then json_build_array("header"."parent_run_id"::text)
                    end,
                    (
                      select
                        json_build_array(json_agg("page_2"."doc_id"::text))
                      from
                        (
                          select
                            "documents"."doc_id" as "doc_id"
                          from
                            (
                              with
                                "tie" (doc_id, path, evidence) as (
                                  select
                                    "documents_2"."doc_id",
                                    "documents_2"."path",
                                    'index_rows'
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_3"
                                    cross join "indexing"."vectors" as "vectors"
                                    cross join "ingestion"."documents" as "documents_2"
                                  where
                                    "pipeline_runs_3"."workflow_run_id" = "runs".run_id
                                    and "vectors"."pipeline_run_id" = "pipeline_runs_3"."id"
                                    and "documents_2"."doc_id" = "vectors"."doc_id"
                                  union all
                                  select
                                    "documents_3"."doc_id",
                                    "documents_3"."path",
                                    'reused_index'
                                  from
                                    (
                                      with recursive
                                        "reused" as (
                                          select
                                            nullif("run_records_5"."reuse_source_run_id", '') as "run_id"
                                          from
                                            "workflow"."run_records" as "run_records_5"
                                          where
                                            "run_records_5"."run_id" = "runs".run_id
                                            and "run_records_5"."record_kind" = 'step'
                                            and "run_records_5"."step" = 'index'
                                            and "run_records_5"."reuse_source_run_id" <> ''
                                          union
                                          select
                                            next.*
                                          from
                                            "reused"
                                            cross join lateral (
                                              select
                                                nullif("run_records_6"."reuse_source_run_id", '') as "run_id"
                                              from
                                                "workflow"."run_records" as "run_records_6"
                                              where
                                                "run_records_6"."run_id" = "reused"."run_id"
                                                and "run_records_6"."record_kind" = 'step'
                                                and "run_records_6"."step" = 'index'
                                                and "run_records_6"."reuse_source_run_id" <> ''
                                            ) as next
                                        )
                                      select
                                        "run_id"
                                      from
                                        "reused"
                                    ) as "reused"
                                    cross join "indexing"."pipeline_runs" as "pipeline_runs_4"
                                    cross join "indexing"."vectors" as "vectors_2"
                                    cross join "ingestion"."documents" as "documents_3"
                                  where
                                    "pipeline_runs_4"."workflow_run_id" = "reused"."run_id"
                                    and "vectors_2"."pipeline_run_id" = "pipeline_runs_4"."id"
                                    and "documents_3"."doc_id" = "vectors_2"."doc_id"
                                  union all
                                  select
                                    "meant"."doc_id",
                                    coalesce("meant"."path", "named"."path"),
                                    "named"."evidence"
                                  from
                                    (
                                      select
                                        "file" ->> 'path',
                                        'manifest'
                                      from
                                        "ingestion"."prep_manifests" as "prep_manifests_3"
                                        cross join lateral jsonb_array_elements(
                                          case
                                            when jsonb_typeof("prep_manifests_3"."payload" -> 'files') = 'array' then "prep_manifests_3"."payload" -> 'files'
                                          end
                                        ) as "file"
                                      where
                                        "prep_manifests_3"."run_id" = "runs".run_id
                                        and "file" ->> 'path' <> ''
                                      union all
                                      select
                                        "header"."papers_dir",
                                        'papers_dir'
                                      where
                                        "header"."papers_dir" <> ''
                                    ) as "named" (path, evidence)
                                    left join lateral (
                                      select
                                        "documents_4"."doc_id",
                                        "named"."path"
                                      from
                                        "ingestion"."documents" as "documents_4"
                                      where
                                        regexp_replace(rtrim(lower(replace("documents_4"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("named"."path", '\', '/')), '/'), '^.*/', '')
                                      union
                                      select
                                        "documents_5"."doc_id",
                                        "documents_5"."path"
                                      from
                                        "ingestion"."documents" as "documents_5"
                                      where
                                        "named"."evidence" = 'papers_dir'
                                        and rtrim(lower(replace("documents_5"."path", '\', '/')), '/') collate "C" >= rtrim(lower(replace("named"."path", '\', '/')), '/') || '/'
                                        and rtrim(lower(replace("documents_5"."path", '\', '/')), '/') collate "C" < rtrim(lower(replace("named"."path", '\', '/')), '/') || '0'
                                    ) as "meant" (doc_id, path) on true
                                ),
                                "paper" as (
                                  select
                                    doc_id,
                                    coalesce(
                                      min(path) filter (
                                        where
                                          evidence = 'manifest'
                                      ),
                                      min(path) filter (
                                        where
                                          evidence = 'papers_dir'
                                      ),
                                      min(path)
                                    ) as path,
                                    array_agg(
                                      distinct evidence
                                      order by
                                        evidence
                                    ) as evidence
                                  from
                                    "tie"
                                  group by
                                    doc_id,
                                    case
                                      when doc_id is null then regexp_replace(rtrim(lower(replace(path, '\', '/')), '/'), '^.*/', '')
                                    end
                                )
                              select
                                doc_id,
                                path,
                                evidence
                              from
                                "paper"
                              where
                                doc_id is not null
                                or evidence <> array['papers_dir']
                                or not exists (
                                  select
                                  from
                                    "tie"
                                  where
                                    position(
                                      '/' || regexp_replace(rtrim(lower(replace("paper".path, '\', '/')), '/'), '^.*/', '') || '/' in '/' || rtrim(lower(replace("tie".path, '\', '/')), '/')
                                    ) > 0
                                )
                            ) as "papers"
                            left join "ingestion"."documents" as "documents" on "documents"."doc_id" = "papers"."doc_id"
                          where
                            true
                          order by
                            coalesce("papers"."doc_id", 'missing ' || md5("papers"."path")) asc
                          limit
                            51
                        ) as "page_2"
                    )
                  )
                from
                  (
                    select
                      "page"."key"
                  ) as "runs" (run_id)
                  left join lateral (
                    select
                      "run_records"."id" as "id",
                      "run_records"."parent_run_id" as "parent_run_id",
                      "run_records"."papers_dir" as "papers_dir"
                    from
                      "workflow"."run_records" as "run_records"
                    where
                      "run_records"."run_id" = "runs".run_id
                      and "run_records"."record_kind" = 'run'
                      and "run_records"."step" = ''
                      and "run_records"."record_key" = 'main'
                    limit
                      1
                  ) as "header" on true
                  left join "workflow"."run_records" as "run_records_3" on "run_records_3"."run_id" = "header"."parent_run_id"
                  and "run_records_3"."record_kind" = 'run'
                  and "run_records_3"."step" = ''
                  and "run_records_3"."record_key" = 'main'
                where
                  case
                    when "header"."id" is not null then true
                    else (
                      exists (
                        select
                        from
                          "workflow"."run_records" as "run_records_2"
                        where
                          "run_records_2"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage"
                        where
                          "token_usage"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs"
                        where
                          "pipeline_runs"."workflow_run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests"
                        where
                          "prep_manifests"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events"
                        where
                          "retrieval_events"."run_id" = "runs".run_id
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
        ),
        json_agg(
          case "page"."DOWNSTREAM"
            when 'WorkflowRun' then json_build_array(
              0,
              (
                select
                  json_build_array(
                    (
                      select
                        json_build_array(json_agg("page_3"."run_id"::text))
                      from
                        (
                          select
                            "run_records_9"."run_id" as "run_id"
                          from
                            "workflow"."run_records" as "run_records_9"
                          where
                            "run_records_9"."parent_run_id" = "runs_2".run_id
                            and "run_records_9"."record_kind" = 'run'
                            and case
                              when "run_records_9"."record_kind" = 'run' then "run_records_9"."step" = ''
                              and "run_records_9"."record_key" = 'main'
                            end
                          order by
                            coalesce("run_records_9"."finished_at", "run_records_9"."updated_at", "run_records_9"."created_at") desc,
                            "run_records_9"."run_id" desc
                          limit
                            51
                        ) as "page_3"
                    )
                  )
                from
                  (
                    select
                      "page"."key"
                  ) as "runs_2" (run_id)
                  left join lateral (
                    select
                      "run_records_7"."id" as "id"
                    from
                      "workflow"."run_records" as "run_records_7"
                    where
                      "run_records_7"."run_id" = "runs_2".run_id
                      and "run_records_7"."record_kind" = 'run'
                      and "run_records_7"."step" = ''
                      and "run_records_7"."record_key" = 'main'
                    limit
                      1
                  ) as "header_2" on true
                where
                  case
                    when "header_2"."id" is not null then true
                    else (
                      exists (
                        select
                        from
                          "workflow"."run_records" as "run_records_8"
                        where
                          "run_records_8"."run_id" = "runs_2".run_id
                      )
                      or exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage_3"
                        where
                          "token_usage_3"."run_id" = "runs_2".run_id
                      )
                      or exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs_5"
                        where
                          "pipeline_runs_5"."workflow_run_id" = "runs_2".run_id
                      )
                      or exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests_4"
                        where
                          "prep_manifests_4"."run_id" = "runs_2".run_id
                      )
                      or exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events_3"
                        where
                          "retrieval_events_3"."run_id" = "runs_2".run_id
                      )
                    )
                  end
                order by
                  "runs_2".run_id
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
          "departure"."UPSTREAM" as "UPSTREAM",
          "departure"."key" as "key",
          "departure"."DOWNSTREAM" as "DOWNSTREAM"
        from
          unnest($1::text[], $2::text[], $3::text[]) with ordinality as "departure" ("UPSTREAM", "DOWNSTREAM", "key", "place")
        where
          true
        order by
          "departure"."place"
        limit
          1001
      ) as "page"
  )::text as answer

select
  (
    select
      json_build_array(
        json_agg(
          case "page"."UPSTREAM"
            when 'WorkflowRun' then json_build_array(
              0,
              (
                select
                  json_build_array(
                    case
                      when case
                        when "run_records_3"."id" is not null then true
                        else (
                          exists (
                            select
                            from
                              "workflow"."run_records" as "run_records_4"
                            where
                              "run_records_4"."run_id" = "header"."parent_run_id"
                          )
                          or exists (
                            select
                            from
                              "observability"."token_usage" as "token_usage_2"
                            where
                              "token_usage_2"."run_id" = "header"."parent_run_id"
                          )
                          or exists (
                            select
                            from
                              "indexing"."pipeline_runs" as "pipeline_runs_2"
                            where
                              "pipeline_runs_2"."workflow_run_id" = "header"."parent_run_id"
                          )
                          or exists (
                            select
                            from
                              "ingestion"."prep_manifests" as "prep_manifests_2"
                            where
                              "prep_manifests_2"."run_id" = "header"."parent_run_id"
                          )
                          or exists (
                            select
                            from
                              "retrieval"."retrieval_events" as "retrieval_events_2"
                            where
                              "retrieval_events_2"."run_id" = "header"."parent_run_id"
                          )
                        )
                      end then json_build_array("header"."parent_run_id"::text)
                    end,
                    (
                      select
                        json_build_array(json_agg("page_2"."doc_id"::text))
                      from
                        (
                          select
                            "documents"."doc_id" as "doc_id"
                          from
                            (
                              with
                                "tie" (doc_id, path, evidence) as (
                                  select
                                    "documents_2"."doc_id",
                                    "documents_2"."path",
                                    'index_rows'
                                  from
                                    "indexing"."pipeline_runs" as "pipeline_runs_3"
                                    cross join "indexing"."vectors" as "vectors"
                                    cross join "ingestion"."documents" as "documents_2"
                                  where
                                    "pipeline_runs_3"."workflow_run_id" = "runs".run_id
                                    and "vectors"."pipeline_run_id" = "pipeline_runs_3"."id"
                                    and "documents_2"."doc_id" = "vectors"."doc_id"
                                  union all
                                  select
                                    "documents_3"."doc_id",
                                    "documents_3"."path",
                                    'reused_index'
                                  from
                                    (
                                      with recursive
                                        "reused" as (
                                          select
                                            nullif("run_records_5"."reuse_source_run_id", '') as "run_id"
                                          from
                                            "workflow"."run_records" as "run_records_5"
                                          where
                                            "run_records_5"."run_id" = "runs".run_id
                                            and "run_records_5"."record_kind" = 'step'
                                            and "run_records_5"."step" = 'index'
                                            and "run_records_5"."reuse_source_run_id" <> ''
                                          union
                                          select
                                            next.*
                                          from
                                            "reused"
                                            cross join lateral (
                                              select
                                                nullif("run_records_6"."reuse_source_run_id", '') as "run_id"
                                              from
                                                "workflow"."run_records" as "run_records_6"
                                              where
                                                "run_records_6"."run_id" = "reused"."run_id"
                                                and "run_records_6"."record_kind" = 'step'
                                                and "run_records_6"."step" = 'index'
                                                and "run_records_6"."reuse_source_run_id" <> ''
                                            ) as next
                                        )
                                      select
                                        "run_id"
                                      from
                                        "reused"
                                    ) as "reused"
                                    cross join "indexing"."pipeline_runs" as "pipeline_runs_4"
                                    cross join "indexing"."vectors" as "vectors_2"
                                    cross join "ingestion"."documents" as "documents_3"
                                  where
                                    "pipeline_runs_4"."workflow_run_id" = "reused"."run_id"
                                    and "vectors_2"."pipeline_run_id" = "pipeline_runs_4"."id"
                                    and "documents_3"."doc_id" = "vectors_2"."doc_id"
                                  union all
                                  select
                                    "meant"."doc_id",
                                    coalesce("meant"."path", "named"."path"),
                                    "named"."evidence"
                                  from
                                    (
                                      select
                                        "file" ->> 'path',
                                        'manifest'
                                      from
                                        "ingestion"."prep_manifests" as "prep_manifests_3"
                                        cross join lateral jsonb_array_elements(
                                          case
                                            when jsonb_typeof("prep_manifests_3"."payload" -> 'files') = 'array' then "prep_manifests_3"."payload" -> 'files'
                                          end
                                        ) as "file"
                                      where
                                        "prep_manifests_3"."run_id" = "runs".run_id
                                        and "file" ->> 'path' <> ''
                                      union all
                                      select
                                        "header"."papers_dir",
                                        'papers_dir'
                                      where
                                        "header"."papers_dir" <> ''
                                    ) as "named" (path, evidence)
                                    left join lateral (
                                      select
                                        "documents_4"."doc_id",
                                        "named"."path"
                                      from
                                        "ingestion"."documents" as "documents_4"
                                      where
                                        regexp_replace(rtrim(lower(replace("documents_4"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("named"."path", '\', '/')), '/'), '^.*/', '')
                                      union
                                      select
                                        "documents_5"."doc_id",
                                        "documents_5"."path"
                                      from
                                        "ingestion"."documents" as "documents_5"
                                      where
                                        "named"."evidence" = 'papers_dir'
                                        and rtrim(lower(replace("documents_5"."path", '\', '/')), '/') collate "C" >= rtrim(lower(replace("named"."path", '\', '/')), '/') || '/'
                                        and rtrim(lower(replace("documents_5"."path", '\', '/')), '/') collate "C" < rtrim(lower(replace("named"."path", '\', '/')), '/') || '0'
                                    ) as "meant" (doc_id, path) on true
                                ),
                                "paper" as (
                                  select
                                    doc_id,
                                    coalesce(
                                      min(path) filter (
                                        where
                                          evidence = 'manifest'
                                      ),
                                      min(path) filter (
                                        where
                                          evidence = 'papers_dir'
                                      ),
                                      min(path)
                                    ) as path,
                                    array_agg(
                                      distinct evidence
                                      order by
                                        evidence
                                    ) as evidence
                                  from
                                    "tie"
                                  group by
                                    doc_id,
                                    case
                                      when doc_id is null then regexp_replace(rtrim(lower(replace(path, '\', '/')), '/'), '^.*/', '')
                                    end
                                )
                              select
                                doc_id,
                                path,
                                evidence
                              from
                                "paper"
                              where
                                doc_id is not null
                                or evidence <> array['papers_dir']
                                or not exists (
                                  select
                                  from
                                    "tie"
                                  where
                                    position(
                                      '/' || regexp_replace(rtrim(lower(replace("paper".path, '\', '/')), '/'), '^.*/', '') || '/' in '/' || rtrim(lower(replace("tie".path, '\', '/')), '/')
                                    ) > 0
                                )
                            ) as "papers"
                            left join "ingestion"."documents" as "documents" on "documents"."doc_id" = "papers"."doc_id"
                          where
                            true
                          order by
                            coalesce("papers"."doc_id", 'missing ' || md5("papers"."path")) asc
                          limit
                            51
                        ) as "page_2"
                    )
                  )
                from
                  (
                    select
                      "page"."key"
                  ) as "runs" (run_id)
                  left join lateral (
                    select
                      "run_records"."id" as "id",
                      "run_records"."parent_run_id" as "parent_run_id",
                      "run_records"."papers_dir" as "papers_dir"
                    from
                      "workflow"."run_records" as "run_records"
                    where
                      "run_records"."run_id" = "runs".run_id
                      and "run_records"."record_kind" = 'run'
                      and "run_records"."step" = ''
                      and "run_records"."record_key" = 'main'
                    limit
                      1
                  ) as "header" on true
                  left join "workflow"."run_records" as "run_records_3" on "run_records_3"."run_id" = "header"."parent_run_id"
                  and "run_records_3"."record_kind" = 'run'
                  and "run_records_3"."step" = ''
                  and "run_records_3"."record_key" = 'main'
                where
                  case
                    when "header"."id" is not null then true
                    else (
                      exists (
                        select
                        from
                          "workflow"."run_records" as "run_records_2"
                        where
                          "run_records_2"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage"
                        where
                          "token_usage"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs"
                        where
                          "pipeline_runs"."workflow_run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests"
                        where
                          "prep_manifests"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events"
                        where
                          "retrieval_events"."run_id" = "runs".run_id
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
        ),
        json_agg(
          case "page"."DOWNSTREAM"
            when 'WorkflowRun' then json_build_array(
              0,
              (
                select
                  json_build_array(
                    (
                      select
                        json_build_array(json_agg("page_3"."run_id"::text))
                      from
                        (
                          select
                            "run_records_9"."run_id" as "run_id"
                          from
                            "workflow"."run_records" as "run_records_9"
                          where
                            "run_records_9"."parent_run_id" = "runs_2".run_id
                            and "run_records_9"."record_kind" = 'run'
                            and case
                              when "run_records_9"."record_kind" = 'run' then "run_records_9"."step" = ''
                              and "run_records_9"."record_key" = 'main'
                            end
                          order by
                            coalesce("run_records_9"."finished_at", "run_records_9"."updated_at", "run_records_9"."created_at") desc,
                            "run_records_9"."run_id" desc
                          limit
                            51
                        ) as "page_3"
                    )
                  )
                from
                  (
                    select
                      "page"."key"
                  ) as "runs_2" (run_id)
                  left join lateral (
                    select
                      "run_records_7"."id" as "id"
                    from
                      "workflow"."run_records" as "run_records_7"
                    where
                      "run_records_7"."run_id" = "runs_2".run_id
                      and "run_records_7"."record_kind" = 'run'
                      and "run_records_7"."step" = ''
                      and "run_records_7"."record_key" = 'main'
                    limit
                      1
                  ) as "header_2" on true
                where
                  case
                    when "header_2"."id" is not null then true
                    else (
                      exists (
                        select
                        from
                          "workflow"."run_records" as "run_records_8"
                        where
                          "run_records_8"."run_id" = "runs_2".run_id
                      )
                      or exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage_3"
                        where
                          "token_usage_3"."run_id" = "runs_2".run_id
                      )
                      or exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs_5"
                        where
                          "pipeline_runs_5"."workflow_run_id" = "runs_2".run_id
                      )
                      or exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests_4"
                        where
                          "prep_manifests_4"."run_id" = "runs_2".run_id
                      )
                      or exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events_3"
                        where
                          "retrieval_events_3"."run_id" = "runs_2".run_id
                      )
                    )
                  end
                order by
                  "runs_2".run_id
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
          "departure"."UPSTREAM" as "UPSTREAM",
          "departure"."key" as "key",
          "departure"."DOWNSTREAM" as "DOWNSTREAM"
        from
          unnest($1::text[], $2::text[], $3::text[]) with ordinality as "departure" ("UPSTREAM", "DOWNSTREAM", "key", "place")
        where
          true
        order by
          "departure"."place"
        limit
          1001
      ) as "page"
  )::text as answer

select
  (
    select
      json_build_array(
        json_agg(
          case "page"."type"
            when 'Document' then json_build_array(
              0,
              (
                select
                  json_build_array(
                    "documents"."title"::text,
                    "documents"."author"::text,
                    "documents"."path"::text,
                    case
                      when "paper_metadata"."doc_id" is not null then json_build_array("paper_metadata"."publication_year")
                    end
                  )
                from
                  "ingestion"."documents" as "documents"
                  left join "ingestion"."paper_metadata" as "paper_metadata" on "paper_metadata"."doc_id" = "documents"."doc_id"
                where
                  "documents"."doc_id" = "page"."key"
                order by
                  "documents"."doc_id"
                limit
                  1
              )
            )
            when 'WorkflowRun' then json_build_array(
              1,
              (
                select
                  json_build_array(
                    "runs".run_id::text,
                    (
                      select
                        case
                          when "header"."status" in ('failed', 'error') then 'failed'
                          when (
                            "header"."status" = 'completed'
                            or (
                              "header"."finished_at" is not null
                              and coalesce("header"."status" in ('running', 'queued', 'started', 'pending'), true)
                            )
                            or (
                              "header"."id" is null
                              and "found".reports > 0
                            )
                          )
                          and "found".failed is not null then 'completed_with_failures'
                          when (
                            "header"."status" = 'completed'
                            or (
                              "header"."finished_at" is not null
                              and coalesce("header"."status" in ('running', 'queued', 'started', 'pending'), true)
                            )
                            or (
                              "header"."id" is null
                              and "found".reports > 0
                            )
                          ) then 'completed'
                          when "header"."id" is null
                          and "found".parts = 0 then 'unknown'
                          when not coalesce("header"."status" in ('running', 'queued', 'started', 'pending'), true) then 'unknown'
                          when greatest(
                            "found".last_step_at,
                            "found".last_report_at,
                            greatest("header"."updated_at", "header"."started_at", "header"."created_at"),
                            (
                              select
                                max("token_usage_2"."created_at") filter (
                                  where
                                    true
                                )
                              from
                                "observability"."token_usage" as "token_usage_2"
                              where
                                "token_usage_2"."run_id" = "runs".run_id
                            )
                          ) < now() - '6 hours'::interval then 'stalled'
                          when true then 'running'
                        end
                      from
                        (
                          select
                            count(*) as parts,
                            count(*) filter (
                              where
                                "run_records_3"."record_kind" = 'report'
                            ) as reports,
                            string_agg(
                              case "run_records_3"."record_kind"
                                when 'step' then "run_records_3"."step"
                                else 'the report'
                              end,
                              ', '
                              order by
                                "run_records_3"."id"
                            ) filter (
                              where
                                (
                                  "run_records_3"."status" in ('failed', 'error')
                                  or "run_records_3"."agentic_status" in ('failed', 'error')
                                )
                            ) as failed,
                            max(
                              greatest(
                                "run_records_3"."updated_at",
                                "run_records_3"."finished_at",
                                "run_records_3"."started_at",
                                "run_records_3"."created_at"
                              )
                            ) filter (
                              where
                                "run_records_3"."record_kind" = 'step'
                            ) as last_step_at,
                            max(
                              greatest(
                                "run_records_3"."updated_at",
                                "run_records_3"."finished_at",
                                "run_records_3"."started_at",
                                "run_records_3"."created_at"
                              )
                            ) filter (
                              where
                                "run_records_3"."record_kind" = 'report'
                            ) as last_report_at
                          from
                            "workflow"."run_records" as "run_records_3"
                          where
                            "run_records_3"."run_id" = "runs".run_id
                            and "run_records_3"."record_kind" in ('step', 'report')
                        ) as "found"
                    )::text,
                    "header"."arm"::text
                  )
                from
                  (
                    select
                      "page"."key"
                  ) as "runs" (run_id)
                  left join lateral (
                    select
                      "run_records"."id" as "id",
                      "run_records"."updated_at" as "updated_at",
                      "run_records"."started_at" as "started_at",
                      "run_records"."created_at" as "created_at",
                      "run_records"."status" as "status",
                      "run_records"."finished_at" as "finished_at",
                      "run_records"."arm" as "arm"
                    from
                      "workflow"."run_records" as "run_records"
                    where
                      "run_records"."run_id" = "runs".run_id
                      and "run_records"."record_kind" = 'run'
                      and "run_records"."step" = ''
                      and "run_records"."record_key" = 'main'
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
                          "workflow"."run_records" as "run_records_2"
                        where
                          "run_records_2"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "observability"."token_usage" as "token_usage"
                        where
                          "token_usage"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "indexing"."pipeline_runs" as "pipeline_runs"
                        where
                          "pipeline_runs"."workflow_run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "ingestion"."prep_manifests" as "prep_manifests"
                        where
                          "prep_manifests"."run_id" = "runs".run_id
                      )
                      or exists (
                        select
                        from
                          "retrieval"."retrieval_events" as "retrieval_events"
                        where
                          "retrieval_events"."run_id" = "runs".run_id
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
          "node"."type" as "type",
          "node"."key" as "key"
        from
          unnest($1::text[], $2::text[]) with ordinality as "node" (type, key, place)
        where
          true
        order by
          "node"."place"
        limit
          1001
      ) as "page"
  )::text as answer
