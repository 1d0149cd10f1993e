select
  (
    select
      json_build_array(
        "comparison"."unknown_ids",
        (
          select
            coalesce(jsonb_object_agg("run_records_2"."run_id", "run_records_2"."config_effective_json"), '{}')
          from
            "workflow"."run_records" as "run_records_2"
          where
            "run_records_2"."run_id" = any ("comparison"."known_ids")
            and jsonb_typeof("run_records_2"."config_effective_json") = 'object'
            and "run_records_2"."record_kind" = 'run'
            and "run_records_2"."step" = ''
            and "run_records_2"."record_key" = 'main'
        ),
        to_json("comparison"."known_ids"),
        (
          select
            coalesce(jsonb_object_agg(run.id, build.settings), '{}')
          from
            unnest("comparison"."known_ids") as run (id)
            cross join lateral (
              select
                jsonb_build_object(
                  'embeddingModel',
                  "pipeline_runs_2"."embedding_model",
                  'chunkWords',
                  "pipeline_runs_2"."chunk_words",
                  'chunkOverlap',
                  "pipeline_runs_2"."chunk_overlap",
                  'normalized',
                  "pipeline_runs_2"."normalized",
                  'extractorVersion',
                  "pipeline_runs_2"."extractor_version"
                ) as settings
              from
                "indexing"."pipeline_runs" as "pipeline_runs_2"
              where
                "pipeline_runs_2"."workflow_run_id" = (
                  select
                    found_run_id
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
                                    "indexing"."pipeline_runs" as "pipeline_runs_4"
                                  where
                                    "pipeline_runs_4"."workflow_run_id" = "chain_end"."run_id"
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
                                    "indexing"."pipeline_runs" as "pipeline_runs_5"
                                  where
                                    "pipeline_runs_5"."workflow_run_id" = last.run_id
                                ) as builds
                              from
                                (
                                  with recursive
                                    "chain" as (
                                      select
                                        run.id as run_id,
                                        0 as distance,
                                        array[run.id] as seen,
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
                                            "indexing"."pipeline_runs" as "pipeline_runs_3"
                                          where
                                            "pipeline_runs_3"."workflow_run_id" = "chain"."run_id"
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
                )
              order by
                "pipeline_runs_2"."id" desc
              limit
                1
            ) as build
        ),
        "comparison"."only_different",
        (
          select
            json_build_array(
              json_agg("page"."runId"::text),
              json_agg(
                (
                  select
                    json_build_array(count("token_usage_3"."id"))
                  from
                    "observability"."token_usage" as "token_usage_3"
                  where
                    "token_usage_3"."run_id" = "page"."runId"
                )
              )
            )
          from
            (
              select
                "compared"."run_id" as "runId"
              from
                unnest("comparison"."known_ids") with ordinality as "compared" (run_id, place)
              where
                true
              order by
                "compared"."place"::integer,
                "compared"."run_id"
              limit
                501
            ) as "page"
        ),
        (
          select
            json_build_array(
              json_agg("page_2"."step"::text),
              json_agg(
                (
                  select
                    json_build_array(json_agg("page_3"."runId"::text), json_agg("page_3"."status"::text))
                  from
                    (
                      select
                        "run_records_6"."run_id" as "runId",
                        "run_records_6"."status" as "status"
                      from
                        "workflow"."run_records" as "run_records_6"
                      where
                        "run_records_6"."step" = "page_2"."step"
                        and "run_records_6"."run_id" = any ("page_2"."known_ids")
                        and "run_records_6"."record_kind" = 'step'
                      order by
                        array_position("page_2"."known_ids", "run_records_6"."run_id"),
                        "run_records_6"."id"
                      limit
                        501
                    ) as "page_3"
                )
              )
            )
          from
            (
              select
                "steps"."step" as "step",
                "comparison"."known_ids" as "known_ids"
              from
                (
                  select
                    "run_records_5"."step" as step,
                    array_position(
                      array['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report'],
                      "run_records_5"."step"
                    ) as place,
                    count(distinct "run_records_5"."run_id") < cardinality("comparison"."known_ids")
                    or count(distinct coalesce("run_records_5"."status", '')) > 1 as is_different
                  from
                    "workflow"."run_records" as "run_records_5"
                  where
                    "run_records_5"."run_id" = any ("comparison"."known_ids")
                    and "run_records_5"."record_kind" = 'step'
                  group by
                    "run_records_5"."step"
                ) as "steps"
              where
                (
                  "steps"."is_different"
                  or not "comparison"."only_different"
                )
              order by
                "steps"."place",
                "steps"."step"
              limit
                501
            ) as "page_2"
        ),
        (
          select
            json_build_array(
              json_agg("page_4"."question_id"::text),
              json_agg(
                (
                  select
                    json_build_array(
                      json_agg("page_5"."runId"::text),
                      json_agg("page_5"."status"::text),
                      json_agg("page_5"."answer"::text)
                    )
                  from
                    (
                      select
                        "run_records_8"."run_id" as "runId",
                        "run_records_8"."status" as "status",
                        btrim("run_records_8"."payload_json" ->> 'answer') as "answer"
                      from
                        "workflow"."run_records" as "run_records_8"
                      where
                        coalesce("run_records_8"."question_id", "run_records_8"."record_key") = "page_4"."question_id"
                        and "run_records_8"."record_kind" = 'question'
                        and "run_records_8"."run_id" = any ("page_4"."known_ids")
                      order by
                        array_position("page_4"."known_ids", "run_records_8"."run_id"),
                        "run_records_8"."id"
                      limit
                        501
                    ) as "page_5"
                )
              )
            )
          from
            (
              select
                "questions"."question_id" as "question_id",
                "comparison"."known_ids" as "known_ids"
              from
                (
                  select
                    coalesce("run_records_7"."question_id", "run_records_7"."record_key") as question_id,
                    count(distinct "run_records_7"."run_id") < cardinality("comparison"."known_ids")
                    or count(distinct coalesce("run_records_7"."status", '')) > 1
                    or count(distinct coalesce(btrim("run_records_7"."payload_json" ->> 'answer'), '')) > 1 as "isDifferent"
                  from
                    "workflow"."run_records" as "run_records_7"
                  where
                    "run_records_7"."record_kind" = 'question'
                    and "run_records_7"."run_id" = any ("comparison"."known_ids")
                  group by
                    1
                ) as "questions"
              where
                (
                  "questions"."isDifferent"
                  or not "comparison"."only_different"
                )
              order by
                "questions"."question_id"
              limit
                501
            ) as "page_4"
        ),
        (
          select
            json_build_array(json_agg("page_6"."path"::text), json_agg("page_6"."not_read_by"))
          from
            (
              select
                "papers"."path" as "path",
                to_json("papers"."not_read_by") as "not_read_by"
              from
                (
                  select
                    found.*,
                    cardinality(read_by) < cardinality("comparison"."known_ids") as is_different,
                    array(
                      select
                        id
                      from
                        unnest("comparison"."known_ids") with ordinality as one (id, place)
                      where
                        id <> all (read_by)
                      order by
                        place
                    ) as not_read_by
                  from
                    (
                      select
                        coalesce(
                          "paper".doc_id,
                          'missing ' || md5(regexp_replace(rtrim(lower(replace("paper".path, '\', '/')), '/'), '^.*/', ''))
                        ) as paper_key,
                        "paper".doc_id,
                        min("paper".path) as path,
                        array_agg(
                          "runs".run_id
                          order by
                            array_position("comparison"."known_ids", "runs".run_id)
                        ) as read_by
                      from
                        (
                          select
                            unnest("comparison"."known_ids")
                        ) as "runs" (run_id)
                        left join lateral (
                          select
                            "run_records_9"."papers_dir" as "papers_dir"
                          from
                            "workflow"."run_records" as "run_records_9"
                          where
                            "run_records_9"."run_id" = "runs".run_id
                            and "run_records_9"."record_kind" = 'run'
                            and "run_records_9"."step" = ''
                            and "run_records_9"."record_key" = 'main'
                          limit
                            1
                        ) as "header" on true
                        cross join lateral (
                          with
                            "tie" (doc_id, path, evidence) as (
                              select
                                "documents"."doc_id",
                                "documents"."path",
                                'index_rows'
                              from
                                "indexing"."pipeline_runs" as "pipeline_runs_6"
                                cross join "indexing"."vectors" as "vectors"
                                cross join "ingestion"."documents" as "documents"
                              where
                                "pipeline_runs_6"."workflow_run_id" = "runs".run_id
                                and "vectors"."pipeline_run_id" = "pipeline_runs_6"."id"
                                and "documents"."doc_id" = "vectors"."doc_id"
                              union all
                              select
                                "documents_2"."doc_id",
                                "documents_2"."path",
                                'reused_index'
                              from
                                (
                                  with recursive
                                    "reused" as (
                                      select
                                        nullif("run_records_10"."reuse_source_run_id", '') as "run_id"
                                      from
                                        "workflow"."run_records" as "run_records_10"
                                      where
                                        "run_records_10"."run_id" = "runs".run_id
                                        and "run_records_10"."record_kind" = 'step'
                                        and "run_records_10"."step" = 'index'
                                        and "run_records_10"."reuse_source_run_id" <> ''
                                      union
                                      select
                                        next.*
                                      from
                                        "reused"
                                        cross join lateral (
                                          select
                                            nullif("run_records_11"."reuse_source_run_id", '') as "run_id"
                                          from
                                            "workflow"."run_records" as "run_records_11"
                                          where
                                            "run_records_11"."run_id" = "reused"."run_id"
                                            and "run_records_11"."record_kind" = 'step'
                                            and "run_records_11"."step" = 'index'
                                            and "run_records_11"."reuse_source_run_id" <> ''
                                        ) as next
                                    )
                                  select
                                    "run_id"
                                  from
                                    "reused"
                                ) as "reused"
                                cross join "indexing"."pipeline_runs" as "pipeline_runs_7"
                                cross join "indexing"."vectors" as "vectors_2"
                                cross join "ingestion"."documents" as "documents_2"
                              where
                                "pipeline_runs_7"."workflow_run_id" = "reused"."run_id"
                                and "vectors_2"."pipeline_run_id" = "pipeline_runs_7"."id"
                                and "documents_2"."doc_id" = "vectors_2"."doc_id"
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
                                    "documents_3"."doc_id",
                                    "named"."path"
                                  from
                                    "ingestion"."documents" as "documents_3"
                                  where
                                    regexp_replace(rtrim(lower(replace("documents_3"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("named"."path", '\', '/')), '/'), '^.*/', '')
                                  union
                                  select
                                    "documents_4"."doc_id",
                                    "documents_4"."path"
                                  from
                                    "ingestion"."documents" as "documents_4"
                                  where
                                    "named"."evidence" = 'papers_dir'
                                    and rtrim(lower(replace("documents_4"."path", '\', '/')), '/') collate "C" >= rtrim(lower(replace("named"."path", '\', '/')), '/') || '/'
                                    and rtrim(lower(replace("documents_4"."path", '\', '/')), '/') collate "C" < rtrim(lower(replace("named"."path", '\', '/')), '/') || '0'
                                ) as "meant" (doc_id, path) on true
                            ),
                            "paper_2" as (
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
                            "paper_2"
                          where
                            doc_id is not null
                            or evidence <> array['papers_dir']
                            or not exists (
                              select
                              from
                                "tie"
                              where
                                position(
                                  '/' || regexp_replace(rtrim(lower(replace("paper_2".path, '\', '/')), '/'), '^.*/', '') || '/' in '/' || rtrim(lower(replace("tie".path, '\', '/')), '/')
                                ) > 0
                            )
                        ) as "paper"
                      where
                        true
                      group by
                        1,
                        2
                    ) as found
                ) as "papers"
              where
                (
                  "papers"."is_different"
                  or not "comparison"."only_different"
                )
              order by
                "papers"."paper_key"
              limit
                501
            ) as "page_6"
        )
      )
    from
      (
        select
          coalesce(
            array_agg(
              id
              order by
                place
            ) filter (
              where
                is_known
            ),
            '{}'
          ) as known_ids,
          coalesce(
            json_agg(
              id
              order by
                place
            ) filter (
              where
                not is_known
            ),
            '[]'
          ) as unknown_ids,
          $1::boolean as only_different
        from
          (
            select
              id,
              place,
              (
                exists (
                  select
                  from
                    "workflow"."run_records" as "run_records"
                  where
                    "run_records"."run_id" = asked.id
                )
                or exists (
                  select
                  from
                    "observability"."token_usage" as "token_usage"
                  where
                    "token_usage"."run_id" = asked.id
                )
                or exists (
                  select
                  from
                    "indexing"."pipeline_runs" as "pipeline_runs"
                  where
                    "pipeline_runs"."workflow_run_id" = asked.id
                )
                or exists (
                  select
                  from
                    "ingestion"."prep_manifests" as "prep_manifests"
                  where
                    "prep_manifests"."run_id" = asked.id
                )
                or exists (
                  select
                  from
                    "retrieval"."retrieval_events" as "retrieval_events"
                  where
                    "retrieval_events"."run_id" = asked.id
                )
              ) as is_known
            from
              unnest($2::text[]) with ordinality as asked (id, place)
          ) as asked
        offset
          0
      ) as "comparison"
    where
      true
    order by
      "comparison"."known_ids"
    limit
      1
  )::text as answer
