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
            json_agg("page"."status"::text),
            json_agg(
              json_build_array(
                (
                  select
                    json_build_array(json_agg("page_2"."run_id"::text), json_agg("page_2"."status"::text))
                  from
                    (
                      select
                        "run_records_6"."run_id" as "run_id",
                        "run_records_6"."status" as "status"
                      from
                        (
                          "workflow"."run_records" as "run_records_4"
                          left join "workflow"."run_records" as "run_records_5" on "run_records_5"."run_id" = "run_records_4"."run_id"
                          and "run_records_5"."record_kind" = 'run'
                          and "run_records_5"."step" = ''
                          and "run_records_5"."record_key" = 'main'
                        )
                        cross join lateral (
                          select
                            "family"."run_id"
                          from
                            (
                              with recursive
                                "family" as (
                                  select
                                    "page"."run_id" as "run_id"
                                  union
                                  select
                                    next.*
                                  from
                                    "family"
                                    cross join lateral (
                                      select
                                        "step"."run_id" as "run_id"
                                      from
                                        (
                                          select
                                            "run_records_8"."parent_run_id" as "run_id"
                                          from
                                            "workflow"."run_records" as "run_records_8"
                                          where
                                            "run_records_8"."run_id" = "family"."run_id"
                                            and "run_records_8"."parent_run_id" <> ''
                                            and "run_records_8"."record_kind" = 'run'
                                            and "run_records_8"."step" = ''
                                            and "run_records_8"."record_key" = 'main'
                                          union all
                                          select
                                            "run_records_9"."run_id" as "run_id"
                                          from
                                            "workflow"."run_records" as "run_records_9"
                                          where
                                            "run_records_9"."parent_run_id" = "family"."run_id"
                                            and "family"."run_id" <> ''
                                            and "run_records_9"."record_kind" = 'run'
                                            and case
                                              when "run_records_9"."record_kind" = 'run' then "run_records_9"."step" = ''
                                              and "run_records_9"."record_key" = 'main'
                                            end
                                        ) as "step"
                                      where
                                        true
                                    ) as next
                                )
                              select
                                "run_id"
                              from
                                "family"
                            ) as "family"
                          union
                          select
                            "run_records_11"."run_id"
                          from
                            "workflow"."run_records" as "run_records_10"
                            cross join "workflow"."run_records" as "run_records_11"
                          where
                            "run_records_10"."run_id" = "page"."run_id"
                            and "run_records_10"."workstream_id" <> ''
                            and "run_records_10"."record_kind" = 'run'
                            and "run_records_10"."step" = ''
                            and "run_records_10"."record_key" = 'main'
                            and "run_records_11"."workstream_id" = "run_records_10"."workstream_id"
                            and "run_records_11"."record_kind" = 'run'
                            and case
                              when "run_records_11"."record_kind" = 'run' then "run_records_11"."step" = ''
                              and "run_records_11"."record_key" = 'main'
                            end
                        ) as "former" (run_id)
                        cross join (
                          "workflow"."run_records" as "run_records_6"
                          left join "workflow"."run_records" as "run_records_7" on "run_records_7"."run_id" = "run_records_6"."run_id"
                          and "run_records_7"."record_kind" = 'run'
                          and "run_records_7"."step" = ''
                          and "run_records_7"."record_key" = 'main'
                        )
                      where
                        "run_records_4"."id" = "page"."id"
                        and "run_records_4"."record_kind" = 'question'
                        and "run_records_6"."run_id" = "former".run_id
                        and "run_records_6"."run_id" <> "run_records_4"."run_id"
                        and "run_records_6"."record_kind" = 'question'
                        and coalesce("run_records_6"."question_id", "run_records_6"."record_key") = coalesce("run_records_4"."question_id", "run_records_4"."record_key")
                        and (
                          coalesce(nullif("run_records_4"."question", ''), "run_records_4"."payload_json" ->> 'question') = coalesce(nullif("run_records_6"."question", ''), "run_records_6"."payload_json" ->> 'question')
                          or (
                            btrim(
                              regexp_replace(
                                regexp_replace(
                                  lower(
                                    coalesce(nullif("run_records_4"."question", ''), "run_records_4"."payload_json" ->> 'question')
                                  ),
                                  '[^a-z0-9[:space:]]+',
                                  ' ',
                                  'g'
                                ),
                                '[[:space:]]+',
                                ' ',
                                'g'
                              )
                            ) = btrim(
                              regexp_replace(
                                regexp_replace(
                                  lower(
                                    coalesce(nullif("run_records_6"."question", ''), "run_records_6"."payload_json" ->> 'question')
                                  ),
                                  '[^a-z0-9[:space:]]+',
                                  ' ',
                                  'g'
                                ),
                                '[[:space:]]+',
                                ' ',
                                'g'
                              )
                            )
                            and btrim(
                              regexp_replace(
                                regexp_replace(
                                  lower(
                                    coalesce(nullif("run_records_4"."question", ''), "run_records_4"."payload_json" ->> 'question')
                                  ),
                                  '[^a-z0-9[:space:]]+',
                                  ' ',
                                  'g'
                                ),
                                '[[:space:]]+',
                                ' ',
                                'g'
                              )
                            ) <> ''
                          )
                        )
                        and coalesce(
                          "run_records_7"."started_at",
                          "run_records_7"."finished_at",
                          "run_records_7"."created_at",
                          "run_records_6"."created_at"
                        ) < coalesce(
                          "run_records_5"."started_at",
                          "run_records_5"."finished_at",
                          "run_records_5"."created_at",
                          "run_records_4"."created_at"
                        )
                      order by
                        coalesce(
                          "run_records_7"."started_at",
                          "run_records_7"."finished_at",
                          "run_records_7"."created_at",
                          "run_records_6"."created_at"
                        ) desc,
                        "run_records_6"."id" desc
                      limit
                        20
                    ) as "page_2"
                ),
                (
                  select
                    count(*)
                  from
                    (
                      "workflow"."run_records" as "run_records_12"
                      left join "workflow"."run_records" as "run_records_13" on "run_records_13"."run_id" = "run_records_12"."run_id"
                      and "run_records_13"."record_kind" = 'run'
                      and "run_records_13"."step" = ''
                      and "run_records_13"."record_key" = 'main'
                    )
                    cross join lateral (
                      select
                        "family_2"."run_id"
                      from
                        (
                          with recursive
                            "family_2" as (
                              select
                                "page"."run_id" as "run_id"
                              union
                              select
                                next.*
                              from
                                "family_2"
                                cross join lateral (
                                  select
                                    "step_2"."run_id" as "run_id"
                                  from
                                    (
                                      select
                                        "run_records_16"."parent_run_id" as "run_id"
                                      from
                                        "workflow"."run_records" as "run_records_16"
                                      where
                                        "run_records_16"."run_id" = "family_2"."run_id"
                                        and "run_records_16"."parent_run_id" <> ''
                                        and "run_records_16"."record_kind" = 'run'
                                        and "run_records_16"."step" = ''
                                        and "run_records_16"."record_key" = 'main'
                                      union all
                                      select
                                        "run_records_17"."run_id" as "run_id"
                                      from
                                        "workflow"."run_records" as "run_records_17"
                                      where
                                        "run_records_17"."parent_run_id" = "family_2"."run_id"
                                        and "family_2"."run_id" <> ''
                                        and "run_records_17"."record_kind" = 'run'
                                        and case
                                          when "run_records_17"."record_kind" = 'run' then "run_records_17"."step" = ''
                                          and "run_records_17"."record_key" = 'main'
                                        end
                                    ) as "step_2"
                                  where
                                    true
                                ) as next
                            )
                          select
                            "run_id"
                          from
                            "family_2"
                        ) as "family_2"
                      union
                      select
                        "run_records_19"."run_id"
                      from
                        "workflow"."run_records" as "run_records_18"
                        cross join "workflow"."run_records" as "run_records_19"
                      where
                        "run_records_18"."run_id" = "page"."run_id"
                        and "run_records_18"."workstream_id" <> ''
                        and "run_records_18"."record_kind" = 'run'
                        and "run_records_18"."step" = ''
                        and "run_records_18"."record_key" = 'main'
                        and "run_records_19"."workstream_id" = "run_records_18"."workstream_id"
                        and "run_records_19"."record_kind" = 'run'
                        and case
                          when "run_records_19"."record_kind" = 'run' then "run_records_19"."step" = ''
                          and "run_records_19"."record_key" = 'main'
                        end
                    ) as "former_2" (run_id)
                    cross join (
                      "workflow"."run_records" as "run_records_14"
                      left join "workflow"."run_records" as "run_records_15" on "run_records_15"."run_id" = "run_records_14"."run_id"
                      and "run_records_15"."record_kind" = 'run'
                      and "run_records_15"."step" = ''
                      and "run_records_15"."record_key" = 'main'
                    )
                  where
                    "run_records_12"."id" = "page"."id"
                    and "run_records_12"."record_kind" = 'question'
                    and "run_records_14"."run_id" = "former_2".run_id
                    and "run_records_14"."run_id" <> "run_records_12"."run_id"
                    and "run_records_14"."record_kind" = 'question'
                    and coalesce("run_records_14"."question_id", "run_records_14"."record_key") = coalesce("run_records_12"."question_id", "run_records_12"."record_key")
                    and (
                      coalesce(nullif("run_records_12"."question", ''), "run_records_12"."payload_json" ->> 'question') = coalesce(nullif("run_records_14"."question", ''), "run_records_14"."payload_json" ->> 'question')
                      or (
                        btrim(
                          regexp_replace(
                            regexp_replace(
                              lower(
                                coalesce(nullif("run_records_12"."question", ''), "run_records_12"."payload_json" ->> 'question')
                              ),
                              '[^a-z0-9[:space:]]+',
                              ' ',
                              'g'
                            ),
                            '[[:space:]]+',
                            ' ',
                            'g'
                          )
                        ) = btrim(
                          regexp_replace(
                            regexp_replace(
                              lower(
                                coalesce(nullif("run_records_14"."question", ''), "run_records_14"."payload_json" ->> 'question')
                              ),
                              '[^a-z0-9[:space:]]+',
                              ' ',
                              'g'
                            ),
                            '[[:space:]]+',
                            ' ',
                            'g'
                          )
                        )
                        and btrim(
                          regexp_replace(
                            regexp_replace(
                              lower(
                                coalesce(nullif("run_records_12"."question", ''), "run_records_12"."payload_json" ->> 'question')
                              ),
                              '[^a-z0-9[:space:]]+',
                              ' ',
                              'g'
                            ),
                            '[[:space:]]+',
                            ' ',
                            'g'
                          )
                        ) <> ''
                      )
                    )
                    and coalesce(
                      "run_records_15"."started_at",
                      "run_records_15"."finished_at",
                      "run_records_15"."created_at",
                      "run_records_14"."created_at"
                    ) < coalesce(
                      "run_records_13"."started_at",
                      "run_records_13"."finished_at",
                      "run_records_13"."created_at",
                      "run_records_12"."created_at"
                    )
                )
              )
            )
          )
        from
          (
            select
              "run_records_3"."status" as "status",
              "run_records_3"."id" as "id",
              "run_records_3"."run_id" as "run_id"
            from
              "workflow"."run_records" as "run_records_3"
            where
              "run_records_3"."run_id" = "key"."runId"
              and "run_records_3"."question_id" = $1::text
            order by
              "run_records_3"."id" asc
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
