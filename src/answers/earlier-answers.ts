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
import type { Source, Sources } from '../lineage/source.ts';
import { walked } from '../lineage/walked.ts';
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
      from: sql`${own.from} cross join lateral (${relatedRuns(sources, record)}) as ${former}(run_id) cross join ${other.from}`,
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

/** The parent of a run: `runId` of the row that is given. */
function parentOf(sources: Sources, run: RowAlias): Source {
  const { from, row, where } = sources.table('RunRecord');
  const parent = row.column('parentRunId');
  const own = sql`${row.column('runId')} = ${run.column('runId')}`;
  return {
    from,
    where: [own, sql`${parent} <> ''`, ...isHeader(row), ...where],
    row: { column: () => parent },
  };
}

function childrenOf(sources: Sources, run: RowAlias): Source {
  const { from, row, where } = sources.table('RunRecord');
  const runId = run.column('runId');
  const own = sql`${row.column('parentRunId')} = ${runId}`;
  return { from, where: [own, sql`${runId} <> ''`, ...areHeaders(row), ...where], row };
}

/** The runs of the family of a run, whatever way they are related, and those of its workstream. */
function relatedRuns(sources: Sources, run: RowAlias): Sql {
  const edges = [parentOf, childrenOf].map((edge) => (of: RowAlias) => edge(sources, of));
  const family = walked(sources, 'family', edges, { from: { row: run }, fields: ['runId'] });
  const own = sources.table('RunRecord');
  const other = sources.table('RunRecord');
  const workstream = own.row.column('workstreamId');
  const sameWorkstream = sql`select ${other.row.column('runId')} from ${own.from} cross join ${other.from} where ${and(
    [
      sql`${own.row.column('runId')} = ${run.column('runId')}`,
      sql`${workstream} <> ''`,
      ...isHeader(own.row),
      ...own.where,
      sql`${other.row.column('workstreamId')} = ${workstream}`,
      ...areHeaders(other.row),
      ...other.where,
    ],
  )}`;
  return sql`select ${family.row.column('runId')} from ${family.from} union ${sameWorkstream}`;
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
