select
  (
    with
      "page" as materialized (
        select
          "documents"."doc_id" as "doc_id",
          "documents"."title" as "title"
        from
          "ingestion"."documents" as "documents"
        where
          starts_with("documents"."title", $1::text)
        order by
          "documents"."doc_id" asc
        limit
          20
      )
    select
      json_build_array(
        json_agg("page"."doc_id"::text),
        json_agg("page"."title"::text),
        json_agg(
          json_build_array(
            (
              with
                "page_2" as materialized (
                  select
                    "citations"."record_id" as "recordId",
                    case
                      when cardinality("citations"."doc_ids") = 1
                      and coalesce("citations"."start_word" <= "citations"."end_word", false) then (
                        select
                          left(
                            string_agg(
                              text,
                              ' '
                              order by
                                place
                            ),
                            4000
                          )
                        from
                          (
                            select distinct
                              on ("vectors_8"."start_word" + "word"."place" - 1) "vectors_8"."start_word" + "word"."place" - 1 as place,
                              "word"."text" as text
                            from
                              "indexing"."vectors" as "vectors_8"
                              cross join lateral regexp_split_to_table(btrim("vectors_8"."text", E' \t\n\r'), '\s+') with ordinality as "word" (text, place)
                            where
                              "vectors_8"."id" = any ("citations"."vector_ids")
                              and "vectors_8"."start_word" + "word"."place" - 1 between "citations"."start_word" and least("citations"."end_word", "citations"."start_word" + 399)
                              and "word"."text" <> ''
                            order by
                              "vectors_8"."start_word" + "word"."place" - 1,
                              "vectors_8"."id"
                          ) as cited
                      )
                    end as "quote"
                  from
                    (
                      with recursive
                        "record" (id, run_id, anchors, names) as materialized (
                          select
                            "run_records_6"."id",
                            "run_records_6"."run_id",
                            "run_records_6"."payload_json" -> 'citation_anchors',
                            array(
                              select
                                path
                              from
                                (
                                  select
                                    "run_records_6"."payload_json" ->> 'paper_path'
                                  union
                                  select
                                    case jsonb_typeof(paper)
                                      when 'string' then paper #>> '{}'
                                      when 'object' then coalesce(paper ->> 'paper_path', paper ->> 'path')
                                    end
                                  from
                                    jsonb_array_elements(
                                      case
                                        when jsonb_typeof("run_records_6"."payload_json" -> 'papers') = 'array' then "run_records_6"."payload_json" -> 'papers'
                                      end
                                    ) as paper
                                ) as named (path)
                              where
                                path <> ''
                            )
                          from
                            "workflow"."run_records" as "run_records_6"
                          where
                            "run_records_6"."record_kind" = 'question'
                            and "run_records_6"."run_id" in (
                              select
                                "reading".run_id
                              from
                                "ingestion"."documents" as "documents_5"
                                cross join lateral (
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
                                        "indexing"."vectors" as "vectors_5"
                                        cross join "indexing"."pipeline_runs" as "pipeline_runs_3"
                                      where
                                        "vectors_5"."doc_id" = "documents_5"."doc_id"
                                        and "pipeline_runs_3"."id" = "vectors_5"."pipeline_run_id"
                                        and "pipeline_runs_3"."workflow_run_id" is not null
                                      union all
                                      select
                                        "reusing"."run_id",
                                        'reused_index'
                                      from
                                        (
                                          with recursive
                                            "reusing" as (
                                              select
                                                "run_records_7"."run_id" as "run_id"
                                              from
                                                (
                                                  select distinct
                                                    "pipeline_runs_4"."workflow_run_id",
                                                    'index_rows'
                                                  from
                                                    "indexing"."vectors" as "vectors_6"
                                                    cross join "indexing"."pipeline_runs" as "pipeline_runs_4"
                                                  where
                                                    "vectors_6"."doc_id" = "documents_5"."doc_id"
                                                    and "pipeline_runs_4"."id" = "vectors_6"."pipeline_run_id"
                                                    and "pipeline_runs_4"."workflow_run_id" is not null
                                                ) as "built" (run_id, evidence)
                                                cross join "workflow"."run_records" as "run_records_7"
                                              where
                                                "run_records_7"."reuse_source_run_id" = "built".run_id
                                                and "run_records_7"."record_kind" = 'step'
                                                and "run_records_7"."step" = 'index'
                                                and "run_records_7"."reuse_source_run_id" <> ''
                                              union
                                              select
                                                next.*
                                              from
                                                "reusing"
                                                cross join lateral (
                                                  select
                                                    "run_records_8"."run_id" as "run_id"
                                                  from
                                                    "workflow"."run_records" as "run_records_8"
                                                  where
                                                    "run_records_8"."reuse_source_run_id" = "reusing"."run_id"
                                                    and "run_records_8"."record_kind" = 'step'
                                                    and "run_records_8"."step" = 'index'
                                                    and "run_records_8"."reuse_source_run_id" <> ''
                                                ) as next
                                            )
                                          select
                                            "run_id"
                                          from
                                            "reusing"
                                        ) as "reusing"
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
                                            and regexp_replace(rtrim(lower(replace("file_2" ->> 'path', '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("documents_5"."path", '\', '/')), '/'), '^.*/', '')
                                        )
                                      union all
                                      select
                                        "run_records_9"."run_id",
                                        'papers_dir'
                                      from
                                        "workflow"."run_records" as "run_records_9"
                                      where
                                        regexp_replace(rtrim(lower(replace("run_records_9"."papers_dir", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("documents_5"."path", '\', '/')), '/'), '^.*/', '')
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
                                              array_to_string(
                                                (string_to_array(rtrim(lower(replace("documents_5"."path", '\', '/')), '/'), '/')) [1:n],
                                                '/'
                                              )
                                            from
                                              generate_series(
                                                1,
                                                array_length(string_to_array(rtrim(lower(replace("documents_5"."path", '\', '/')), '/'), '/'), 1) - 1
                                              ) as n
                                          )
                                        )
                                        and "run_records_10"."papers_dir" <> ''
                                        and "run_records_10"."record_kind" = 'run'
                                        and "run_records_10"."step" = ''
                                        and "run_records_10"."record_key" = 'main'
                                    ) as "tie" (run_id, evidence)
                                  group by
                                    run_id
                                ) as "reading"
                              where
                                "documents_5"."doc_id" = "page"."doc_id"
                            )
                        ),
                        "said" (record_id, run_id, names, position, raw, page, start_word, end_word) as materialized (
                          select
                            "record"."id",
                            "record"."run_id",
                            "record"."names",
                            "raw"."position"::integer,
                            "raw"."value",
                            nullif(
                              case jsonb_typeof("raw"."value" -> 'page')
                                when 'number' then case
                                  when ("raw"."value" -> 'page')::numeric between 0 and 999999999
                                  and ("raw"."value" -> 'page')::numeric = trunc(("raw"."value" -> 'page')::numeric) then ("raw"."value" -> 'page')::numeric::integer
                                end
                                when 'string' then substring(
                                  "raw"."value" ->> 'page'
                                  from
                                    '(?i)(?:^|\m(?:pages?|pp?|pg))[\s.:#]*(\d{1,9})(?:\.0+)?(?!\.?\d)'
                                )::integer
                              end,
                              0
                            ),
                            case jsonb_typeof("raw"."value" -> 'start_word')
                              when 'number' then case
                                when ("raw"."value" -> 'start_word')::numeric between 0 and 999999999
                                and ("raw"."value" -> 'start_word')::numeric = trunc(("raw"."value" -> 'start_word')::numeric) then ("raw"."value" -> 'start_word')::numeric::integer
                              end
                              when 'string' then substring(
                                "raw"."value" ->> 'start_word'
                                from
                                  '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                              )::integer
                            end,
                            case jsonb_typeof("raw"."value" -> 'end_word')
                              when 'number' then case
                                when ("raw"."value" -> 'end_word')::numeric between 0 and 999999999
                                and ("raw"."value" -> 'end_word')::numeric = trunc(("raw"."value" -> 'end_word')::numeric) then ("raw"."value" -> 'end_word')::numeric::integer
                              end
                              when 'string' then substring(
                                "raw"."value" ->> 'end_word'
                                from
                                  '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                              )::integer
                            end
                          from
                            "record"
                            cross join lateral jsonb_array_elements(
                              case
                                when jsonb_typeof("record"."anchors") = 'array' then "record"."anchors"
                              end
                            ) with ordinality as "raw" (value, position)
                        ),
                        "anchor" as materialized (
                          select
                            *
                          from
                            "said"
                          where
                            exists (
                              select
                              from
                                "indexing"."vectors" as "vectors_7"
                              where
                                "vectors_7"."doc_id" = "page"."doc_id"
                                and "vectors_7"."page" = "said"."page"
                                and (
                                  not coalesce("said"."start_word" <= "said"."end_word", false)
                                  or (
                                    "vectors_7"."start_word" <= "said"."end_word"
                                    and "vectors_7"."end_word" >= "said"."start_word"
                                  )
                                )
                            )
                        ),
                        "run" (run_id, papers_dir) as materialized (
                          select
                            answered.run_id,
                            "run_records_5"."papers_dir"
                          from
                            (
                              select distinct
                                run_id
                              from
                                "record"
                            ) as answered
                            left join "workflow"."run_records" as "run_records_5" on "run_records_5"."run_id" = answered.run_id
                            and "run_records_5"."record_kind" = 'run'
                            and "run_records_5"."step" = ''
                            and "run_records_5"."record_key" = 'main'
                        ),
                        "build" (run_id, id, level) as materialized (
                          select
                            "run"."run_id",
                            "pipeline_runs"."id",
                            1
                          from
                            "run"
                            cross join "indexing"."pipeline_runs" as "pipeline_runs"
                          where
                            "pipeline_runs"."workflow_run_id" = "run"."run_id"
                            and exists (
                              select
                              from
                                "indexing"."vectors" as "vectors"
                              where
                                "vectors"."pipeline_run_id" = "pipeline_runs"."id"
                            )
                          union all
                          select
                            "run"."run_id",
                            "pipeline_runs_2"."id",
                            2
                          from
                            "run"
                            cross join lateral (
                              with recursive
                                "reused" as (
                                  select
                                    nullif("run_records"."reuse_source_run_id", '') as "run_id"
                                  from
                                    "workflow"."run_records" as "run_records"
                                  where
                                    "run_records"."run_id" = "run"."run_id"
                                    and "run_records"."record_kind" = 'step'
                                    and "run_records"."step" = 'index'
                                    and "run_records"."reuse_source_run_id" <> ''
                                  union
                                  select
                                    next.*
                                  from
                                    "reused"
                                    cross join lateral (
                                      select
                                        nullif("run_records_2"."reuse_source_run_id", '') as "run_id"
                                      from
                                        "workflow"."run_records" as "run_records_2"
                                      where
                                        "run_records_2"."run_id" = "reused"."run_id"
                                        and "run_records_2"."record_kind" = 'step'
                                        and "run_records_2"."step" = 'index'
                                        and "run_records_2"."reuse_source_run_id" <> ''
                                    ) as next
                                )
                              select
                                "run_id"
                              from
                                "reused"
                            ) as "reused"
                            cross join "indexing"."pipeline_runs" as "pipeline_runs_2"
                          where
                            "pipeline_runs_2"."workflow_run_id" = "reused"."run_id"
                            and exists (
                              select
                              from
                                "indexing"."vectors" as "vectors_2"
                              where
                                "vectors_2"."pipeline_run_id" = "pipeline_runs_2"."id"
                            )
                        ),
                        "paper" (record_id, doc_id) as materialized (
                          select
                            naming.id,
                            same.doc_id
                          from
                            (
                              select
                                "name".path,
                                "documents_2"."doc_id" as doc_id
                              from
                                (
                                  select distinct
                                    "name".path
                                  from
                                    "record"
                                    cross join lateral unnest("record"."names") as "name" (path)
                                ) as "name"
                                cross join "ingestion"."documents" as "documents_2"
                              where
                                regexp_replace(rtrim(lower(replace("documents_2"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("name"."path", '\', '/')), '/'), '^.*/', '')
                            ) as same
                            join (
                              select
                                id,
                                unnest(names) as path
                              from
                                "record"
                            ) as naming on naming.path = same.path
                          union
                          select
                            "record".id,
                            found.doc_id
                          from
                            (
                              select distinct
                                "run".run_id,
                                "meant".doc_id
                              from
                                (
                                  select
                                    *
                                  from
                                    "run"
                                  where
                                    run_id not in (
                                      select
                                        run_id
                                      from
                                        "build"
                                    )
                                ) as "run"
                                cross join lateral (
                                  select
                                    "meant_2"."doc_id",
                                    coalesce("meant_2"."path", "named"."path"),
                                    "named"."evidence"
                                  from
                                    (
                                      select
                                        "file" ->> 'path',
                                        'manifest'
                                      from
                                        "ingestion"."prep_manifests" as "prep_manifests"
                                        cross join lateral jsonb_array_elements(
                                          case
                                            when jsonb_typeof("prep_manifests"."payload" -> 'files') = 'array' then "prep_manifests"."payload" -> 'files'
                                          end
                                        ) as "file"
                                      where
                                        "prep_manifests"."run_id" = "run"."run_id"
                                        and "file" ->> 'path' <> ''
                                      union all
                                      select
                                        "run"."papers_dir",
                                        'papers_dir'
                                      where
                                        "run"."papers_dir" <> ''
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
                                    ) as "meant_2" (doc_id, path) on true
                                ) as "meant" (doc_id, path, evidence)
                            ) as found
                            cross join "record"
                          where
                            "record"."run_id" = found.run_id
                            and "record"."names" = '{}'
                            and found.doc_id is not null
                        ),
                        "indexed" (run_id, level, id, doc_id, page, start_word, end_word) as materialized (
                          select
                            "build"."run_id",
                            "build"."level",
                            "chunk".*
                          from
                            "build"
                            cross join lateral (
                              select
                                "vectors_3"."id",
                                "vectors_3"."doc_id",
                                "vectors_3"."page",
                                "vectors_3"."start_word",
                                "vectors_3"."end_word"
                              from
                                "indexing"."vectors" as "vectors_3"
                              where
                                "vectors_3"."pipeline_run_id" = "build"."id"
                              offset
                                0
                            ) as "chunk"
                        ),
                        "place" as materialized (
                          select
                            "anchor".*,
                            "paper"."doc_id"
                          from
                            "anchor"
                            join "paper" on "paper"."record_id" = "anchor"."record_id"
                        ),
                        "printed" (id, doc_id, page, start_word, end_word) as materialized (
                          select
                            "chunk_2".*
                          from
                            (
                              select distinct
                                doc_id
                              from
                                "paper"
                            ) as "paper"
                            cross join lateral (
                              select
                                "vectors_4"."id",
                                "vectors_4"."doc_id",
                                "vectors_4"."page",
                                "vectors_4"."start_word",
                                "vectors_4"."end_word"
                              from
                                "indexing"."vectors" as "vectors_4"
                              where
                                "vectors_4"."doc_id" = "paper"."doc_id"
                              offset
                                0
                            ) as "chunk_2"
                        ),
                        "met" (record_id, position, level, id, doc_id) as (
                          select
                            "anchor"."record_id",
                            "anchor"."position",
                            "indexed"."level",
                            "indexed"."id",
                            "indexed"."doc_id"
                          from
                            "anchor"
                            join "indexed" on "indexed"."run_id" = "anchor"."run_id"
                            and "indexed"."page" = "anchor"."page"
                            and (
                              not coalesce("anchor"."start_word" <= "anchor"."end_word", false)
                              or (
                                "indexed"."start_word" <= "anchor"."end_word"
                                and "indexed"."end_word" >= "anchor"."start_word"
                              )
                            )
                          where
                            "anchor"."names" = '{}'
                            or ("anchor"."record_id", "indexed"."doc_id") in (
                              select
                                record_id,
                                doc_id
                              from
                                "paper"
                            )
                          union all
                          select
                            "place"."record_id",
                            "place"."position",
                            3,
                            "printed"."id",
                            "printed"."doc_id"
                          from
                            "place"
                            join "printed" on "printed"."doc_id" = "place"."doc_id"
                            and "printed"."page" = "place"."page"
                            and (
                              not coalesce("place"."start_word" <= "place"."end_word", false)
                              or (
                                "printed"."start_word" <= "place"."end_word"
                                and "printed"."end_word" >= "place"."start_word"
                              )
                            )
                        )
                      select
                        "anchor".*,
                        found.doc_ids,
                        found.vector_ids,
                        (
                          exists (
                            select
                            from
                              "paper"
                            where
                              "paper"."record_id" = "anchor"."record_id"
                          )
                          or (
                            "anchor"."names" = '{}'
                            and "anchor"."run_id" in (
                              select
                                run_id
                              from
                                "build"
                            )
                          )
                        ) as has_papers
                      from
                        "anchor"
                        left join (
                          select
                            record_id,
                            position,
                            array_agg(distinct doc_id) as doc_ids,
                            array_agg(
                              id
                              order by
                                id
                            ) as vector_ids
                          from
                            (
                              select
                                *,
                                min(level) over (
                                  partition by
                                    record_id,
                                    position
                                ) as best
                              from
                                "met"
                            ) as ranked
                          where
                            level = best
                          group by
                            record_id,
                            position
                        ) as found on "found"."record_id" = "anchor"."record_id"
                        and "found"."position" = "anchor"."position"
                    ) as "citations"
                  where
                    "page"."doc_id" = any ("citations"."doc_ids")
                    and case coalesce(cardinality("citations"."doc_ids"), 0)
                      when 0 then 'unresolved'
                      when 1 then 'resolved'
                      else 'ambiguous'
                    end = $2::text
                  order by
                    "citations"."record_id" asc,
                    "citations"."position" asc
                  limit
                    2
                )
              select
                json_build_array(
                  json_agg("page_2"."recordId"::text),
                  json_agg("page_2"."quote"::text),
                  (
                    select
                      json_build_array(
                        json_agg("keys"."recordId"::text),
                        json_agg(
                          case
                            when "run_records_11"."id" is not null then json_build_array("run_records_11"."record_key"::text)
                          end
                        )
                      )
                    from
                      (
                        select distinct
                          "page_2"."recordId"
                        from
                          "page_2"
                      ) as "keys"
                      left join "workflow"."run_records" as "run_records_11" on "run_records_11"."id" = "keys"."recordId"
                  )
                )
              from
                "page_2"
            ),
            (
              select
                count(*)
              from
                (
                  with recursive
                    "record_2" (id, run_id, anchors, names) as materialized (
                      select
                        "run_records_17"."id",
                        "run_records_17"."run_id",
                        "run_records_17"."payload_json" -> 'citation_anchors',
                        array(
                          select
                            path
                          from
                            (
                              select
                                "run_records_17"."payload_json" ->> 'paper_path'
                              union
                              select
                                case jsonb_typeof(paper)
                                  when 'string' then paper #>> '{}'
                                  when 'object' then coalesce(paper ->> 'paper_path', paper ->> 'path')
                                end
                              from
                                jsonb_array_elements(
                                  case
                                    when jsonb_typeof("run_records_17"."payload_json" -> 'papers') = 'array' then "run_records_17"."payload_json" -> 'papers'
                                  end
                                ) as paper
                            ) as named (path)
                          where
                            path <> ''
                        )
                      from
                        "workflow"."run_records" as "run_records_17"
                      where
                        "run_records_17"."record_kind" = 'question'
                        and "run_records_17"."run_id" in (
                          select
                            "reading_2".run_id
                          from
                            "ingestion"."documents" as "documents_9"
                            cross join lateral (
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
                                    "pipeline_runs_7"."workflow_run_id",
                                    'index_rows'
                                  from
                                    "indexing"."vectors" as "vectors_13"
                                    cross join "indexing"."pipeline_runs" as "pipeline_runs_7"
                                  where
                                    "vectors_13"."doc_id" = "documents_9"."doc_id"
                                    and "pipeline_runs_7"."id" = "vectors_13"."pipeline_run_id"
                                    and "pipeline_runs_7"."workflow_run_id" is not null
                                  union all
                                  select
                                    "reusing_2"."run_id",
                                    'reused_index'
                                  from
                                    (
                                      with recursive
                                        "reusing_2" as (
                                          select
                                            "run_records_18"."run_id" as "run_id"
                                          from
                                            (
                                              select distinct
                                                "pipeline_runs_8"."workflow_run_id",
                                                'index_rows'
                                              from
                                                "indexing"."vectors" as "vectors_14"
                                                cross join "indexing"."pipeline_runs" as "pipeline_runs_8"
                                              where
                                                "vectors_14"."doc_id" = "documents_9"."doc_id"
                                                and "pipeline_runs_8"."id" = "vectors_14"."pipeline_run_id"
                                                and "pipeline_runs_8"."workflow_run_id" is not null
                                            ) as "built_2" (run_id, evidence)
                                            cross join "workflow"."run_records" as "run_records_18"
                                          where
                                            "run_records_18"."reuse_source_run_id" = "built_2".run_id
                                            and "run_records_18"."record_kind" = 'step'
                                            and "run_records_18"."step" = 'index'
                                            and "run_records_18"."reuse_source_run_id" <> ''
                                          union
                                          select
                                            next.*
                                          from
                                            "reusing_2"
                                            cross join lateral (
                                              select
                                                "run_records_19"."run_id" as "run_id"
                                              from
                                                "workflow"."run_records" as "run_records_19"
                                              where
                                                "run_records_19"."reuse_source_run_id" = "reusing_2"."run_id"
                                                and "run_records_19"."record_kind" = 'step'
                                                and "run_records_19"."step" = 'index'
                                                and "run_records_19"."reuse_source_run_id" <> ''
                                            ) as next
                                        )
                                      select
                                        "run_id"
                                      from
                                        "reusing_2"
                                    ) as "reusing_2"
                                  union all
                                  select
                                    "prep_manifests_4"."run_id",
                                    'manifest'
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_4"
                                  where
                                    exists (
                                      select
                                      from
                                        jsonb_array_elements(
                                          case
                                            when jsonb_typeof("prep_manifests_4"."payload" -> 'files') = 'array' then "prep_manifests_4"."payload" -> 'files'
                                          end
                                        ) as "file_4"
                                      where
                                        "file_4" ->> 'path' <> ''
                                        and regexp_replace(rtrim(lower(replace("file_4" ->> 'path', '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("documents_9"."path", '\', '/')), '/'), '^.*/', '')
                                    )
                                  union all
                                  select
                                    "run_records_20"."run_id",
                                    'papers_dir'
                                  from
                                    "workflow"."run_records" as "run_records_20"
                                  where
                                    regexp_replace(rtrim(lower(replace("run_records_20"."papers_dir", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("documents_9"."path", '\', '/')), '/'), '^.*/', '')
                                    and "run_records_20"."papers_dir" <> ''
                                    and "run_records_20"."record_kind" = 'run'
                                    and "run_records_20"."step" = ''
                                    and "run_records_20"."record_key" = 'main'
                                  union all
                                  select
                                    "run_records_21"."run_id",
                                    'papers_dir'
                                  from
                                    "workflow"."run_records" as "run_records_21"
                                  where
                                    rtrim(lower(replace("run_records_21"."papers_dir", '\', '/')), '/') = any (
                                      array(
                                        select
                                          array_to_string(
                                            (string_to_array(rtrim(lower(replace("documents_9"."path", '\', '/')), '/'), '/')) [1:n],
                                            '/'
                                          )
                                        from
                                          generate_series(
                                            1,
                                            array_length(string_to_array(rtrim(lower(replace("documents_9"."path", '\', '/')), '/'), '/'), 1) - 1
                                          ) as n
                                      )
                                    )
                                    and "run_records_21"."papers_dir" <> ''
                                    and "run_records_21"."record_kind" = 'run'
                                    and "run_records_21"."step" = ''
                                    and "run_records_21"."record_key" = 'main'
                                ) as "tie_2" (run_id, evidence)
                              group by
                                run_id
                            ) as "reading_2"
                          where
                            "documents_9"."doc_id" = "page"."doc_id"
                        )
                    ),
                    "said_2" (record_id, run_id, names, position, raw, page, start_word, end_word) as materialized (
                      select
                        "record_2"."id",
                        "record_2"."run_id",
                        "record_2"."names",
                        "raw_2"."position"::integer,
                        "raw_2"."value",
                        nullif(
                          case jsonb_typeof("raw_2"."value" -> 'page')
                            when 'number' then case
                              when ("raw_2"."value" -> 'page')::numeric between 0 and 999999999
                              and ("raw_2"."value" -> 'page')::numeric = trunc(("raw_2"."value" -> 'page')::numeric) then ("raw_2"."value" -> 'page')::numeric::integer
                            end
                            when 'string' then substring(
                              "raw_2"."value" ->> 'page'
                              from
                                '(?i)(?:^|\m(?:pages?|pp?|pg))[\s.:#]*(\d{1,9})(?:\.0+)?(?!\.?\d)'
                            )::integer
                          end,
                          0
                        ),
                        case jsonb_typeof("raw_2"."value" -> 'start_word')
                          when 'number' then case
                            when ("raw_2"."value" -> 'start_word')::numeric between 0 and 999999999
                            and ("raw_2"."value" -> 'start_word')::numeric = trunc(("raw_2"."value" -> 'start_word')::numeric) then ("raw_2"."value" -> 'start_word')::numeric::integer
                          end
                          when 'string' then substring(
                            "raw_2"."value" ->> 'start_word'
                            from
                              '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                          )::integer
                        end,
                        case jsonb_typeof("raw_2"."value" -> 'end_word')
                          when 'number' then case
                            when ("raw_2"."value" -> 'end_word')::numeric between 0 and 999999999
                            and ("raw_2"."value" -> 'end_word')::numeric = trunc(("raw_2"."value" -> 'end_word')::numeric) then ("raw_2"."value" -> 'end_word')::numeric::integer
                          end
                          when 'string' then substring(
                            "raw_2"."value" ->> 'end_word'
                            from
                              '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                          )::integer
                        end
                      from
                        "record_2"
                        cross join lateral jsonb_array_elements(
                          case
                            when jsonb_typeof("record_2"."anchors") = 'array' then "record_2"."anchors"
                          end
                        ) with ordinality as "raw_2" (value, position)
                    ),
                    "anchor_2" as materialized (
                      select
                        *
                      from
                        "said_2"
                      where
                        exists (
                          select
                          from
                            "indexing"."vectors" as "vectors_15"
                          where
                            "vectors_15"."doc_id" = "page"."doc_id"
                            and "vectors_15"."page" = "said_2"."page"
                            and (
                              not coalesce("said_2"."start_word" <= "said_2"."end_word", false)
                              or (
                                "vectors_15"."start_word" <= "said_2"."end_word"
                                and "vectors_15"."end_word" >= "said_2"."start_word"
                              )
                            )
                        )
                    ),
                    "run_2" (run_id, papers_dir) as materialized (
                      select
                        answered.run_id,
                        "run_records_16"."papers_dir"
                      from
                        (
                          select distinct
                            run_id
                          from
                            "record_2"
                        ) as answered
                        left join "workflow"."run_records" as "run_records_16" on "run_records_16"."run_id" = answered.run_id
                        and "run_records_16"."record_kind" = 'run'
                        and "run_records_16"."step" = ''
                        and "run_records_16"."record_key" = 'main'
                    ),
                    "build_2" (run_id, id, level) as materialized (
                      select
                        "run_2"."run_id",
                        "pipeline_runs_5"."id",
                        1
                      from
                        "run_2"
                        cross join "indexing"."pipeline_runs" as "pipeline_runs_5"
                      where
                        "pipeline_runs_5"."workflow_run_id" = "run_2"."run_id"
                        and exists (
                          select
                          from
                            "indexing"."vectors" as "vectors_9"
                          where
                            "vectors_9"."pipeline_run_id" = "pipeline_runs_5"."id"
                        )
                      union all
                      select
                        "run_2"."run_id",
                        "pipeline_runs_6"."id",
                        2
                      from
                        "run_2"
                        cross join lateral (
                          with recursive
                            "reused_2" as (
                              select
                                nullif("run_records_12"."reuse_source_run_id", '') as "run_id"
                              from
                                "workflow"."run_records" as "run_records_12"
                              where
                                "run_records_12"."run_id" = "run_2"."run_id"
                                and "run_records_12"."record_kind" = 'step'
                                and "run_records_12"."step" = 'index'
                                and "run_records_12"."reuse_source_run_id" <> ''
                              union
                              select
                                next.*
                              from
                                "reused_2"
                                cross join lateral (
                                  select
                                    nullif("run_records_13"."reuse_source_run_id", '') as "run_id"
                                  from
                                    "workflow"."run_records" as "run_records_13"
                                  where
                                    "run_records_13"."run_id" = "reused_2"."run_id"
                                    and "run_records_13"."record_kind" = 'step'
                                    and "run_records_13"."step" = 'index'
                                    and "run_records_13"."reuse_source_run_id" <> ''
                                ) as next
                            )
                          select
                            "run_id"
                          from
                            "reused_2"
                        ) as "reused_2"
                        cross join "indexing"."pipeline_runs" as "pipeline_runs_6"
                      where
                        "pipeline_runs_6"."workflow_run_id" = "reused_2"."run_id"
                        and exists (
                          select
                          from
                            "indexing"."vectors" as "vectors_10"
                          where
                            "vectors_10"."pipeline_run_id" = "pipeline_runs_6"."id"
                        )
                    ),
                    "paper_2" (record_id, doc_id) as materialized (
                      select
                        naming.id,
                        same.doc_id
                      from
                        (
                          select
                            "name_2".path,
                            "documents_6"."doc_id" as doc_id
                          from
                            (
                              select distinct
                                "name_2".path
                              from
                                "record_2"
                                cross join lateral unnest("record_2"."names") as "name_2" (path)
                            ) as "name_2"
                            cross join "ingestion"."documents" as "documents_6"
                          where
                            regexp_replace(rtrim(lower(replace("documents_6"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("name_2"."path", '\', '/')), '/'), '^.*/', '')
                        ) as same
                        join (
                          select
                            id,
                            unnest(names) as path
                          from
                            "record_2"
                        ) as naming on naming.path = same.path
                      union
                      select
                        "record_2".id,
                        found.doc_id
                      from
                        (
                          select distinct
                            "run_2".run_id,
                            "meant_3".doc_id
                          from
                            (
                              select
                                *
                              from
                                "run_2"
                              where
                                run_id not in (
                                  select
                                    run_id
                                  from
                                    "build_2"
                                )
                            ) as "run_2"
                            cross join lateral (
                              select
                                "meant_4"."doc_id",
                                coalesce("meant_4"."path", "named_2"."path"),
                                "named_2"."evidence"
                              from
                                (
                                  select
                                    "file_3" ->> 'path',
                                    'manifest'
                                  from
                                    "ingestion"."prep_manifests" as "prep_manifests_3"
                                    cross join lateral jsonb_array_elements(
                                      case
                                        when jsonb_typeof("prep_manifests_3"."payload" -> 'files') = 'array' then "prep_manifests_3"."payload" -> 'files'
                                      end
                                    ) as "file_3"
                                  where
                                    "prep_manifests_3"."run_id" = "run_2"."run_id"
                                    and "file_3" ->> 'path' <> ''
                                  union all
                                  select
                                    "run_2"."papers_dir",
                                    'papers_dir'
                                  where
                                    "run_2"."papers_dir" <> ''
                                ) as "named_2" (path, evidence)
                                left join lateral (
                                  select
                                    "documents_7"."doc_id",
                                    "named_2"."path"
                                  from
                                    "ingestion"."documents" as "documents_7"
                                  where
                                    regexp_replace(rtrim(lower(replace("documents_7"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("named_2"."path", '\', '/')), '/'), '^.*/', '')
                                  union
                                  select
                                    "documents_8"."doc_id",
                                    "documents_8"."path"
                                  from
                                    "ingestion"."documents" as "documents_8"
                                  where
                                    "named_2"."evidence" = 'papers_dir'
                                    and rtrim(lower(replace("documents_8"."path", '\', '/')), '/') collate "C" >= rtrim(lower(replace("named_2"."path", '\', '/')), '/') || '/'
                                    and rtrim(lower(replace("documents_8"."path", '\', '/')), '/') collate "C" < rtrim(lower(replace("named_2"."path", '\', '/')), '/') || '0'
                                ) as "meant_4" (doc_id, path) on true
                            ) as "meant_3" (doc_id, path, evidence)
                        ) as found
                        cross join "record_2"
                      where
                        "record_2"."run_id" = found.run_id
                        and "record_2"."names" = '{}'
                        and found.doc_id is not null
                    ),
                    "indexed_2" (run_id, level, id, doc_id, page, start_word, end_word) as materialized (
                      select
                        "build_2"."run_id",
                        "build_2"."level",
                        "chunk_3".*
                      from
                        "build_2"
                        cross join lateral (
                          select
                            "vectors_11"."id",
                            "vectors_11"."doc_id",
                            "vectors_11"."page",
                            "vectors_11"."start_word",
                            "vectors_11"."end_word"
                          from
                            "indexing"."vectors" as "vectors_11"
                          where
                            "vectors_11"."pipeline_run_id" = "build_2"."id"
                          offset
                            0
                        ) as "chunk_3"
                    ),
                    "place_2" as materialized (
                      select
                        "anchor_2".*,
                        "paper_2"."doc_id"
                      from
                        "anchor_2"
                        join "paper_2" on "paper_2"."record_id" = "anchor_2"."record_id"
                    ),
                    "printed_2" (id, doc_id, page, start_word, end_word) as materialized (
                      select
                        "chunk_4".*
                      from
                        (
                          select distinct
                            doc_id
                          from
                            "paper_2"
                        ) as "paper_2"
                        cross join lateral (
                          select
                            "vectors_12"."id",
                            "vectors_12"."doc_id",
                            "vectors_12"."page",
                            "vectors_12"."start_word",
                            "vectors_12"."end_word"
                          from
                            "indexing"."vectors" as "vectors_12"
                          where
                            "vectors_12"."doc_id" = "paper_2"."doc_id"
                          offset
                            0
                        ) as "chunk_4"
                    ),
                    "met_2" (record_id, position, level, id, doc_id) as (
                      select
                        "anchor_2"."record_id",
                        "anchor_2"."position",
                        "indexed_2"."level",
                        "indexed_2"."id",
                        "indexed_2"."doc_id"
                      from
                        "anchor_2"
                        join "indexed_2" on "indexed_2"."run_id" = "anchor_2"."run_id"
                        and "indexed_2"."page" = "anchor_2"."page"
                        and (
                          not coalesce("anchor_2"."start_word" <= "anchor_2"."end_word", false)
                          or (
                            "indexed_2"."start_word" <= "anchor_2"."end_word"
                            and "indexed_2"."end_word" >= "anchor_2"."start_word"
                          )
                        )
                      where
                        "anchor_2"."names" = '{}'
                        or ("anchor_2"."record_id", "indexed_2"."doc_id") in (
                          select
                            record_id,
                            doc_id
                          from
                            "paper_2"
                        )
                      union all
                      select
                        "place_2"."record_id",
                        "place_2"."position",
                        3,
                        "printed_2"."id",
                        "printed_2"."doc_id"
                      from
                        "place_2"
                        join "printed_2" on "printed_2"."doc_id" = "place_2"."doc_id"
                        and "printed_2"."page" = "place_2"."page"
                        and (
                          not coalesce("place_2"."start_word" <= "place_2"."end_word", false)
                          or (
                            "printed_2"."start_word" <= "place_2"."end_word"
                            and "printed_2"."end_word" >= "place_2"."start_word"
                          )
                        )
                    )
                  select
                    "anchor_2".*,
                    found.doc_ids,
                    found.vector_ids,
                    (
                      exists (
                        select
                        from
                          "paper_2"
                        where
                          "paper_2"."record_id" = "anchor_2"."record_id"
                      )
                      or (
                        "anchor_2"."names" = '{}'
                        and "anchor_2"."run_id" in (
                          select
                            run_id
                          from
                            "build_2"
                        )
                      )
                    ) as has_papers
                  from
                    "anchor_2"
                    left join (
                      select
                        record_id,
                        position,
                        array_agg(distinct doc_id) as doc_ids,
                        array_agg(
                          id
                          order by
                            id
                        ) as vector_ids
                      from
                        (
                          select
                            *,
                            min(level) over (
                              partition by
                                record_id,
                                position
                            ) as best
                          from
                            "met_2"
                        ) as ranked
                      where
                        level = best
                      group by
                        record_id,
                        position
                    ) as found on "found"."record_id" = "anchor_2"."record_id"
                    and "found"."position" = "anchor_2"."position"
                ) as "citations_2"
              where
                "page"."doc_id" = any ("citations_2"."doc_ids")
                and case coalesce(cardinality("citations_2"."doc_ids"), 0)
                  when 0 then 'unresolved'
                  when 1 then 'resolved'
                  else 'ambiguous'
                end = $3::text
            )
          )
        ),
        (
          select
            json_build_array(
              json_agg("keys_2"."doc_id"::text),
              json_agg(
                (
                  select
                    json_build_array(
                      (
                        select
                          json_build_array(
                            json_agg("page_3"."run_id"::text),
                            json_agg("page_3"."grounded_share"),
                            json_agg(
                              (
                                select
                                  json_build_array(
                                    "grounding_2"."answers",
                                    "grounding_2"."resolved",
                                    "grounding_2"."ambiguous",
                                    "grounding_2"."unresolved"
                                  )
                                from
                                  (
                                    select
                                      *
                                    from
                                      (
                                        select
                                          count(*) as answers,
                                          avg(
                                            case
                                              when abs(
                                                case
                                                  when jsonb_typeof("run_records_41"."payload_json" -> 'confidence_score') = 'number' then round(("run_records_41"."payload_json" -> 'confidence_score')::numeric, 20)
                                                end
                                              ) < 1e300 then case
                                                when jsonb_typeof("run_records_41"."payload_json" -> 'confidence_score') = 'number' then round(("run_records_41"."payload_json" -> 'confidence_score')::numeric, 20)
                                              end
                                            end
                                          )::float8 as confidence
                                        from
                                          "workflow"."run_records" as "run_records_41"
                                        where
                                          "run_records_41"."record_kind" = 'question'
                                          and "run_records_41"."run_id" = "page_3"."run_id"
                                      ) as answered
                                      cross join (
                                        select
                                          count(distinct "citations_5"."record_id") as with_citations,
                                          count(distinct "citations_5"."record_id") filter (
                                            where
                                              case coalesce(cardinality("citations_5"."doc_ids"), 0)
                                                when 0 then 'unresolved'
                                                when 1 then 'resolved'
                                                else 'ambiguous'
                                              end = 'resolved'
                                          ) as grounded_answers,
                                          count(*) as citations,
                                          count(*) filter (
                                            where
                                              case coalesce(cardinality("citations_5"."doc_ids"), 0)
                                                when 0 then 'unresolved'
                                                when 1 then 'resolved'
                                                else 'ambiguous'
                                              end = 'resolved'
                                          ) as resolved,
                                          count(*) filter (
                                            where
                                              case coalesce(cardinality("citations_5"."doc_ids"), 0)
                                                when 0 then 'unresolved'
                                                when 1 then 'resolved'
                                                else 'ambiguous'
                                              end = 'ambiguous'
                                          ) as ambiguous,
                                          count(*) filter (
                                            where
                                              case coalesce(cardinality("citations_5"."doc_ids"), 0)
                                                when 0 then 'unresolved'
                                                when 1 then 'resolved'
                                                else 'ambiguous'
                                              end = 'unresolved'
                                          ) as unresolved
                                        from
                                          (
                                            with recursive
                                              "record_5" (id, run_id, anchors, names) as materialized (
                                                select
                                                  "run_records_47"."id",
                                                  "run_records_47"."run_id",
                                                  "run_records_47"."payload_json" -> 'citation_anchors',
                                                  array(
                                                    select
                                                      path
                                                    from
                                                      (
                                                        select
                                                          "run_records_47"."payload_json" ->> 'paper_path'
                                                        union
                                                        select
                                                          case jsonb_typeof(paper)
                                                            when 'string' then paper #>> '{}'
                                                            when 'object' then coalesce(paper ->> 'paper_path', paper ->> 'path')
                                                          end
                                                        from
                                                          jsonb_array_elements(
                                                            case
                                                              when jsonb_typeof("run_records_47"."payload_json" -> 'papers') = 'array' then "run_records_47"."payload_json" -> 'papers'
                                                            end
                                                          ) as paper
                                                      ) as named (path)
                                                    where
                                                      path <> ''
                                                  )
                                                from
                                                  "workflow"."run_records" as "run_records_47"
                                                where
                                                  "run_records_47"."record_kind" = 'question'
                                                  and "run_records_47"."run_id" = "page_3"."run_id"
                                              ),
                                              "said_5" (record_id, run_id, names, position, raw, page, start_word, end_word) as materialized (
                                                select
                                                  "record_5"."id",
                                                  "record_5"."run_id",
                                                  "record_5"."names",
                                                  "raw_5"."position"::integer,
                                                  "raw_5"."value",
                                                  nullif(
                                                    case jsonb_typeof("raw_5"."value" -> 'page')
                                                      when 'number' then case
                                                        when ("raw_5"."value" -> 'page')::numeric between 0 and 999999999
                                                        and ("raw_5"."value" -> 'page')::numeric = trunc(("raw_5"."value" -> 'page')::numeric) then ("raw_5"."value" -> 'page')::numeric::integer
                                                      end
                                                      when 'string' then substring(
                                                        "raw_5"."value" ->> 'page'
                                                        from
                                                          '(?i)(?:^|\m(?:pages?|pp?|pg))[\s.:#]*(\d{1,9})(?:\.0+)?(?!\.?\d)'
                                                      )::integer
                                                    end,
                                                    0
                                                  ),
                                                  case jsonb_typeof("raw_5"."value" -> 'start_word')
                                                    when 'number' then case
                                                      when ("raw_5"."value" -> 'start_word')::numeric between 0 and 999999999
                                                      and ("raw_5"."value" -> 'start_word')::numeric = trunc(("raw_5"."value" -> 'start_word')::numeric) then ("raw_5"."value" -> 'start_word')::numeric::integer
                                                    end
                                                    when 'string' then substring(
                                                      "raw_5"."value" ->> 'start_word'
                                                      from
                                                        '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                                                    )::integer
                                                  end,
                                                  case jsonb_typeof("raw_5"."value" -> 'end_word')
                                                    when 'number' then case
                                                      when ("raw_5"."value" -> 'end_word')::numeric between 0 and 999999999
                                                      and ("raw_5"."value" -> 'end_word')::numeric = trunc(("raw_5"."value" -> 'end_word')::numeric) then ("raw_5"."value" -> 'end_word')::numeric::integer
                                                    end
                                                    when 'string' then substring(
                                                      "raw_5"."value" ->> 'end_word'
                                                      from
                                                        '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                                                    )::integer
                                                  end
                                                from
                                                  "record_5"
                                                  cross join lateral jsonb_array_elements(
                                                    case
                                                      when jsonb_typeof("record_5"."anchors") = 'array' then "record_5"."anchors"
                                                    end
                                                  ) with ordinality as "raw_5" (value, position)
                                              ),
                                              "anchor_5" as materialized (
                                                select
                                                  *
                                                from
                                                  "said_5"
                                                where
                                                  true
                                              ),
                                              "run_5" (run_id, papers_dir) as materialized (
                                                select
                                                  answered.run_id,
                                                  "run_records_46"."papers_dir"
                                                from
                                                  (
                                                    select distinct
                                                      run_id
                                                    from
                                                      "record_5"
                                                  ) as answered
                                                  left join "workflow"."run_records" as "run_records_46" on "run_records_46"."run_id" = answered.run_id
                                                  and "run_records_46"."record_kind" = 'run'
                                                  and "run_records_46"."step" = ''
                                                  and "run_records_46"."record_key" = 'main'
                                              ),
                                              "build_5" (run_id, id, level) as materialized (
                                                select
                                                  "run_5"."run_id",
                                                  "pipeline_runs_16"."id",
                                                  1
                                                from
                                                  "run_5"
                                                  cross join "indexing"."pipeline_runs" as "pipeline_runs_16"
                                                where
                                                  "pipeline_runs_16"."workflow_run_id" = "run_5"."run_id"
                                                  and exists (
                                                    select
                                                    from
                                                      "indexing"."vectors" as "vectors_27"
                                                    where
                                                      "vectors_27"."pipeline_run_id" = "pipeline_runs_16"."id"
                                                  )
                                                union all
                                                select
                                                  "run_5"."run_id",
                                                  "pipeline_runs_17"."id",
                                                  2
                                                from
                                                  "run_5"
                                                  cross join lateral (
                                                    with recursive
                                                      "reused_5" as (
                                                        select
                                                          nullif("run_records_42"."reuse_source_run_id", '') as "run_id"
                                                        from
                                                          "workflow"."run_records" as "run_records_42"
                                                        where
                                                          "run_records_42"."run_id" = "run_5"."run_id"
                                                          and "run_records_42"."record_kind" = 'step'
                                                          and "run_records_42"."step" = 'index'
                                                          and "run_records_42"."reuse_source_run_id" <> ''
                                                        union
                                                        select
                                                          next.*
                                                        from
                                                          "reused_5"
                                                          cross join lateral (
                                                            select
                                                              nullif("run_records_43"."reuse_source_run_id", '') as "run_id"
                                                            from
                                                              "workflow"."run_records" as "run_records_43"
                                                            where
                                                              "run_records_43"."run_id" = "reused_5"."run_id"
                                                              and "run_records_43"."record_kind" = 'step'
                                                              and "run_records_43"."step" = 'index'
                                                              and "run_records_43"."reuse_source_run_id" <> ''
                                                          ) as next
                                                      )
                                                    select
                                                      "run_id"
                                                    from
                                                      "reused_5"
                                                  ) as "reused_5"
                                                  cross join "indexing"."pipeline_runs" as "pipeline_runs_17"
                                                where
                                                  "pipeline_runs_17"."workflow_run_id" = "reused_5"."run_id"
                                                  and exists (
                                                    select
                                                    from
                                                      "indexing"."vectors" as "vectors_28"
                                                    where
                                                      "vectors_28"."pipeline_run_id" = "pipeline_runs_17"."id"
                                                  )
                                              ),
                                              "paper_5" (record_id, doc_id) as materialized (
                                                select
                                                  naming.id,
                                                  same.doc_id
                                                from
                                                  (
                                                    select
                                                      "name_5".path,
                                                      "documents_17"."doc_id" as doc_id
                                                    from
                                                      (
                                                        select distinct
                                                          "name_5".path
                                                        from
                                                          "record_5"
                                                          cross join lateral unnest("record_5"."names") as "name_5" (path)
                                                      ) as "name_5"
                                                      cross join "ingestion"."documents" as "documents_17"
                                                    where
                                                      regexp_replace(rtrim(lower(replace("documents_17"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("name_5"."path", '\', '/')), '/'), '^.*/', '')
                                                  ) as same
                                                  join (
                                                    select
                                                      id,
                                                      unnest(names) as path
                                                    from
                                                      "record_5"
                                                  ) as naming on naming.path = same.path
                                                union
                                                select
                                                  "record_5".id,
                                                  found.doc_id
                                                from
                                                  (
                                                    select distinct
                                                      "run_5".run_id,
                                                      "meant_9".doc_id
                                                    from
                                                      (
                                                        select
                                                          *
                                                        from
                                                          "run_5"
                                                        where
                                                          run_id not in (
                                                            select
                                                              run_id
                                                            from
                                                              "build_5"
                                                          )
                                                      ) as "run_5"
                                                      cross join lateral (
                                                        select
                                                          "meant_10"."doc_id",
                                                          coalesce("meant_10"."path", "named_5"."path"),
                                                          "named_5"."evidence"
                                                        from
                                                          (
                                                            select
                                                              "file_8" ->> 'path',
                                                              'manifest'
                                                            from
                                                              "ingestion"."prep_manifests" as "prep_manifests_9"
                                                              cross join lateral jsonb_array_elements(
                                                                case
                                                                  when jsonb_typeof("prep_manifests_9"."payload" -> 'files') = 'array' then "prep_manifests_9"."payload" -> 'files'
                                                                end
                                                              ) as "file_8"
                                                            where
                                                              "prep_manifests_9"."run_id" = "run_5"."run_id"
                                                              and "file_8" ->> 'path' <> ''
                                                            union all
                                                            select
                                                              "run_5"."papers_dir",
                                                              'papers_dir'
                                                            where
                                                              "run_5"."papers_dir" <> ''
                                                          ) as "named_5" (path, evidence)
                                                          left join lateral (
                                                            select
                                                              "documents_18"."doc_id",
                                                              "named_5"."path"
                                                            from
                                                              "ingestion"."documents" as "documents_18"
                                                            where
                                                              regexp_replace(rtrim(lower(replace("documents_18"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("named_5"."path", '\', '/')), '/'), '^.*/', '')
                                                            union
                                                            select
                                                              "documents_19"."doc_id",
                                                              "documents_19"."path"
                                                            from
                                                              "ingestion"."documents" as "documents_19"
                                                            where
                                                              "named_5"."evidence" = 'papers_dir'
                                                              and rtrim(lower(replace("documents_19"."path", '\', '/')), '/') collate "C" >= rtrim(lower(replace("named_5"."path", '\', '/')), '/') || '/'
                                                              and rtrim(lower(replace("documents_19"."path", '\', '/')), '/') collate "C" < rtrim(lower(replace("named_5"."path", '\', '/')), '/') || '0'
                                                          ) as "meant_10" (doc_id, path) on true
                                                      ) as "meant_9" (doc_id, path, evidence)
                                                  ) as found
                                                  cross join "record_5"
                                                where
                                                  "record_5"."run_id" = found.run_id
                                                  and "record_5"."names" = '{}'
                                                  and found.doc_id is not null
                                              ),
                                              "indexed_5" (run_id, level, id, doc_id, page, start_word, end_word) as materialized (
                                                select
                                                  "build_5"."run_id",
                                                  "build_5"."level",
                                                  "chunk_9".*
                                                from
                                                  "build_5"
                                                  cross join lateral (
                                                    select
                                                      "vectors_29"."id",
                                                      "vectors_29"."doc_id",
                                                      "vectors_29"."page",
                                                      "vectors_29"."start_word",
                                                      "vectors_29"."end_word"
                                                    from
                                                      "indexing"."vectors" as "vectors_29"
                                                    where
                                                      "vectors_29"."pipeline_run_id" = "build_5"."id"
                                                    offset
                                                      0
                                                  ) as "chunk_9"
                                              ),
                                              "place_5" as materialized (
                                                select
                                                  "anchor_5".*,
                                                  "paper_5"."doc_id"
                                                from
                                                  "anchor_5"
                                                  join "paper_5" on "paper_5"."record_id" = "anchor_5"."record_id"
                                              ),
                                              "printed_5" (id, doc_id, page, start_word, end_word) as materialized (
                                                select
                                                  "chunk_10".*
                                                from
                                                  (
                                                    select distinct
                                                      doc_id
                                                    from
                                                      "paper_5"
                                                  ) as "paper_5"
                                                  cross join lateral (
                                                    select
                                                      "vectors_30"."id",
                                                      "vectors_30"."doc_id",
                                                      "vectors_30"."page",
                                                      "vectors_30"."start_word",
                                                      "vectors_30"."end_word"
                                                    from
                                                      "indexing"."vectors" as "vectors_30"
                                                    where
                                                      "vectors_30"."doc_id" = "paper_5"."doc_id"
                                                    offset
                                                      0
                                                  ) as "chunk_10"
                                              ),
                                              "met_5" (record_id, position, level, id, doc_id) as (
                                                select
                                                  "anchor_5"."record_id",
                                                  "anchor_5"."position",
                                                  "indexed_5"."level",
                                                  "indexed_5"."id",
                                                  "indexed_5"."doc_id"
                                                from
                                                  "anchor_5"
                                                  join "indexed_5" on "indexed_5"."run_id" = "anchor_5"."run_id"
                                                  and "indexed_5"."page" = "anchor_5"."page"
                                                  and (
                                                    not coalesce("anchor_5"."start_word" <= "anchor_5"."end_word", false)
                                                    or (
                                                      "indexed_5"."start_word" <= "anchor_5"."end_word"
                                                      and "indexed_5"."end_word" >= "anchor_5"."start_word"
                                                    )
                                                  )
                                                where
                                                  "anchor_5"."names" = '{}'
                                                  or ("anchor_5"."record_id", "indexed_5"."doc_id") in (
                                                    select
                                                      record_id,
                                                      doc_id
                                                    from
                                                      "paper_5"
                                                  )
                                                union all
                                                select
                                                  "place_5"."record_id",
                                                  "place_5"."position",
                                                  3,
                                                  "printed_5"."id",
                                                  "printed_5"."doc_id"
                                                from
                                                  "place_5"
                                                  join "printed_5" on "printed_5"."doc_id" = "place_5"."doc_id"
                                                  and "printed_5"."page" = "place_5"."page"
                                                  and (
                                                    not coalesce("place_5"."start_word" <= "place_5"."end_word", false)
                                                    or (
                                                      "printed_5"."start_word" <= "place_5"."end_word"
                                                      and "printed_5"."end_word" >= "place_5"."start_word"
                                                    )
                                                  )
                                              )
                                            select
                                              "anchor_5".*,
                                              found.doc_ids,
                                              found.vector_ids,
                                              (
                                                exists (
                                                  select
                                                  from
                                                    "paper_5"
                                                  where
                                                    "paper_5"."record_id" = "anchor_5"."record_id"
                                                )
                                                or (
                                                  "anchor_5"."names" = '{}'
                                                  and "anchor_5"."run_id" in (
                                                    select
                                                      run_id
                                                    from
                                                      "build_5"
                                                  )
                                                )
                                              ) as has_papers
                                            from
                                              "anchor_5"
                                              left join (
                                                select
                                                  record_id,
                                                  position,
                                                  array_agg(distinct doc_id) as doc_ids,
                                                  array_agg(
                                                    id
                                                    order by
                                                      id
                                                  ) as vector_ids
                                                from
                                                  (
                                                    select
                                                      *,
                                                      min(level) over (
                                                        partition by
                                                          record_id,
                                                          position
                                                      ) as best
                                                    from
                                                      "met_5"
                                                  ) as ranked
                                                where
                                                  level = best
                                                group by
                                                  record_id,
                                                  position
                                              ) as found on "found"."record_id" = "anchor_5"."record_id"
                                              and "found"."position" = "anchor_5"."position"
                                          ) as "citations_5"
                                      ) as cited
                                  ) as "grounding_2"
                                where
                                  true
                              )
                            )
                          )
                        from
                          (
                            with
                              "step" as materialized (
                                select
                                  "runs".run_id as "run_id",
                                  (
                                    select
                                      round("grounding"."grounded_answers"::numeric / nullif("grounding"."answers", 0), 4)::float8
                                    from
                                      (
                                        select
                                          *
                                        from
                                          (
                                            select
                                              count(*) as answers,
                                              avg(
                                                case
                                                  when abs(
                                                    case
                                                      when jsonb_typeof("run_records_33"."payload_json" -> 'confidence_score') = 'number' then round(("run_records_33"."payload_json" -> 'confidence_score')::numeric, 20)
                                                    end
                                                  ) < 1e300 then case
                                                    when jsonb_typeof("run_records_33"."payload_json" -> 'confidence_score') = 'number' then round(("run_records_33"."payload_json" -> 'confidence_score')::numeric, 20)
                                                  end
                                                end
                                              )::float8 as confidence
                                            from
                                              "workflow"."run_records" as "run_records_33"
                                            where
                                              "run_records_33"."record_kind" = 'question'
                                              and "run_records_33"."run_id" = "runs".run_id
                                          ) as answered
                                          cross join (
                                            select
                                              count(distinct "citations_4"."record_id") as with_citations,
                                              count(distinct "citations_4"."record_id") filter (
                                                where
                                                  case coalesce(cardinality("citations_4"."doc_ids"), 0)
                                                    when 0 then 'unresolved'
                                                    when 1 then 'resolved'
                                                    else 'ambiguous'
                                                  end = 'resolved'
                                              ) as grounded_answers,
                                              count(*) as citations,
                                              count(*) filter (
                                                where
                                                  case coalesce(cardinality("citations_4"."doc_ids"), 0)
                                                    when 0 then 'unresolved'
                                                    when 1 then 'resolved'
                                                    else 'ambiguous'
                                                  end = 'resolved'
                                              ) as resolved,
                                              count(*) filter (
                                                where
                                                  case coalesce(cardinality("citations_4"."doc_ids"), 0)
                                                    when 0 then 'unresolved'
                                                    when 1 then 'resolved'
                                                    else 'ambiguous'
                                                  end = 'ambiguous'
                                              ) as ambiguous,
                                              count(*) filter (
                                                where
                                                  case coalesce(cardinality("citations_4"."doc_ids"), 0)
                                                    when 0 then 'unresolved'
                                                    when 1 then 'resolved'
                                                    else 'ambiguous'
                                                  end = 'unresolved'
                                              ) as unresolved
                                            from
                                              (
                                                with recursive
                                                  "record_4" (id, run_id, anchors, names) as materialized (
                                                    select
                                                      "run_records_39"."id",
                                                      "run_records_39"."run_id",
                                                      "run_records_39"."payload_json" -> 'citation_anchors',
                                                      array(
                                                        select
                                                          path
                                                        from
                                                          (
                                                            select
                                                              "run_records_39"."payload_json" ->> 'paper_path'
                                                            union
                                                            select
                                                              case jsonb_typeof(paper)
                                                                when 'string' then paper #>> '{}'
                                                                when 'object' then coalesce(paper ->> 'paper_path', paper ->> 'path')
                                                              end
                                                            from
                                                              jsonb_array_elements(
                                                                case
                                                                  when jsonb_typeof("run_records_39"."payload_json" -> 'papers') = 'array' then "run_records_39"."payload_json" -> 'papers'
                                                                end
                                                              ) as paper
                                                          ) as named (path)
                                                        where
                                                          path <> ''
                                                      )
                                                    from
                                                      "workflow"."run_records" as "run_records_39"
                                                    where
                                                      "run_records_39"."record_kind" = 'question'
                                                      and "run_records_39"."run_id" = "runs".run_id
                                                  ),
                                                  "said_4" (record_id, run_id, names, position, raw, page, start_word, end_word) as materialized (
                                                    select
                                                      "record_4"."id",
                                                      "record_4"."run_id",
                                                      "record_4"."names",
                                                      "raw_4"."position"::integer,
                                                      "raw_4"."value",
                                                      nullif(
                                                        case jsonb_typeof("raw_4"."value" -> 'page')
                                                          when 'number' then case
                                                            when ("raw_4"."value" -> 'page')::numeric between 0 and 999999999
                                                            and ("raw_4"."value" -> 'page')::numeric = trunc(("raw_4"."value" -> 'page')::numeric) then ("raw_4"."value" -> 'page')::numeric::integer
                                                          end
                                                          when 'string' then substring(
                                                            "raw_4"."value" ->> 'page'
                                                            from
                                                              '(?i)(?:^|\m(?:pages?|pp?|pg))[\s.:#]*(\d{1,9})(?:\.0+)?(?!\.?\d)'
                                                          )::integer
                                                        end,
                                                        0
                                                      ),
                                                      case jsonb_typeof("raw_4"."value" -> 'start_word')
                                                        when 'number' then case
                                                          when ("raw_4"."value" -> 'start_word')::numeric between 0 and 999999999
                                                          and ("raw_4"."value" -> 'start_word')::numeric = trunc(("raw_4"."value" -> 'start_word')::numeric) then ("raw_4"."value" -> 'start_word')::numeric::integer
                                                        end
                                                        when 'string' then substring(
                                                          "raw_4"."value" ->> 'start_word'
                                                          from
                                                            '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                                                        )::integer
                                                      end,
                                                      case jsonb_typeof("raw_4"."value" -> 'end_word')
                                                        when 'number' then case
                                                          when ("raw_4"."value" -> 'end_word')::numeric between 0 and 999999999
                                                          and ("raw_4"."value" -> 'end_word')::numeric = trunc(("raw_4"."value" -> 'end_word')::numeric) then ("raw_4"."value" -> 'end_word')::numeric::integer
                                                        end
                                                        when 'string' then substring(
                                                          "raw_4"."value" ->> 'end_word'
                                                          from
                                                            '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                                                        )::integer
                                                      end
                                                    from
                                                      "record_4"
                                                      cross join lateral jsonb_array_elements(
                                                        case
                                                          when jsonb_typeof("record_4"."anchors") = 'array' then "record_4"."anchors"
                                                        end
                                                      ) with ordinality as "raw_4" (value, position)
                                                  ),
                                                  "anchor_4" as materialized (
                                                    select
                                                      *
                                                    from
                                                      "said_4"
                                                    where
                                                      true
                                                  ),
                                                  "run_4" (run_id, papers_dir) as materialized (
                                                    select
                                                      answered.run_id,
                                                      "run_records_38"."papers_dir"
                                                    from
                                                      (
                                                        select distinct
                                                          run_id
                                                        from
                                                          "record_4"
                                                      ) as answered
                                                      left join "workflow"."run_records" as "run_records_38" on "run_records_38"."run_id" = answered.run_id
                                                      and "run_records_38"."record_kind" = 'run'
                                                      and "run_records_38"."step" = ''
                                                      and "run_records_38"."record_key" = 'main'
                                                  ),
                                                  "build_4" (run_id, id, level) as materialized (
                                                    select
                                                      "run_4"."run_id",
                                                      "pipeline_runs_13"."id",
                                                      1
                                                    from
                                                      "run_4"
                                                      cross join "indexing"."pipeline_runs" as "pipeline_runs_13"
                                                    where
                                                      "pipeline_runs_13"."workflow_run_id" = "run_4"."run_id"
                                                      and exists (
                                                        select
                                                        from
                                                          "indexing"."vectors" as "vectors_23"
                                                        where
                                                          "vectors_23"."pipeline_run_id" = "pipeline_runs_13"."id"
                                                      )
                                                    union all
                                                    select
                                                      "run_4"."run_id",
                                                      "pipeline_runs_14"."id",
                                                      2
                                                    from
                                                      "run_4"
                                                      cross join lateral (
                                                        with recursive
                                                          "reused_4" as (
                                                            select
                                                              nullif("run_records_34"."reuse_source_run_id", '') as "run_id"
                                                            from
                                                              "workflow"."run_records" as "run_records_34"
                                                            where
                                                              "run_records_34"."run_id" = "run_4"."run_id"
                                                              and "run_records_34"."record_kind" = 'step'
                                                              and "run_records_34"."step" = 'index'
                                                              and "run_records_34"."reuse_source_run_id" <> ''
                                                            union
                                                            select
                                                              next.*
                                                            from
                                                              "reused_4"
                                                              cross join lateral (
                                                                select
                                                                  nullif("run_records_35"."reuse_source_run_id", '') as "run_id"
                                                                from
                                                                  "workflow"."run_records" as "run_records_35"
                                                                where
                                                                  "run_records_35"."run_id" = "reused_4"."run_id"
                                                                  and "run_records_35"."record_kind" = 'step'
                                                                  and "run_records_35"."step" = 'index'
                                                                  and "run_records_35"."reuse_source_run_id" <> ''
                                                              ) as next
                                                          )
                                                        select
                                                          "run_id"
                                                        from
                                                          "reused_4"
                                                      ) as "reused_4"
                                                      cross join "indexing"."pipeline_runs" as "pipeline_runs_14"
                                                    where
                                                      "pipeline_runs_14"."workflow_run_id" = "reused_4"."run_id"
                                                      and exists (
                                                        select
                                                        from
                                                          "indexing"."vectors" as "vectors_24"
                                                        where
                                                          "vectors_24"."pipeline_run_id" = "pipeline_runs_14"."id"
                                                      )
                                                  ),
                                                  "paper_4" (record_id, doc_id) as materialized (
                                                    select
                                                      naming.id,
                                                      same.doc_id
                                                    from
                                                      (
                                                        select
                                                          "name_4".path,
                                                          "documents_14"."doc_id" as doc_id
                                                        from
                                                          (
                                                            select distinct
                                                              "name_4".path
                                                            from
                                                              "record_4"
                                                              cross join lateral unnest("record_4"."names") as "name_4" (path)
                                                          ) as "name_4"
                                                          cross join "ingestion"."documents" as "documents_14"
                                                        where
                                                          regexp_replace(rtrim(lower(replace("documents_14"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("name_4"."path", '\', '/')), '/'), '^.*/', '')
                                                      ) as same
                                                      join (
                                                        select
                                                          id,
                                                          unnest(names) as path
                                                        from
                                                          "record_4"
                                                      ) as naming on naming.path = same.path
                                                    union
                                                    select
                                                      "record_4".id,
                                                      found.doc_id
                                                    from
                                                      (
                                                        select distinct
                                                          "run_4".run_id,
                                                          "meant_7".doc_id
                                                        from
                                                          (
                                                            select
                                                              *
                                                            from
                                                              "run_4"
                                                            where
                                                              run_id not in (
                                                                select
                                                                  run_id
                                                                from
                                                                  "build_4"
                                                              )
                                                          ) as "run_4"
                                                          cross join lateral (
                                                            select
                                                              "meant_8"."doc_id",
                                                              coalesce("meant_8"."path", "named_4"."path"),
                                                              "named_4"."evidence"
                                                            from
                                                              (
                                                                select
                                                                  "file_7" ->> 'path',
                                                                  'manifest'
                                                                from
                                                                  "ingestion"."prep_manifests" as "prep_manifests_7"
                                                                  cross join lateral jsonb_array_elements(
                                                                    case
                                                                      when jsonb_typeof("prep_manifests_7"."payload" -> 'files') = 'array' then "prep_manifests_7"."payload" -> 'files'
                                                                    end
                                                                  ) as "file_7"
                                                                where
                                                                  "prep_manifests_7"."run_id" = "run_4"."run_id"
                                                                  and "file_7" ->> 'path' <> ''
                                                                union all
                                                                select
                                                                  "run_4"."papers_dir",
                                                                  'papers_dir'
                                                                where
                                                                  "run_4"."papers_dir" <> ''
                                                              ) as "named_4" (path, evidence)
                                                              left join lateral (
                                                                select
                                                                  "documents_15"."doc_id",
                                                                  "named_4"."path"
                                                                from
                                                                  "ingestion"."documents" as "documents_15"
                                                                where
                                                                  regexp_replace(rtrim(lower(replace("documents_15"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("named_4"."path", '\', '/')), '/'), '^.*/', '')
                                                                union
                                                                select
                                                                  "documents_16"."doc_id",
                                                                  "documents_16"."path"
                                                                from
                                                                  "ingestion"."documents" as "documents_16"
                                                                where
                                                                  "named_4"."evidence" = 'papers_dir'
                                                                  and rtrim(lower(replace("documents_16"."path", '\', '/')), '/') collate "C" >= rtrim(lower(replace("named_4"."path", '\', '/')), '/') || '/'
                                                                  and rtrim(lower(replace("documents_16"."path", '\', '/')), '/') collate "C" < rtrim(lower(replace("named_4"."path", '\', '/')), '/') || '0'
                                                              ) as "meant_8" (doc_id, path) on true
                                                          ) as "meant_7" (doc_id, path, evidence)
                                                      ) as found
                                                      cross join "record_4"
                                                    where
                                                      "record_4"."run_id" = found.run_id
                                                      and "record_4"."names" = '{}'
                                                      and found.doc_id is not null
                                                  ),
                                                  "indexed_4" (run_id, level, id, doc_id, page, start_word, end_word) as materialized (
                                                    select
                                                      "build_4"."run_id",
                                                      "build_4"."level",
                                                      "chunk_7".*
                                                    from
                                                      "build_4"
                                                      cross join lateral (
                                                        select
                                                          "vectors_25"."id",
                                                          "vectors_25"."doc_id",
                                                          "vectors_25"."page",
                                                          "vectors_25"."start_word",
                                                          "vectors_25"."end_word"
                                                        from
                                                          "indexing"."vectors" as "vectors_25"
                                                        where
                                                          "vectors_25"."pipeline_run_id" = "build_4"."id"
                                                        offset
                                                          0
                                                      ) as "chunk_7"
                                                  ),
                                                  "place_4" as materialized (
                                                    select
                                                      "anchor_4".*,
                                                      "paper_4"."doc_id"
                                                    from
                                                      "anchor_4"
                                                      join "paper_4" on "paper_4"."record_id" = "anchor_4"."record_id"
                                                  ),
                                                  "printed_4" (id, doc_id, page, start_word, end_word) as materialized (
                                                    select
                                                      "chunk_8".*
                                                    from
                                                      (
                                                        select distinct
                                                          doc_id
                                                        from
                                                          "paper_4"
                                                      ) as "paper_4"
                                                      cross join lateral (
                                                        select
                                                          "vectors_26"."id",
                                                          "vectors_26"."doc_id",
                                                          "vectors_26"."page",
                                                          "vectors_26"."start_word",
                                                          "vectors_26"."end_word"
                                                        from
                                                          "indexing"."vectors" as "vectors_26"
                                                        where
                                                          "vectors_26"."doc_id" = "paper_4"."doc_id"
                                                        offset
                                                          0
                                                      ) as "chunk_8"
                                                  ),
                                                  "met_4" (record_id, position, level, id, doc_id) as (
                                                    select
                                                      "anchor_4"."record_id",
                                                      "anchor_4"."position",
                                                      "indexed_4"."level",
                                                      "indexed_4"."id",
                                                      "indexed_4"."doc_id"
                                                    from
                                                      "anchor_4"
                                                      join "indexed_4" on "indexed_4"."run_id" = "anchor_4"."run_id"
                                                      and "indexed_4"."page" = "anchor_4"."page"
                                                      and (
                                                        not coalesce("anchor_4"."start_word" <= "anchor_4"."end_word", false)
                                                        or (
                                                          "indexed_4"."start_word" <= "anchor_4"."end_word"
                                                          and "indexed_4"."end_word" >= "anchor_4"."start_word"
                                                        )
                                                      )
                                                    where
                                                      "anchor_4"."names" = '{}'
                                                      or ("anchor_4"."record_id", "indexed_4"."doc_id") in (
                                                        select
                                                          record_id,
                                                          doc_id
                                                        from
                                                          "paper_4"
                                                      )
                                                    union all
                                                    select
                                                      "place_4"."record_id",
                                                      "place_4"."position",
                                                      3,
                                                      "printed_4"."id",
                                                      "printed_4"."doc_id"
                                                    from
                                                      "place_4"
                                                      join "printed_4" on "printed_4"."doc_id" = "place_4"."doc_id"
                                                      and "printed_4"."page" = "place_4"."page"
                                                      and (
                                                        not coalesce("place_4"."start_word" <= "place_4"."end_word", false)
                                                        or (
                                                          "printed_4"."start_word" <= "place_4"."end_word"
                                                          and "printed_4"."end_word" >= "place_4"."start_word"
                                                        )
                                                      )
                                                  )
                                                select
                                                  "anchor_4".*,
                                                  found.doc_ids,
                                                  found.vector_ids,
                                                  (
                                                    exists (
                                                      select
                                                      from
                                                        "paper_4"
                                                      where
                                                        "paper_4"."record_id" = "anchor_4"."record_id"
                                                    )
                                                    or (
                                                      "anchor_4"."names" = '{}'
                                                      and "anchor_4"."run_id" in (
                                                        select
                                                          run_id
                                                        from
                                                          "build_4"
                                                      )
                                                    )
                                                  ) as has_papers
                                                from
                                                  "anchor_4"
                                                  left join (
                                                    select
                                                      record_id,
                                                      position,
                                                      array_agg(distinct doc_id) as doc_ids,
                                                      array_agg(
                                                        id
                                                        order by
                                                          id
                                                      ) as vector_ids
                                                    from
                                                      (
                                                        select
                                                          *,
                                                          min(level) over (
                                                            partition by
                                                              record_id,
                                                              position
                                                          ) as best
                                                        from
                                                          "met_4"
                                                      ) as ranked
                                                    where
                                                      level = best
                                                    group by
                                                      record_id,
                                                      position
                                                  ) as found on "found"."record_id" = "anchor_4"."record_id"
                                                  and "found"."position" = "anchor_4"."position"
                                              ) as "citations_4"
                                          ) as cited
                                      ) as "grounding"
                                  ) as "grounded_share"
                                from
                                  (
                                    select distinct
                                      "citations_3"."run_id"
                                    from
                                      (
                                        with recursive
                                          "record_3" (id, run_id, anchors, names) as materialized (
                                            select
                                              "run_records_27"."id",
                                              "run_records_27"."run_id",
                                              "run_records_27"."payload_json" -> 'citation_anchors',
                                              array(
                                                select
                                                  path
                                                from
                                                  (
                                                    select
                                                      "run_records_27"."payload_json" ->> 'paper_path'
                                                    union
                                                    select
                                                      case jsonb_typeof(paper)
                                                        when 'string' then paper #>> '{}'
                                                        when 'object' then coalesce(paper ->> 'paper_path', paper ->> 'path')
                                                      end
                                                    from
                                                      jsonb_array_elements(
                                                        case
                                                          when jsonb_typeof("run_records_27"."payload_json" -> 'papers') = 'array' then "run_records_27"."payload_json" -> 'papers'
                                                        end
                                                      ) as paper
                                                  ) as named (path)
                                                where
                                                  path <> ''
                                              )
                                            from
                                              "workflow"."run_records" as "run_records_27"
                                            where
                                              "run_records_27"."record_kind" = 'question'
                                              and "run_records_27"."run_id" in (
                                                select
                                                  "reading_3".run_id
                                                from
                                                  "ingestion"."documents" as "documents_13"
                                                  cross join lateral (
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
                                                          "pipeline_runs_11"."workflow_run_id",
                                                          'index_rows'
                                                        from
                                                          "indexing"."vectors" as "vectors_20"
                                                          cross join "indexing"."pipeline_runs" as "pipeline_runs_11"
                                                        where
                                                          "vectors_20"."doc_id" = "documents_13"."doc_id"
                                                          and "pipeline_runs_11"."id" = "vectors_20"."pipeline_run_id"
                                                          and "pipeline_runs_11"."workflow_run_id" is not null
                                                        union all
                                                        select
                                                          "reusing_3"."run_id",
                                                          'reused_index'
                                                        from
                                                          (
                                                            with recursive
                                                              "reusing_3" as (
                                                                select
                                                                  "run_records_28"."run_id" as "run_id"
                                                                from
                                                                  (
                                                                    select distinct
                                                                      "pipeline_runs_12"."workflow_run_id",
                                                                      'index_rows'
                                                                    from
                                                                      "indexing"."vectors" as "vectors_21"
                                                                      cross join "indexing"."pipeline_runs" as "pipeline_runs_12"
                                                                    where
                                                                      "vectors_21"."doc_id" = "documents_13"."doc_id"
                                                                      and "pipeline_runs_12"."id" = "vectors_21"."pipeline_run_id"
                                                                      and "pipeline_runs_12"."workflow_run_id" is not null
                                                                  ) as "built_3" (run_id, evidence)
                                                                  cross join "workflow"."run_records" as "run_records_28"
                                                                where
                                                                  "run_records_28"."reuse_source_run_id" = "built_3".run_id
                                                                  and "run_records_28"."record_kind" = 'step'
                                                                  and "run_records_28"."step" = 'index'
                                                                  and "run_records_28"."reuse_source_run_id" <> ''
                                                                union
                                                                select
                                                                  next.*
                                                                from
                                                                  "reusing_3"
                                                                  cross join lateral (
                                                                    select
                                                                      "run_records_29"."run_id" as "run_id"
                                                                    from
                                                                      "workflow"."run_records" as "run_records_29"
                                                                    where
                                                                      "run_records_29"."reuse_source_run_id" = "reusing_3"."run_id"
                                                                      and "run_records_29"."record_kind" = 'step'
                                                                      and "run_records_29"."step" = 'index'
                                                                      and "run_records_29"."reuse_source_run_id" <> ''
                                                                  ) as next
                                                              )
                                                            select
                                                              "run_id"
                                                            from
                                                              "reusing_3"
                                                          ) as "reusing_3"
                                                        union all
                                                        select
                                                          "prep_manifests_6"."run_id",
                                                          'manifest'
                                                        from
                                                          "ingestion"."prep_manifests" as "prep_manifests_6"
                                                        where
                                                          exists (
                                                            select
                                                            from
                                                              jsonb_array_elements(
                                                                case
                                                                  when jsonb_typeof("prep_manifests_6"."payload" -> 'files') = 'array' then "prep_manifests_6"."payload" -> 'files'
                                                                end
                                                              ) as "file_6"
                                                            where
                                                              "file_6" ->> 'path' <> ''
                                                              and regexp_replace(rtrim(lower(replace("file_6" ->> 'path', '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("documents_13"."path", '\', '/')), '/'), '^.*/', '')
                                                          )
                                                        union all
                                                        select
                                                          "run_records_30"."run_id",
                                                          'papers_dir'
                                                        from
                                                          "workflow"."run_records" as "run_records_30"
                                                        where
                                                          regexp_replace(rtrim(lower(replace("run_records_30"."papers_dir", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("documents_13"."path", '\', '/')), '/'), '^.*/', '')
                                                          and "run_records_30"."papers_dir" <> ''
                                                          and "run_records_30"."record_kind" = 'run'
                                                          and "run_records_30"."step" = ''
                                                          and "run_records_30"."record_key" = 'main'
                                                        union all
                                                        select
                                                          "run_records_31"."run_id",
                                                          'papers_dir'
                                                        from
                                                          "workflow"."run_records" as "run_records_31"
                                                        where
                                                          rtrim(lower(replace("run_records_31"."papers_dir", '\', '/')), '/') = any (
                                                            array(
                                                              select
                                                                array_to_string(
                                                                  (string_to_array(rtrim(lower(replace("documents_13"."path", '\', '/')), '/'), '/')) [1:n],
                                                                  '/'
                                                                )
                                                              from
                                                                generate_series(
                                                                  1,
                                                                  array_length(string_to_array(rtrim(lower(replace("documents_13"."path", '\', '/')), '/'), '/'), 1) - 1
                                                                ) as n
                                                            )
                                                          )
                                                          and "run_records_31"."papers_dir" <> ''
                                                          and "run_records_31"."record_kind" = 'run'
                                                          and "run_records_31"."step" = ''
                                                          and "run_records_31"."record_key" = 'main'
                                                      ) as "tie_3" (run_id, evidence)
                                                    group by
                                                      run_id
                                                  ) as "reading_3"
                                                where
                                                  "documents_13"."doc_id" = "cited"."doc_id"
                                              )
                                          ),
                                          "said_3" (record_id, run_id, names, position, raw, page, start_word, end_word) as materialized (
                                            select
                                              "record_3"."id",
                                              "record_3"."run_id",
                                              "record_3"."names",
                                              "raw_3"."position"::integer,
                                              "raw_3"."value",
                                              nullif(
                                                case jsonb_typeof("raw_3"."value" -> 'page')
                                                  when 'number' then case
                                                    when ("raw_3"."value" -> 'page')::numeric between 0 and 999999999
                                                    and ("raw_3"."value" -> 'page')::numeric = trunc(("raw_3"."value" -> 'page')::numeric) then ("raw_3"."value" -> 'page')::numeric::integer
                                                  end
                                                  when 'string' then substring(
                                                    "raw_3"."value" ->> 'page'
                                                    from
                                                      '(?i)(?:^|\m(?:pages?|pp?|pg))[\s.:#]*(\d{1,9})(?:\.0+)?(?!\.?\d)'
                                                  )::integer
                                                end,
                                                0
                                              ),
                                              case jsonb_typeof("raw_3"."value" -> 'start_word')
                                                when 'number' then case
                                                  when ("raw_3"."value" -> 'start_word')::numeric between 0 and 999999999
                                                  and ("raw_3"."value" -> 'start_word')::numeric = trunc(("raw_3"."value" -> 'start_word')::numeric) then ("raw_3"."value" -> 'start_word')::numeric::integer
                                                end
                                                when 'string' then substring(
                                                  "raw_3"."value" ->> 'start_word'
                                                  from
                                                    '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                                                )::integer
                                              end,
                                              case jsonb_typeof("raw_3"."value" -> 'end_word')
                                                when 'number' then case
                                                  when ("raw_3"."value" -> 'end_word')::numeric between 0 and 999999999
                                                  and ("raw_3"."value" -> 'end_word')::numeric = trunc(("raw_3"."value" -> 'end_word')::numeric) then ("raw_3"."value" -> 'end_word')::numeric::integer
                                                end
                                                when 'string' then substring(
                                                  "raw_3"."value" ->> 'end_word'
                                                  from
                                                    '(?i)^\s*(?:words?[\s.:#]*)?(\d{1,9})(?:\.0+)?(?!\.?\d)\s*$'
                                                )::integer
                                              end
                                            from
                                              "record_3"
                                              cross join lateral jsonb_array_elements(
                                                case
                                                  when jsonb_typeof("record_3"."anchors") = 'array' then "record_3"."anchors"
                                                end
                                              ) with ordinality as "raw_3" (value, position)
                                          ),
                                          "anchor_3" as materialized (
                                            select
                                              *
                                            from
                                              "said_3"
                                            where
                                              exists (
                                                select
                                                from
                                                  "indexing"."vectors" as "vectors_22"
                                                where
                                                  "vectors_22"."doc_id" = "cited"."doc_id"
                                                  and "vectors_22"."page" = "said_3"."page"
                                                  and (
                                                    not coalesce("said_3"."start_word" <= "said_3"."end_word", false)
                                                    or (
                                                      "vectors_22"."start_word" <= "said_3"."end_word"
                                                      and "vectors_22"."end_word" >= "said_3"."start_word"
                                                    )
                                                  )
                                              )
                                          ),
                                          "run_3" (run_id, papers_dir) as materialized (
                                            select
                                              answered.run_id,
                                              "run_records_26"."papers_dir"
                                            from
                                              (
                                                select distinct
                                                  run_id
                                                from
                                                  "record_3"
                                              ) as answered
                                              left join "workflow"."run_records" as "run_records_26" on "run_records_26"."run_id" = answered.run_id
                                              and "run_records_26"."record_kind" = 'run'
                                              and "run_records_26"."step" = ''
                                              and "run_records_26"."record_key" = 'main'
                                          ),
                                          "build_3" (run_id, id, level) as materialized (
                                            select
                                              "run_3"."run_id",
                                              "pipeline_runs_9"."id",
                                              1
                                            from
                                              "run_3"
                                              cross join "indexing"."pipeline_runs" as "pipeline_runs_9"
                                            where
                                              "pipeline_runs_9"."workflow_run_id" = "run_3"."run_id"
                                              and exists (
                                                select
                                                from
                                                  "indexing"."vectors" as "vectors_16"
                                                where
                                                  "vectors_16"."pipeline_run_id" = "pipeline_runs_9"."id"
                                              )
                                            union all
                                            select
                                              "run_3"."run_id",
                                              "pipeline_runs_10"."id",
                                              2
                                            from
                                              "run_3"
                                              cross join lateral (
                                                with recursive
                                                  "reused_3" as (
                                                    select
                                                      nullif("run_records_22"."reuse_source_run_id", '') as "run_id"
                                                    from
                                                      "workflow"."run_records" as "run_records_22"
                                                    where
                                                      "run_records_22"."run_id" = "run_3"."run_id"
                                                      and "run_records_22"."record_kind" = 'step'
                                                      and "run_records_22"."step" = 'index'
                                                      and "run_records_22"."reuse_source_run_id" <> ''
                                                    union
                                                    select
                                                      next.*
                                                    from
                                                      "reused_3"
                                                      cross join lateral (
                                                        select
                                                          nullif("run_records_23"."reuse_source_run_id", '') as "run_id"
                                                        from
                                                          "workflow"."run_records" as "run_records_23"
                                                        where
                                                          "run_records_23"."run_id" = "reused_3"."run_id"
                                                          and "run_records_23"."record_kind" = 'step'
                                                          and "run_records_23"."step" = 'index'
                                                          and "run_records_23"."reuse_source_run_id" <> ''
                                                      ) as next
                                                  )
                                                select
                                                  "run_id"
                                                from
                                                  "reused_3"
                                              ) as "reused_3"
                                              cross join "indexing"."pipeline_runs" as "pipeline_runs_10"
                                            where
                                              "pipeline_runs_10"."workflow_run_id" = "reused_3"."run_id"
                                              and exists (
                                                select
                                                from
                                                  "indexing"."vectors" as "vectors_17"
                                                where
                                                  "vectors_17"."pipeline_run_id" = "pipeline_runs_10"."id"
                                              )
                                          ),
                                          "paper_3" (record_id, doc_id) as materialized (
                                            select
                                              naming.id,
                                              same.doc_id
                                            from
                                              (
                                                select
                                                  "name_3".path,
                                                  "documents_10"."doc_id" as doc_id
                                                from
                                                  (
                                                    select distinct
                                                      "name_3".path
                                                    from
                                                      "record_3"
                                                      cross join lateral unnest("record_3"."names") as "name_3" (path)
                                                  ) as "name_3"
                                                  cross join "ingestion"."documents" as "documents_10"
                                                where
                                                  regexp_replace(rtrim(lower(replace("documents_10"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("name_3"."path", '\', '/')), '/'), '^.*/', '')
                                              ) as same
                                              join (
                                                select
                                                  id,
                                                  unnest(names) as path
                                                from
                                                  "record_3"
                                              ) as naming on naming.path = same.path
                                            union
                                            select
                                              "record_3".id,
                                              found.doc_id
                                            from
                                              (
                                                select distinct
                                                  "run_3".run_id,
                                                  "meant_5".doc_id
                                                from
                                                  (
                                                    select
                                                      *
                                                    from
                                                      "run_3"
                                                    where
                                                      run_id not in (
                                                        select
                                                          run_id
                                                        from
                                                          "build_3"
                                                      )
                                                  ) as "run_3"
                                                  cross join lateral (
                                                    select
                                                      "meant_6"."doc_id",
                                                      coalesce("meant_6"."path", "named_3"."path"),
                                                      "named_3"."evidence"
                                                    from
                                                      (
                                                        select
                                                          "file_5" ->> 'path',
                                                          'manifest'
                                                        from
                                                          "ingestion"."prep_manifests" as "prep_manifests_5"
                                                          cross join lateral jsonb_array_elements(
                                                            case
                                                              when jsonb_typeof("prep_manifests_5"."payload" -> 'files') = 'array' then "prep_manifests_5"."payload" -> 'files'
                                                            end
                                                          ) as "file_5"
                                                        where
                                                          "prep_manifests_5"."run_id" = "run_3"."run_id"
                                                          and "file_5" ->> 'path' <> ''
                                                        union all
                                                        select
                                                          "run_3"."papers_dir",
                                                          'papers_dir'
                                                        where
                                                          "run_3"."papers_dir" <> ''
                                                      ) as "named_3" (path, evidence)
                                                      left join lateral (
                                                        select
                                                          "documents_11"."doc_id",
                                                          "named_3"."path"
                                                        from
                                                          "ingestion"."documents" as "documents_11"
                                                        where
                                                          regexp_replace(rtrim(lower(replace("documents_11"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("named_3"."path", '\', '/')), '/'), '^.*/', '')
                                                        union
                                                        select
                                                          "documents_12"."doc_id",
                                                          "documents_12"."path"
                                                        from
                                                          "ingestion"."documents" as "documents_12"
                                                        where
                                                          "named_3"."evidence" = 'papers_dir'
                                                          and rtrim(lower(replace("documents_12"."path", '\', '/')), '/') collate "C" >= rtrim(lower(replace("named_3"."path", '\', '/')), '/') || '/'
                                                          and rtrim(lower(replace("documents_12"."path", '\', '/')), '/') collate "C" < rtrim(lower(replace("named_3"."path", '\', '/')), '/') || '0'
                                                      ) as "meant_6" (doc_id, path) on true
                                                  ) as "meant_5" (doc_id, path, evidence)
                                              ) as found
                                              cross join "record_3"
                                            where
                                              "record_3"."run_id" = found.run_id
                                              and "record_3"."names" = '{}'
                                              and found.doc_id is not null
                                          ),
                                          "indexed_3" (run_id, level, id, doc_id, page, start_word, end_word) as materialized (
                                            select
                                              "build_3"."run_id",
                                              "build_3"."level",
                                              "chunk_5".*
                                            from
                                              "build_3"
                                              cross join lateral (
                                                select
                                                  "vectors_18"."id",
                                                  "vectors_18"."doc_id",
                                                  "vectors_18"."page",
                                                  "vectors_18"."start_word",
                                                  "vectors_18"."end_word"
                                                from
                                                  "indexing"."vectors" as "vectors_18"
                                                where
                                                  "vectors_18"."pipeline_run_id" = "build_3"."id"
                                                offset
                                                  0
                                              ) as "chunk_5"
                                          ),
                                          "place_3" as materialized (
                                            select
                                              "anchor_3".*,
                                              "paper_3"."doc_id"
                                            from
                                              "anchor_3"
                                              join "paper_3" on "paper_3"."record_id" = "anchor_3"."record_id"
                                          ),
                                          "printed_3" (id, doc_id, page, start_word, end_word) as materialized (
                                            select
                                              "chunk_6".*
                                            from
                                              (
                                                select distinct
                                                  doc_id
                                                from
                                                  "paper_3"
                                              ) as "paper_3"
                                              cross join lateral (
                                                select
                                                  "vectors_19"."id",
                                                  "vectors_19"."doc_id",
                                                  "vectors_19"."page",
                                                  "vectors_19"."start_word",
                                                  "vectors_19"."end_word"
                                                from
                                                  "indexing"."vectors" as "vectors_19"
                                                where
                                                  "vectors_19"."doc_id" = "paper_3"."doc_id"
                                                offset
                                                  0
                                              ) as "chunk_6"
                                          ),
                                          "met_3" (record_id, position, level, id, doc_id) as (
                                            select
                                              "anchor_3"."record_id",
                                              "anchor_3"."position",
                                              "indexed_3"."level",
                                              "indexed_3"."id",
                                              "indexed_3"."doc_id"
                                            from
                                              "anchor_3"
                                              join "indexed_3" on "indexed_3"."run_id" = "anchor_3"."run_id"
                                              and "indexed_3"."page" = "anchor_3"."page"
                                              and (
                                                not coalesce("anchor_3"."start_word" <= "anchor_3"."end_word", false)
                                                or (
                                                  "indexed_3"."start_word" <= "anchor_3"."end_word"
                                                  and "indexed_3"."end_word" >= "anchor_3"."start_word"
                                                )
                                              )
                                            where
                                              "anchor_3"."names" = '{}'
                                              or ("anchor_3"."record_id", "indexed_3"."doc_id") in (
                                                select
                                                  record_id,
                                                  doc_id
                                                from
                                                  "paper_3"
                                              )
                                            union all
                                            select
                                              "place_3"."record_id",
                                              "place_3"."position",
                                              3,
                                              "printed_3"."id",
                                              "printed_3"."doc_id"
                                            from
                                              "place_3"
                                              join "printed_3" on "printed_3"."doc_id" = "place_3"."doc_id"
                                              and "printed_3"."page" = "place_3"."page"
                                              and (
                                                not coalesce("place_3"."start_word" <= "place_3"."end_word", false)
                                                or (
                                                  "printed_3"."start_word" <= "place_3"."end_word"
                                                  and "printed_3"."end_word" >= "place_3"."start_word"
                                                )
                                              )
                                          )
                                        select
                                          "anchor_3".*,
                                          found.doc_ids,
                                          found.vector_ids,
                                          (
                                            exists (
                                              select
                                              from
                                                "paper_3"
                                              where
                                                "paper_3"."record_id" = "anchor_3"."record_id"
                                            )
                                            or (
                                              "anchor_3"."names" = '{}'
                                              and "anchor_3"."run_id" in (
                                                select
                                                  run_id
                                                from
                                                  "build_3"
                                              )
                                            )
                                          ) as has_papers
                                        from
                                          "anchor_3"
                                          left join (
                                            select
                                              record_id,
                                              position,
                                              array_agg(distinct doc_id) as doc_ids,
                                              array_agg(
                                                id
                                                order by
                                                  id
                                              ) as vector_ids
                                            from
                                              (
                                                select
                                                  *,
                                                  min(level) over (
                                                    partition by
                                                      record_id,
                                                      position
                                                  ) as best
                                                from
                                                  "met_3"
                                              ) as ranked
                                            where
                                              level = best
                                            group by
                                              record_id,
                                              position
                                          ) as found on "found"."record_id" = "anchor_3"."record_id"
                                          and "found"."position" = "anchor_3"."position"
                                      ) as "citations_3"
                                    where
                                      "cited"."doc_id" = any ("citations_3"."doc_ids")
                                  ) as "runs" (run_id)
                                  left join lateral (
                                    select
                                      "run_records_32"."finished_at" as "finished_at",
                                      "run_records_32"."updated_at" as "updated_at",
                                      "run_records_32"."created_at" as "created_at"
                                    from
                                      "workflow"."run_records" as "run_records_32"
                                    where
                                      "run_records_32"."run_id" = "runs".run_id
                                      and "run_records_32"."record_kind" = 'run'
                                      and "run_records_32"."step" = ''
                                      and "run_records_32"."record_key" = 'main'
                                    limit
                                      1
                                  ) as "header" on true
                                where
                                  true
                                order by
                                  coalesce(
                                    coalesce("header"."finished_at", "header"."updated_at", "header"."created_at"),
                                    greatest(
                                      (
                                        select
                                          max("run_records_40"."created_at") filter (
                                            where
                                              true
                                          )
                                        from
                                          "workflow"."run_records" as "run_records_40"
                                        where
                                          "run_records_40"."run_id" = "runs".run_id
                                      ),
                                      (
                                        select
                                          max("token_usage"."created_at") filter (
                                            where
                                              true
                                          )
                                        from
                                          "observability"."token_usage" as "token_usage"
                                        where
                                          "token_usage"."run_id" = "runs".run_id
                                      ),
                                      (
                                        select
                                          max("pipeline_runs_15"."created_at") filter (
                                            where
                                              true
                                          )
                                        from
                                          "indexing"."pipeline_runs" as "pipeline_runs_15"
                                        where
                                          "pipeline_runs_15"."workflow_run_id" = "runs".run_id
                                      ),
                                      (
                                        select
                                          max("prep_manifests_8"."created_at") filter (
                                            where
                                              true
                                          )
                                        from
                                          "ingestion"."prep_manifests" as "prep_manifests_8"
                                        where
                                          "prep_manifests_8"."run_id" = "runs".run_id
                                      ),
                                      (
                                        select
                                          max("retrieval_events"."created_at") filter (
                                            where
                                              true
                                          )
                                        from
                                          "retrieval"."retrieval_events" as "retrieval_events"
                                        where
                                          "retrieval_events"."run_id" = "runs".run_id
                                      )
                                    )
                                  ) desc,
                                  "runs".run_id desc
                                limit
                                  5
                              )
                            select
                              *
                            from
                              "step"
                            limit
                              $4::integer
                          ) as "page_3"
                      )
                    )
                  from
                    (
                      select
                        "keys_2"."doc_id" as doc_id
                    ) as "cited"
                  where
                    true
                  order by
                    "cited"."doc_id"
                  limit
                    1
                )
              )
            )
          from
            (
              select distinct
                "page"."doc_id"
              from
                "page"
            ) as "keys_2"
        )
      )
    from
      "page"
  )::text as answer
