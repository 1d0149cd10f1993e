select
  (
    select
      json_build_array(
        "run_records"."record_key"::text,
        json_build_array(
          (
            with
              "page" as materialized (
                select
                  case
                    when cardinality("citations"."doc_ids") = 1 then ("citations"."doc_ids") [1]
                  end as "docId",
                  "citations"."position" as "position",
                  "citations"."page" as "page",
                  "citations"."start_word" as "startWord",
                  "citations"."end_word" as "endWord",
                  case coalesce(cardinality("citations"."doc_ids"), 0)
                    when 0 then 'unresolved'
                    when 1 then 'resolved'
                    else 'ambiguous'
                  end as "status",
                  case
                    when "citations"."doc_ids" is not null then null
                    when "citations"."page" is null then case
                      when coalesce("citations"."start_word" <= "citations"."end_word", false) then 'no_page'
                      else 'no_numbers'
                    end
                    when not "citations"."has_papers" then 'no_document'
                    else 'no_chunk'
                  end as "why",
                  case
                    when "citations"."doc_ids" is not null then case
                      when coalesce("citations"."start_word" <= "citations"."end_word", false) then 'words'
                      else 'page'
                    end
                  end as "matchedBy",
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
                            on ("vectors_5"."start_word" + "word"."place" - 1) "vectors_5"."start_word" + "word"."place" - 1 as place,
                            "word"."text" as text
                          from
                            "indexing"."vectors" as "vectors_5"
                            cross join lateral regexp_split_to_table(btrim("vectors_5"."text", E' \t\n\r'), '\s+') with ordinality as "word" (text, place)
                          where
                            "vectors_5"."id" = any ("citations"."vector_ids")
                            and "vectors_5"."start_word" + "word"."place" - 1 between "citations"."start_word" and least("citations"."end_word", "citations"."start_word" + 399)
                            and "word"."text" <> ''
                          order by
                            "vectors_5"."start_word" + "word"."place" - 1,
                            "vectors_5"."id"
                        ) as cited
                    )
                  end as "quote",
                  "citations"."doc_ids" as "docIds",
                  "citations"."vector_ids" as "vectorIds"
                from
                  (
                    with recursive
                      "record" (id, run_id, anchors, names) as materialized (
                        select
                          "run_records_7"."id",
                          "run_records_7"."run_id",
                          "run_records_7"."payload_json" -> 'citation_anchors',
                          array(
                            select
                              path
                            from
                              (
                                select
                                  "run_records_7"."payload_json" ->> 'paper_path'
                                union
                                select
                                  case jsonb_typeof(paper)
                                    when 'string' then paper #>> '{}'
                                    when 'object' then coalesce(paper ->> 'paper_path', paper ->> 'path')
                                  end
                                from
                                  jsonb_array_elements(
                                    case
                                      when jsonb_typeof("run_records_7"."payload_json" -> 'papers') = 'array' then "run_records_7"."payload_json" -> 'papers'
                                    end
                                  ) as paper
                              ) as named (path)
                            where
                              path <> ''
                          )
                        from
                          "workflow"."run_records" as "run_records_7"
                        where
                          "run_records_7"."record_kind" = 'question'
                          and "run_records_7"."id" = "run_records"."id"
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
                          true
                      ),
                      "run" (run_id, papers_dir) as materialized (
                        select
                          answered.run_id,
                          "run_records_6"."papers_dir"
                        from
                          (
                            select distinct
                              run_id
                            from
                              "record"
                          ) as answered
                          left join "workflow"."run_records" as "run_records_6" on "run_records_6"."run_id" = answered.run_id
                          and "run_records_6"."record_kind" = 'run'
                          and "run_records_6"."step" = ''
                          and "run_records_6"."record_key" = 'main'
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
                                  nullif("run_records_2"."reuse_source_run_id", '') as "run_id"
                                from
                                  "workflow"."run_records" as "run_records_2"
                                where
                                  "run_records_2"."run_id" = "run"."run_id"
                                  and "run_records_2"."record_kind" = 'step'
                                  and "run_records_2"."step" = 'index'
                                  and "run_records_2"."reuse_source_run_id" <> ''
                                union
                                select
                                  next.*
                                from
                                  "reused"
                                  cross join lateral (
                                    select
                                      nullif("run_records_3"."reuse_source_run_id", '') as "run_id"
                                    from
                                      "workflow"."run_records" as "run_records_3"
                                    where
                                      "run_records_3"."run_id" = "reused"."run_id"
                                      and "run_records_3"."record_kind" = 'step'
                                      and "run_records_3"."step" = 'index'
                                      and "run_records_3"."reuse_source_run_id" <> ''
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
                              "documents"."doc_id" as doc_id
                            from
                              (
                                select distinct
                                  "name".path
                                from
                                  "record"
                                  cross join lateral unnest("record"."names") as "name" (path)
                              ) as "name"
                              cross join "ingestion"."documents" as "documents"
                            where
                              regexp_replace(rtrim(lower(replace("documents"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("name"."path", '\', '/')), '/'), '^.*/', '')
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
                                      "documents_2"."doc_id",
                                      "named"."path"
                                    from
                                      "ingestion"."documents" as "documents_2"
                                    where
                                      regexp_replace(rtrim(lower(replace("documents_2"."path", '\', '/')), '/'), '^.*/', '') = regexp_replace(rtrim(lower(replace("named"."path", '\', '/')), '/'), '^.*/', '')
                                    union
                                    select
                                      "documents_3"."doc_id",
                                      "documents_3"."path"
                                    from
                                      "ingestion"."documents" as "documents_3"
                                    where
                                      "named"."evidence" = 'papers_dir'
                                      and rtrim(lower(replace("documents_3"."path", '\', '/')), '/') collate "C" >= rtrim(lower(replace("named"."path", '\', '/')), '/') || '/'
                                      and rtrim(lower(replace("documents_3"."path", '\', '/')), '/') collate "C" < rtrim(lower(replace("named"."path", '\', '/')), '/') || '0'
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
                  true
                order by
                  "citations"."record_id" asc,
                  "citations"."position" asc
                limit
                  5
              )
            select
              json_build_array(
                json_agg("page"."docId"::text),
                json_agg("page"."position"),
                json_agg("page"."page"),
                json_agg("page"."startWord"),
                json_agg("page"."endWord"),
                json_agg("page"."status"::text),
                json_agg("page"."why"::text),
                json_agg("page"."matchedBy"::text),
                json_agg("page"."quote"::text),
                (
                  select
                    json_build_array(
                      json_agg("keys"."docId"::text),
                      json_agg(
                        case
                          when "documents_4"."doc_id" is not null then json_build_array("documents_4"."doc_id"::text)
                        end
                      )
                    )
                  from
                    (
                      select distinct
                        "page"."docId"
                      from
                        "page"
                    ) as "keys"
                    left join "ingestion"."documents" as "documents_4" on "documents_4"."doc_id" = "keys"."docId"
                ),
                json_agg(
                  (
                    select
                      json_build_array(json_agg("page_2"."title"::text))
                    from
                      (
                        select
                          "documents_5"."title" as "title"
                        from
                          "ingestion"."documents" as "documents_5"
                        where
                          "documents_5"."doc_id" = any ("page"."docIds")
                        order by
                          "documents_5"."doc_id" asc
                        limit
                          20
                      ) as "page_2"
                  )
                ),
                json_agg(
                  (
                    select
                      json_build_array(
                        json_agg("page_3"."page"),
                        json_agg("page_3"."start_word"),
                        json_agg("page_3"."end_word"),
                        json_agg("page_3"."edge_overlapWords"),
                        json_agg("page_3"."edge_share")
                      )
                    from
                      (
                        with
                          "step" as materialized (
                            select
                              "vectors_6"."page" as "page",
                              "vectors_6"."start_word" as "start_word",
                              "vectors_6"."end_word" as "end_word",
                              case
                                when coalesce("page"."startWord" <= "page"."endWord", false) then least("vectors_6"."end_word", "page"."endWord") - greatest("vectors_6"."start_word", "page"."startWord") + 1
                              end as "edge_overlapWords",
                              case
                                when coalesce("page"."startWord" <= "page"."endWord", false) then (
                                  least("vectors_6"."end_word", "page"."endWord") - greatest("vectors_6"."start_word", "page"."startWord") + 1
                                )::float8 / ("page"."endWord" - "page"."startWord" + 1)
                              end as "edge_share"
                            from
                              "indexing"."vectors" as "vectors_6"
                            where
                              "vectors_6"."id" = any ("page"."vectorIds")
                            order by
                              "vectors_6"."doc_id" asc,
                              "vectors_6"."start_word" asc,
                              "vectors_6"."id" asc
                            limit
                              5
                          )
                        select
                          *
                        from
                          "step"
                        limit
                          $1::integer
                      ) as "page_3"
                  )
                )
              )
            from
              "page"
          ),
          (
            select
              count(*)
            from
              (
                with recursive
                  "record_2" (id, run_id, anchors, names) as materialized (
                    select
                      "run_records_13"."id",
                      "run_records_13"."run_id",
                      "run_records_13"."payload_json" -> 'citation_anchors',
                      array(
                        select
                          path
                        from
                          (
                            select
                              "run_records_13"."payload_json" ->> 'paper_path'
                            union
                            select
                              case jsonb_typeof(paper)
                                when 'string' then paper #>> '{}'
                                when 'object' then coalesce(paper ->> 'paper_path', paper ->> 'path')
                              end
                            from
                              jsonb_array_elements(
                                case
                                  when jsonb_typeof("run_records_13"."payload_json" -> 'papers') = 'array' then "run_records_13"."payload_json" -> 'papers'
                                end
                              ) as paper
                          ) as named (path)
                        where
                          path <> ''
                      )
                    from
                      "workflow"."run_records" as "run_records_13"
                    where
                      "run_records_13"."record_kind" = 'question'
                      and "run_records_13"."id" = "run_records"."id"
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
                      true
                  ),
                  "run_2" (run_id, papers_dir) as materialized (
                    select
                      answered.run_id,
                      "run_records_12"."papers_dir"
                    from
                      (
                        select distinct
                          run_id
                        from
                          "record_2"
                      ) as answered
                      left join "workflow"."run_records" as "run_records_12" on "run_records_12"."run_id" = answered.run_id
                      and "run_records_12"."record_kind" = 'run'
                      and "run_records_12"."step" = ''
                      and "run_records_12"."record_key" = 'main'
                  ),
                  "build_2" (run_id, id, level) as materialized (
                    select
                      "run_2"."run_id",
                      "pipeline_runs_3"."id",
                      1
                    from
                      "run_2"
                      cross join "indexing"."pipeline_runs" as "pipeline_runs_3"
                    where
                      "pipeline_runs_3"."workflow_run_id" = "run_2"."run_id"
                      and exists (
                        select
                        from
                          "indexing"."vectors" as "vectors_7"
                        where
                          "vectors_7"."pipeline_run_id" = "pipeline_runs_3"."id"
                      )
                    union all
                    select
                      "run_2"."run_id",
                      "pipeline_runs_4"."id",
                      2
                    from
                      "run_2"
                      cross join lateral (
                        with recursive
                          "reused_2" as (
                            select
                              nullif("run_records_8"."reuse_source_run_id", '') as "run_id"
                            from
                              "workflow"."run_records" as "run_records_8"
                            where
                              "run_records_8"."run_id" = "run_2"."run_id"
                              and "run_records_8"."record_kind" = 'step'
                              and "run_records_8"."step" = 'index'
                              and "run_records_8"."reuse_source_run_id" <> ''
                            union
                            select
                              next.*
                            from
                              "reused_2"
                              cross join lateral (
                                select
                                  nullif("run_records_9"."reuse_source_run_id", '') as "run_id"
                                from
                                  "workflow"."run_records" as "run_records_9"
                                where
                                  "run_records_9"."run_id" = "reused_2"."run_id"
                                  and "run_records_9"."record_kind" = 'step'
                                  and "run_records_9"."step" = 'index'
                                  and "run_records_9"."reuse_source_run_id" <> ''
                              ) as next
                          )
                        select
                          "run_id"
                        from
                          "reused_2"
                      ) as "reused_2"
                      cross join "indexing"."pipeline_runs" as "pipeline_runs_4"
                    where
                      "pipeline_runs_4"."workflow_run_id" = "reused_2"."run_id"
                      and exists (
                        select
                        from
                          "indexing"."vectors" as "vectors_8"
                        where
                          "vectors_8"."pipeline_run_id" = "pipeline_runs_4"."id"
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
                                  "file_2" ->> 'path',
                                  'manifest'
                                from
                                  "ingestion"."prep_manifests" as "prep_manifests_2"
                                  cross join lateral jsonb_array_elements(
                                    case
                                      when jsonb_typeof("prep_manifests_2"."payload" -> 'files') = 'array' then "prep_manifests_2"."payload" -> 'files'
                                    end
                                  ) as "file_2"
                                where
                                  "prep_manifests_2"."run_id" = "run_2"."run_id"
                                  and "file_2" ->> 'path' <> ''
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
                          "vectors_9"."id",
                          "vectors_9"."doc_id",
                          "vectors_9"."page",
                          "vectors_9"."start_word",
                          "vectors_9"."end_word"
                        from
                          "indexing"."vectors" as "vectors_9"
                        where
                          "vectors_9"."pipeline_run_id" = "build_2"."id"
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
                          "vectors_10"."id",
                          "vectors_10"."doc_id",
                          "vectors_10"."page",
                          "vectors_10"."start_word",
                          "vectors_10"."end_word"
                        from
                          "indexing"."vectors" as "vectors_10"
                        where
                          "vectors_10"."doc_id" = "paper_2"."doc_id"
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
              true
          )
        )
      )
    from
      "workflow"."run_records" as "run_records"
    where
      "run_records"."run_id" = "key"."runId"
      and "run_records"."record_kind" = "key"."recordKind"
      and "run_records"."step" = "key"."step"
      and "run_records"."record_key" = "key"."recordKey"
    order by
      "run_records"."id"
    limit
      1
  )::text as answer
from
  (
    select
      $2::text as "runId",
      $3::text as "recordKind",
      $4::text as "step",
      $5::text as "recordKey",
      1 as n
    limit
      1
  ) as "key"
