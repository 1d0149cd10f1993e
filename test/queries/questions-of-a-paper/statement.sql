select
  (
    select
      json_build_array(
        json_agg(
          json_build_array(
            (
              select
                json_build_array(
                  json_agg("page_2"."run_id"::text),
                  json_agg("page_2"."question_id"::text),
                  json_agg("page_2"."edge_evidence")
                )
              from
                (
                  select
                    "run_records"."run_id" as "run_id",
                    "run_records"."question_id" as "question_id",
                    "read_by"."evidence" as "edge_evidence"
                  from
                    (
                      select
                        run_id,
                        array_agg(
                          distinct evidence
                          order by
                            evidence
                        ) as evidence
                      from
                        (
                          select distinct
                            "pipeline_runs"."workflow_run_id",
                            'index_rows'
                          from
                            "indexing"."vectors" as "vectors"
                            cross join "indexing"."pipeline_runs" as "pipeline_runs"
                          where
                            "vectors"."doc_id" = "page"."doc_id"
                            and "pipeline_runs"."id" = "vectors"."pipeline_run_id"
                            and "pipeline_runs"."workflow_run_id" is not null
                          union all
                          select
                            "reusing"."run_id",
                            'reused_index'
                          from
                            (
                              with recursive
                                "reusing" as (
                                  select
                                    "run_records_2"."run_id" as "run_id"
                                  from
                                    (
                                      select distinct
                                        "pipeline_runs_2"."workflow_run_id",
                                        'index_rows'
                                      from
                                        "indexing"."vectors" as "vectors_2"
                                        cross join "indexing"."pipeline_runs" as "pipeline_runs_2"
                                      where
                                        "vectors_2"."doc_id" = "page"."doc_id"
                                        and "pipeline_runs_2"."id" = "vectors_2"."pipeline_run_id"
                                        and "pipeline_runs_2"."workflow_run_id" is not null
                                    ) as "built" (run_id, evidence)
                                    cross join "workflow"."run_records" as "run_records_2"
                                  where
                                    "run_records_2"."reuse_source_run_id" = "built".run_id
                                    and "run_records_2"."record_kind" = 'step'
                                    and "run_records_2"."step" = 'index'
                                    and "run_records_2"."reuse_source_run_id" <> ''
                                  union
                                  select
                                    next.*
                                  from
                                    "reusing"
                                    cross join lateral (
                                      select
                                        "run_records_3"."run_id" as "run_id"
                                      from
                                        "workflow"."run_records" as "run_records_3"
                                      where
                                        "run_records_3"."reuse_source_run_id" = "reusing"."run_id"
                                        and "run_records_3"."record_kind" = 'step'
                                        and "run_records_3"."step" = 'index'
                                        and "run_records_3"."reuse_source_run_id" <> ''
                                    ) as next
                                )
                              select
                                "run_id"
                              from
                                "reusing"
                            ) as "reusing"
                          union all
                          select
                            "prep_manifests"."run_id",
                            'manifest'
                          from
                            "ingestion"."prep_manifests" as "prep_manifests"
                          where
                            exists (
                              select
                              from
                                jsonb_array_elements(
                                  case
                                    when jsonb_typeof("prep_manifests"."payload" -> 'files') = 'array' then "prep_manifests"."payload" -> 'files'
                                  end
                                ) as "file"
                              where
                                "file" ->> 'path' <> ''
                                and regexp_replace(rtrim(lower(replace("file" ->> 'path', '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("page"."path", '\', '/')), '/'), '^.*/', '')
                            )
                          union all
                          select
                            "run_records_4"."run_id",
                            'papers_dir'
                          from
                            "workflow"."run_records" as "run_records_4"
                          where
                            regexp_replace(rtrim(lower(replace("run_records_4"."papers_dir", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("page"."path", '\', '/')), '/'), '^.*/', '')
                            and "run_records_4"."papers_dir" <> ''
                            and "run_records_4"."record_kind" = 'run'
                            and "run_records_4"."step" = ''
                            and "run_records_4"."record_key" = 'main'
                          union all
                          select
                            "run_records_5"."run_id",
                            'papers_dir'
                          from
                            "workflow"."run_records" as "run_records_5"
                          where
                            rtrim(lower(replace("run_records_5"."papers_dir", '\', '/')), '/') = any (
                              array(
                                select
                                  array_to_string((string_to_array(rtrim(lower(replace("page"."path", '\', '/')), '/'), '/')) [1:n], '/')
                                from
                                  generate_series(
                                    1,
                                    array_length(string_to_array(rtrim(lower(replace("page"."path", '\', '/')), '/'), '/'), 1) - 1
                                  ) as n
                              )
                            )
                            and "run_records_5"."papers_dir" <> ''
                            and "run_records_5"."record_kind" = 'run'
                            and "run_records_5"."step" = ''
                            and "run_records_5"."record_key" = 'main'
                        ) as "tie" (run_id, evidence)
                      group by
                        run_id
                    ) as "read_by"
                    cross join "workflow"."run_records" as "run_records"
                  where
                    "run_records"."run_id" = "read_by"."run_id"
                    and "run_records"."record_kind" = 'question'
                    and "run_records"."status" = $1::text
                  order by
                    "run_records"."id" asc
                  limit
                    2
                ) as "page_2"
            ),
            (
              select
                count(*)
              from
                (
                  select
                    run_id,
                    array_agg(
                      distinct evidence
                      order by
                        evidence
                    ) as evidence
                  from
                    (
                      select distinct
                        "pipeline_runs_3"."workflow_run_id",
                        'index_rows'
                      from
                        "indexing"."vectors" as "vectors_3"
                        cross join "indexing"."pipeline_runs" as "pipeline_runs_3"
                      where
                        "vectors_3"."doc_id" = "page"."doc_id"
                        and "pipeline_runs_3"."id" = "vectors_3"."pipeline_run_id"
                        and "pipeline_runs_3"."workflow_run_id" is not null
                      union all
                      select
                        "reusing_2"."run_id",
                        'reused_index'
                      from
                        (
                          with recursive
                            "reusing_2" as (
                              select
                                "run_records_7"."run_id" as "run_id"
                              from
                                (
                                  select distinct
                                    "pipeline_runs_4"."workflow_run_id",
                                    'index_rows'
                                  from
                                    "indexing"."vectors" as "vectors_4"
                                    cross join "indexing"."pipeline_runs" as "pipeline_runs_4"
                                  where
                                    "vectors_4"."doc_id" = "page"."doc_id"
                                    and "pipeline_runs_4"."id" = "vectors_4"."pipeline_run_id"
                                    and "pipeline_runs_4"."workflow_run_id" is not null
                                ) as "built_2" (run_id, evidence)
                                cross join "workflow"."run_records" as "run_records_7"
                              where
                                "run_records_7"."reuse_source_run_id" = "built_2".run_id
                                and "run_records_7"."record_kind" = 'step'
                                and "run_records_7"."step" = 'index'
                                and "run_records_7"."reuse_source_run_id" <> ''
                              union
                              select
                                next.*
                              from
                                "reusing_2"
                                cross join lateral (
                                  select
                                    "run_records_8"."run_id" as "run_id"
                                  from
                                    "workflow"."run_records" as "run_records_8"
                                  where
                                    "run_records_8"."reuse_source_run_id" = "reusing_2"."run_id"
                                    and "run_records_8"."record_kind" = 'step'
                                    and "run_records_8"."step" = 'index'
                                    and "run_records_8"."reuse_source_run_id" <> ''
                                ) as next
                            )
                          select
                            "run_id"
                          from
                            "reusing_2"
                        ) as "reusing_2"
                      union all
                      select
                        "prep_manifests_2"."run_id",
                        'manifest'
                      from
                        "ingestion"."prep_manifests" as "prep_manifests_2"
                      where
                        exists (
                          select
                          from
                            jsonb_array_elements(
                              case
                                when jsonb_typeof("prep_manifests_2"."payload" -> 'files') = 'array' then "prep_manifests_2"."payload" -> 'files'
                              end
                            ) as "file_2"
                          where
                            "file_2" ->> 'path' <> ''
                            and regexp_replace(rtrim(lower(replace("file_2" ->> 'path', '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("page"."path", '\', '/')), '/'), '^.*/', '')
                        )
                      union all
                      select
                        "run_records_9"."run_id",
                        'papers_dir'
                      from
                        "workflow"."run_records" as "run_records_9"
                      where
                        regexp_replace(rtrim(lower(replace("run_records_9"."papers_dir", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("page"."path", '\', '/')), '/'), '^.*/', '')
                        and "run_records_9"."papers_dir" <> ''
                        and "run_records_9"."record_kind" = 'run'
                        and "run_records_9"."step" = ''
                        and "run_records_9"."record_key" = 'main'
                      union all
                      select
                        "run_records_10"."run_id",
                        'papers_dir'
                      from
                        "workflow"."run_records" as "run_records_10"
                      where
                        rtrim(lower(replace("run_records_10"."papers_dir", '\', '/')), '/') = any (
                          array(
                            select
                              array_to_string((string_to_array(rtrim(lower(replace("page"."path", '\', '/')), '/'), '/')) [1:n], '/')
                            from
                              generate_series(
                                1,
                                array_length(string_to_array(rtrim(lower(replace("page"."path", '\', '/')), '/'), '/'), 1) - 1
                              ) as n
                          )
                        )
                        and "run_records_10"."papers_dir" <> ''
                        and "run_records_10"."record_kind" = 'run'
                        and "run_records_10"."step" = ''
                        and "run_records_10"."record_key" = 'main'
                    ) as "tie_2" (run_id, evidence)
                  group by
                    run_id
                ) as "read_by_2"
                cross join "workflow"."run_records" as "run_records_6"
              where
                "run_records_6"."run_id" = "read_by_2"."run_id"
                and "run_records_6"."record_kind" = 'question'
                and "run_records_6"."status" = $2::text
            )
          )
        )
      )
    from
      (
        select
          "documents"."doc_id" as "doc_id",
          "documents"."path" as "path"
        from
          "ingestion"."documents" as "documents"
        where
          true
        order by
          "documents"."doc_id" asc
        limit
          1
      ) as "page"
  )::text as answer
