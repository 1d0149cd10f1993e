import { sql } from 'kysely';
import { and, millisecondsBetween, type RowAlias, type Sql } from '../../database/sql.ts';
import { columnsByField, derivedColumn } from '../../database/tables.ts';
import type { Row } from '../../execution/row.ts';
import { present } from '../../lineage/computed.ts';
import { PIPELINE_STEPS } from '../../lineage/edges/workflow.ts';
import { fromList, fromRows } from '../../lineage/fields/from-rows.ts';
import { leadsTo } from '../../lineage/joined.ts';
import type { Relation } from '../../lineage/relation.ts';
import { type RowType, rowNamed, rowOf } from '../../lineage/row-type.ts';
import type { Sources } from '../../lineage/source.ts';
import { builder } from '../../schema/builder.ts';
import { columnFields } from '../column-fields.ts';
import { IN_ORDER, placeOf, RUN_COLUMNS } from './run-places.ts';

const COMPARED_STEP: RowType = {
  name: 'ComparedStep',
  columns: columnsByField([
    derivedColumn('step', 'String', { nullable: false, description: 'The step.' }),
    derivedColumn('place', 'Int'),
    derivedColumn('isDifferent', 'Boolean', {
      name: 'is_different',
      nullable: false,
      description: 'Whether its status differs between the runs, or one of them has no record of it.',
    }),
    derivedColumn('knownIds', 'String', { name: 'known_ids' }),
  ]),
  key: ['step'],
  defaultOrder: [],
};

const STEP_OF_RUN: RowType = {
  name: 'ComparedStepRun',
  columns: columnsByField([
    ...RUN_COLUMNS,
    derivedColumn('recordId', 'BigInt'),
    derivedColumn('status', 'String', { description: 'Its status.' }),
    derivedColumn('durationMs', 'Float', {
      description:
        'Milliseconds from its startedAt to its finishedAt; null when one of both is missing or infinite.',
    }),
  ]),
  key: ['recordId'],
  defaultOrder: [],
};

function stepsOf(sources: Sources, runIds: Sql) {
  const { from, row, where } = sources.table('RunRecord');
  const which = [sql`${row.column('runId')} = any(${runIds})`, sql`${row.column('recordKind')} = 'step'`];
  return { from, row, where: [...which, ...where] };
}

export const STEPS: Relation = {
  name: 'RunComparison.steps',
  to: COMPARED_STEP,
  as: 'list',
  startsAt: ['knownIds', 'onlyDifferent'],
  description: '',
  reads: ['RunRecord'],
  orderBy: IN_ORDER,
  cost: () => ({ base: 5, rows: 8 }),
  source: (sources, comparison) => {
    const alias = sources.alias('steps');
    const known = comparison.column('knownIds');
    const { from, row, where } = stepsOf(sources, known);
    const step = row.column('step');
    const names = sql`array[${sql.join(PIPELINE_STEPS.map((name) => sql.lit(name)))}]`;
    const isDifferent = sql`count(distinct ${row.column('runId')}) < cardinality(${known}) or count(distinct coalesce(${row.column('status')}, '')) > 1`;
    return {
      from: sql`(select ${step} as step, array_position(${names}, ${step}) as place, ${isDifferent} as is_different from ${from} where ${and(where)} group by ${step}) as ${sql.ref(alias)}`,
      where: [sql`(${sql.ref(`${alias}.is_different`)} or not ${comparison.column('onlyDifferent')})`],
      row: rowOf(COMPARED_STEP, (field) =>
        field === 'knownIds' ? known : rowNamed(COMPARED_STEP, alias).column(field),
      ),
    };
  },
};

const RUNS_OF_STEP: Relation = {
  name: 'ComparedStep.runs',
  to: STEP_OF_RUN,
  as: 'list',
  startsAt: ['step', 'knownIds'],
  description: '',
  reads: ['RunRecord'],
  orderBy: IN_ORDER,
  cost: () => ({ base: 0, rows: 4 }),
  source: (sources, compared) => {
    const known = compared.column('knownIds');
    const { from, row, where } = stepsOf(sources, known);
    const values: Readonly<Record<string, () => Sql>> = {
      runId: () => row.column('runId'),
      place: () => placeOf(known, row.column('runId')),
      recordId: () => row.column('rowId'),
      status: () => row.column('status'),
      durationMs: () => durationOf(sources, row),
    };
    return {
      from,
      where: [sql`${row.column('step')} = ${compared.column('step')}`, ...where],
      row: rowOf(STEP_OF_RUN, (field) => values[field]?.() ?? sql`null`),
    };
  },
};

function durationOf(sources: Sources, row: RowAlias): Sql {
  const [started, finished] = present(sources, 'RunRecord', row, ['startedAt', 'finishedAt']);
  return started && finished ? millisecondsBetween(started, finished) : sql`null::float8`;
}

const ComparedStepRun = builder.objectRef<Row>('ComparedStepRun').implement({
  description: 'A step of one of the compared runs.',
});
columnFields(ComparedStepRun, STEP_OF_RUN, ['place', 'recordId']);
builder.objectField(ComparedStepRun, 'record', (t) =>
  t.field({
    type: 'RunRecord',
    description: 'The record of the step.',
    ...fromRows(leadsTo(STEP_OF_RUN.name, 'record', 'RunRecord', { rowId: 'recordId' })),
  }),
);

export const ComparedStep = builder.objectRef<Row>('ComparedStep').implement({
  description: 'A step of the compared runs.',
});
columnFields(ComparedStep, COMPARED_STEP, ['place', 'knownIds']);
builder.objectField(ComparedStep, 'runs', (t) =>
  t.field({
    type: [ComparedStepRun],
    description: 'The runs that have it, in the order of runIds.',
    ...fromList(RUNS_OF_STEP),
  }),
);
