import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionType } from '../connection/connection-type.ts';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { questionIdOf } from '../lineage/citations.ts';
import { present } from '../lineage/computed.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { areHeaders, isHeader } from '../lineage/header.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowOf, tableRows } from '../lineage/row-type.ts';
import type { Sources } from '../lineage/source.ts';
import { builder } from '../schema/builder.ts';

const RECORDS = tableRows('RunRecord');

/** A record with the time of its run, which no column of it holds: a backfill stores all records at once. */
const ANSWER: RowType = {
  name: RECORDS.name,
  columns: columnsByField([
    ...RECORDS.columns.values(),
    derivedColumn('askedAt', 'DateTime', { name: 'asked_at', nullable: false }),
  ]),
  key: RECORDS.key,
  defaultOrder: [{ field: 'askedAt', descending: true }],
};

const RELATION: Relation = {
  name: 'RunRecord.earlierAnswers',
  to: ANSWER,
  as: 'connection',
  startsAt: ['rowId', 'runId'],
  description: '',
  reads: ['RunRecord', 'RunRecord.question'],
  subqueries: 5,
  cost: () => ({ base: 5, rows: 0 }),
  source: (sources, record) => {
    const own = withHeader(sources);
    const other = withHeader(sources);
    const former = sql.ref(sources.alias('former'));
    return {
      from: sql`${own.from} cross join lateral (${relatedRuns(sources, record.column('runId'))}) as ${former}(run_id) cross join ${other.from}`,
      where: [
        sql`${own.row.column('rowId')} = ${record.column('rowId')}`,
        ...own.where,
        sql`${other.row.column('runId')} = ${former}.run_id`,
        sql`${other.row.column('runId')} <> ${own.row.column('runId')}`,
        ...other.where,
        sql`${questionIdOf(other.row)} = ${questionIdOf(own.row)}`,
        isSameText(textOf(own.row), textOf(other.row)),
        sql`${other.askedAt} < ${own.askedAt}`,
      ],
      row: rowOf(ANSWER, (field) => (field === 'askedAt' ? other.askedAt : other.row.column(field))),
    };
  },
};

/** The questions, each with the header of its run. */
function withHeader(sources: Sources) {
  const { from, row, where } = sources.table('RunRecord');
  const header = sources.table('RunRecord');
  const on = [
    sql`${header.row.column('runId')} = ${row.column('runId')}`,
    ...isHeader(header.row),
    ...header.where,
  ];
  const times = present(sources, 'RunRecord', header.row, ['startedAt', 'finishedAt', 'createdAt']);
  return {
    from: sql`(${from} left join ${header.from} on ${and(on)})`,
    row,
    where: [sql`${row.column('recordKind')} = 'question'`, ...where],
    askedAt: sql`coalesce(${sql.join([...times, row.column('createdAt')])})`,
  };
}

const textOf = (row: RowAlias): Sql =>
  sql`coalesce(nullif(${row.column('question')}, ''), ${row.column('payloadJson')} ->> 'question')`;

/** The form in which Ragonometrics itself compares questions. */
const normalized = (text: Sql): Sql =>
  sql`btrim(regexp_replace(regexp_replace(lower(${text}), '[^a-z0-9[:space:]]+', ' ', 'g'), '[[:space:]]+', ' ', 'g'))`;

const isSameText = (one: Sql, other: Sql): Sql =>
  sql`(${one} = ${other} or (${normalized(one)} = ${normalized(other)} and ${normalized(one)} <> ''))`;

/** The runs of the family of a run, whatever way they are related, and those of its workstream. UNION ends circles. */
function relatedRuns(sources: Sources, runId: Sql): Sql {
  const family = sources.alias('family');
  const at = sql.ref(`${family}.run_id`);
  const next = sql.ref(sources.alias('relative'));
  const up = sources.table('RunRecord');
  const down = sources.table('RunRecord');
  const parent = sql`select ${up.row.column('parentRunId')} from ${up.from} where ${and([
    sql`${up.row.column('runId')} = ${at}`,
    sql`${up.row.column('parentRunId')} <> ''`,
    ...isHeader(up.row),
    ...up.where,
  ])}`;
  const children = sql`select ${down.row.column('runId')} from ${down.from} where ${and([
    sql`${down.row.column('parentRunId')} = ${at}`,
    sql`${at} <> ''`,
    ...areHeaders(down.row),
    ...down.where,
  ])}`;
  const relatives = sql`with recursive ${sql.ref(family)}(run_id) as (select ${runId} union
    select ${next}.run_id from ${sql.ref(family)} cross join lateral (${parent} union all ${children}) as ${next}(run_id))
    select run_id from ${sql.ref(family)}`;
  const own = sources.table('RunRecord');
  const other = sources.table('RunRecord');
  const workstream = own.row.column('workstreamId');
  const sameWorkstream = sql`select ${other.row.column('runId')} from ${own.from} cross join ${other.from} where ${and(
    [
      sql`${own.row.column('runId')} = ${runId}`,
      sql`${workstream} <> ''`,
      ...isHeader(own.row),
      ...own.where,
      sql`${other.row.column('workstreamId')} = ${workstream}`,
      ...areHeaders(other.row),
      ...other.where,
    ],
  )}`;
  return sql`(${relatives}) union ${sameWorkstream}`;
}

builder.objectField('RunRecord', 'earlierAnswers', (t) =>
  t.field({
    type: connectionType('RunRecord'),
    description:
      'Of a question, the records of the same question in former runs of its family (by parentRunId, in any direction) or its workstream, newest first: of the same id and the same text, without regard to case, punctuation and spaces. Former is a run that began before this one. Empty for other records. Table workflow.run_records.',
    args: connectionArguments(listed(RECORDS)),
    ...fromRows(RELATION),
  }),
);
