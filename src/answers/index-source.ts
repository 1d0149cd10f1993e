import { sql } from 'kysely';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { type Row, textIn } from '../execution/row.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { indexSourceOf } from '../lineage/index-source.ts';
import { leadsTo } from '../lineage/joined.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowNamed } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { IndexSourceState } from '../schema/closed-sets.ts';
import { columnFields } from './column-fields.ts';

const INDEX_SOURCE: RowType = {
  name: 'IndexSource',
  columns: columnsByField([
    derivedColumn('state', 'String', { nullable: false }),
    derivedColumn('runId', 'String', {
      name: 'run_id',
      nullable: false,
      description:
        'The id at the end of the chain, also where nothing else is known of that run. The run itself for BUILT_HERE and ABSENT; for CYCLE the run to which the chain comes back.',
    }),
    derivedColumn('distance', 'Int', {
      nullable: false,
      description: 'How often the index was taken over on the way: 0 for the run itself.',
    }),
    derivedColumn('buildCount', 'Int', {
      name: 'builds',
      nullable: false,
      description:
        'How many index builds of that run have a row (table indexing.pipeline_runs); 0 where they are lost.',
    }),
    derivedColumn('foundRunId', 'String', { name: 'found_run_id' }),
  ]),
  key: ['state'],
  defaultOrder: [],
};

const RELATION: Relation = {
  name: 'WorkflowRun.indexSource',
  to: INDEX_SOURCE,
  as: 'one',
  startsAt: ['runId'],
  description: '',
  reads: ['RunRecord', 'PipelineRun'],
  subqueries: 4,
  source: (sources, run) => {
    const alias = sources.alias('index_source');
    return {
      from: sql`${indexSourceOf(sources, run.column('runId'))} as ${sql.ref(alias)}`,
      where: [],
      row: rowNamed(INDEX_SOURCE, alias),
    };
  },
};

const IndexSource = builder.objectRef<Row>('IndexSource').implement({
  description:
    'Where the index that a run searched was built. Tables workflow.run_records, indexing.pipeline_runs.',
});

columnFields(IndexSource, INDEX_SOURCE, ['state', 'foundRunId']);
builder.objectFields(IndexSource, (t) => ({
  state: t.field({
    type: IndexSourceState,
    description: 'How the chain of runs that took over the index from one another ends.',
    extensions: needs({ kind: 'value', fields: ['state'] }),
    resolve: (row) => String(textIn(row, 'state')),
  }),
  run: t.field({
    type: 'WorkflowRun',
    description: 'The run at the end of the chain, for BUILT_HERE and REUSED; null for all others.',
    ...fromRows(leadsTo(INDEX_SOURCE.name, 'run', 'WorkflowRun', { runId: 'foundRunId' })),
  }),
}));

builder.objectField('WorkflowRun', 'indexSource', (t) =>
  t.field({
    type: IndexSource,
    description:
      'Which run built the index that this one searched: itself, or by reuseSourceRunId of its step index, again and again, another one. A chain ends at the first run with an index build, or at one that took over no index.',
    ...fromRows(RELATION),
  }),
);
