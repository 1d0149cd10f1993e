import { sql } from 'kysely';
import { and } from '../../database/sql.ts';
import { columnsByField, derivedColumn } from '../../database/tables.ts';
import { type Row, textIn, textsIn } from '../../execution/row.ts';
import { fromRows } from '../../lineage/fields/from-rows.ts';
import { REDACTED_PART } from '../../lineage/fields/redacted-fields.ts';
import { leadsTo } from '../../lineage/joined.ts';
import { needs } from '../../lineage/need.ts';
import { fileName } from '../../lineage/paper-path.ts';
import { papersOf } from '../../lineage/paper-ties.ts';
import type { Relation } from '../../lineage/relation.ts';
import { type RowType, rowNamed, rowOf, rowsWithIds } from '../../lineage/row-type.ts';
import { WORKFLOW_RUN } from '../../lineage/runs.ts';
import { builder } from '../../schema/builder.ts';
import { columnFields } from '../column-fields.ts';

const COMPARED_PAPER: RowType = {
  name: 'ComparedPaper',
  columns: columnsByField([
    derivedColumn('paperKey', 'String', { name: 'paper_key' }),
    derivedColumn('docId', 'String', { name: 'doc_id' }),
    derivedColumn('path', 'String', { nullable: false }),
    derivedColumn('isDifferent', 'Boolean', {
      name: 'is_different',
      nullable: false,
      description: 'Whether at least one of the runs did not read it.',
    }),
    derivedColumn('readBy', 'Json', { name: 'read_by' }),
    derivedColumn('notReadBy', 'Json', { name: 'not_read_by' }),
  ]),
  key: ['paperKey'],
  defaultOrder: [],
};

export const PAPERS: Relation = {
  name: 'RunComparison.papers',
  to: COMPARED_PAPER,
  as: 'list',
  startsAt: ['knownIds', 'onlyDifferent'],
  description: '',
  reads: ['Document', 'PipelineRun', 'Vector', 'RunRecord'],
  subqueries: 8,
  cost: () => ({ base: 20, rows: 20 }),
  source: (sources, comparison) => {
    const known = comparison.column('knownIds');
    const { from, where, row } = rowsWithIds(WORKFLOW_RUN, sources, sql`select unnest(${known})`);
    const runId = row.column('runId');
    const paper = sql.ref(sources.alias('paper'));
    const alias = sources.alias('papers');
    const readBy = sql`array_agg(${runId} order by array_position(${known}, ${runId}))`;
    return {
      from: sql`(select found.*, cardinality(read_by) < cardinality(${known}) as is_different,
          array(select id from unnest(${known}) with ordinality as one(id, place) where id <> all(read_by) order by place) as not_read_by from
        (select coalesce(${paper}.doc_id, 'missing ' || md5(${fileName(sql`${paper}.path`)})) as paper_key, ${paper}.doc_id, min(${paper}.path) as path, ${readBy} as read_by
          from ${from} cross join lateral ${papersOf(sources, row)} as ${paper} where ${and(where)} group by 1, 2) as found) as ${sql.ref(alias)}`,
      where: [sql`(${sql.ref(`${alias}.is_different`)} or not ${comparison.column('onlyDifferent')})`],
      row: rowOf(COMPARED_PAPER, (field) => {
        const column = rowNamed(COMPARED_PAPER, alias).column(field);
        return field === 'readBy' || field === 'notReadBy' ? sql`to_json(${column})` : column;
      }),
    };
  },
};

export const ComparedPaper = builder.objectRef<Row>('ComparedPaper').implement({
  description: 'A paper that at least one of the compared runs read, by the ties of WorkflowRun.papers.',
});
columnFields(ComparedPaper, COMPARED_PAPER, ['paperKey', 'docId', 'path', 'readBy', 'notReadBy']);
builder.objectFields(ComparedPaper, (t) => ({
  path: t.string({
    description: `The path of the paper, as one of the runs names it. ${REDACTED_PART.says}`,
    extensions: needs({ kind: 'value', fields: ['path'] }),
    resolve: (row) => String(REDACTED_PART.given(textIn(row, 'path'))),
  }),
  document: t.field({
    type: 'Document',
    description: 'The paper; null where no document has the path.',
    ...fromRows(leadsTo(COMPARED_PAPER.name, 'document', 'Document', { docId: 'docId' })),
  }),
  readBy: t.stringList({
    description: 'The runs that read it, in the order of runIds.',
    extensions: needs({ kind: 'value', fields: ['readBy'] }),
    resolve: (row) => textsIn(row, 'readBy'),
  }),
  notReadBy: t.stringList({
    description: 'The runs that did not.',
    extensions: needs({ kind: 'value', fields: ['notReadBy'] }),
    resolve: (row) => textsIn(row, 'notReadBy'),
  }),
}));
