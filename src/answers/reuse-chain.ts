import { sql } from 'kysely';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import type { Row } from '../execution/row.ts';
import { fromList, fromRows } from '../lineage/fields/from-rows.ts';
import { leadsTo } from '../lineage/joined.ts';
import type { Relation } from '../lineage/relation.ts';
import { chainsOf, MAX_LINKS } from '../lineage/reuse-chain.ts';
import { type RowType, rowNamed } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { columnFields } from './column-fields.ts';

const REUSE_LINK: RowType = {
  name: 'ReuseLink',
  columns: columnsByField([
    derivedColumn('distance', 'Int', {
      nullable: false,
      description:
        'How often the result was taken over on the way: 1 for the run named by the record itself.',
    }),
    derivedColumn('runId', 'String', {
      name: 'run_id',
      nullable: false,
      description:
        'The id of the run from which the result was taken, also where nothing else is known of it.',
    }),
    derivedColumn('recordId', 'BigInt', { name: 'record_id' }),
    derivedColumn('isCycle', 'Boolean', {
      name: 'is_cycle',
      nullable: false,
      description: 'The chain comes back here to a record that it started from or passed, and ends.',
    }),
  ]),
  key: ['distance'],
  defaultOrder: [],
};

const RELATION: Relation = {
  name: 'RunRecord.reuseChain',
  to: REUSE_LINK,
  as: 'list',
  startsAt: ['rowId'],
  description: '',
  reads: ['RunRecord'],
  orderBy: [{ field: 'distance' }],
  subqueries: 2,
  source: (sources, record) => {
    const alias = sources.alias('reuse_chain');
    const chains = chainsOf(sources, (start) => [sql`${start.column('rowId')} = ${record.column('rowId')}`]);
    return {
      from: sql`${chains} as ${sql.ref(alias)}`,
      where: [sql`${sql.ref(`${alias}.distance`)} > 0`],
      row: rowNamed(REUSE_LINK, alias),
    };
  },
};

const ReuseLink = builder.objectRef<Row>('ReuseLink').implement({
  description: 'A run, and its record, from which a result was taken over. Table workflow.run_records.',
});

columnFields(ReuseLink, REUSE_LINK, ['recordId']);
builder.objectFields(ReuseLink, (t) => ({
  run: t.field({
    type: 'WorkflowRun',
    description: 'The run; null where nothing else is known of it.',
    ...fromRows(leadsTo(REUSE_LINK.name, 'run', 'WorkflowRun', { runId: 'runId' })),
  }),
  record: t.field({
    type: 'RunRecord',
    description:
      'Its record: of the same kind and step, with the key reuseSourceRecordKey, else with the same key. Null where the run has none; the chain ends there.',
    ...fromRows(leadsTo(REUSE_LINK.name, 'record', 'RunRecord', { rowId: 'recordId' })),
  }),
}));

builder.objectField('RunRecord', 'reuseChain', (t) =>
  t.field({
    type: [ReuseLink],
    description: `Where the result of this record comes from: the record that it took over (reusedFromRunId), and on, nearest first, at most ${MAX_LINKS} links. The last one is where the work was done, unless it has no record or isCycle. Empty where the work was done here.`,
    ...fromList(RELATION),
  }),
);
