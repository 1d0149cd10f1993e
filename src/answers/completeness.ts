import { sql } from 'kysely';
import type { Column } from '../database/tables.ts';
import { forbidden, LineageError } from '../errors.ts';
import { listAt, type Row, rowAt } from '../execution/row.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowOf } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { RunPart, RunPartState } from '../schema/closed-sets.ts';
import { PART_COLUMNS, partsOfRun } from './completeness-rows.ts';

const column = (field: string, name: string, kind: Column['kind'] = 'String'): readonly [string, Column] => [
  field,
  { field, name, kind, nullable: true },
];

const COMPLETENESS: RowType = {
  name: 'RunCompleteness',
  columns: new Map([column('runId', 'run_id'), column('isPartial', 'is_partial', 'Boolean')]),
  key: ['runId'],
  defaultOrder: [],
};

const PART: RowType = {
  name: 'RunCompletenessPart',
  columns: new Map([
    column('place', 'place', 'Int'),
    column('part', 'part'),
    column('step', 'step'),
    column('state', 'state'),
    column('table', 'table_name'),
    column('rows', 'rows', 'Float'),
    column('firstAt', 'first_at', 'DateTime'),
    column('lastAt', 'last_at', 'DateTime'),
    column('why', 'why'),
    column('lack', 'lack'),
  ]),
  key: ['place'],
  defaultOrder: [],
};

const READS = ['RunRecord', 'PrepManifest', 'PipelineRun', 'Vector', 'RetrievalEvent', 'TokenUsage'] as const;
/** It reads the rows of the run in each table. */
const COST = { base: 20, rows: 1 };

const WHETHER: Relation = {
  name: 'WorkflowRun.completeness',
  to: COMPLETENESS,
  as: 'one',
  startsAt: ['runId'],
  description: '',
  reads: READS,
  subqueries: 20,
  cost: () => COST,
  source: (sources, run) => {
    const alias = sources.alias('completeness');
    const id = sql.ref(`${alias}.run_id`);
    return {
      from: sql`(select ${run.column('runId')} as run_id) as ${sql.ref(alias)}`,
      where: [],
      row: rowOf(COMPLETENESS, (field) =>
        field === 'runId'
          ? id
          : sql`(select coalesce(bool_or(state in ('expected', 'dangling') or (part = 'header' and state <> 'present')), false)
              from (${partsOfRun(sources, id)}) as ${sql.ref(sources.alias('parts'))}(${sql.join(PART_COLUMNS.map((name) => sql.ref(name)))}))`,
      ),
    };
  },
};

const PARTS: Relation = {
  name: 'RunCompleteness.parts',
  to: PART,
  as: 'list',
  startsAt: ['runId'],
  description: '',
  reads: READS,
  subqueries: 20,
  cost: () => ({ base: 20, rows: 16 }),
  source: (sources, { column: of }) => {
    const alias = sources.alias('parts');
    const names = sql.join(PART_COLUMNS.map((name) => sql.ref(name)));
    return {
      from: sql`(${partsOfRun(sources, of('runId'))}) as ${sql.ref(alias)}(${names})`,
      where: [],
      row: rowOf(PART, (field) => sql.ref(`${alias}.${PART.columns.get(field)?.name}`)),
    };
  },
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Throws why a part cannot be looked at. */
function checkLack({ lack }: Row): void {
  if (typeof lack !== 'string') return;
  const said: unknown = JSON.parse(lack);
  if (!isObject(said)) throw new Error('A part lacks something that was not said.');
  const [message, scope, missing] = [said.message, said.scope, said.missing].map(text);
  if (said.code === 'FORBIDDEN') throw forbidden(String(message), scope == null ? undefined : { scope });
  throw new LineageError('NOT_IN_THIS_DATABASE', String(message), { missing: String(missing) });
}

const text = (value: unknown): string | null => (value == null ? null : String(value));

const Evidence = builder.objectRef<Row>('RunPartEvidence').implement({
  description: 'The rows that a part of a run consists of.',
});
builder.objectFields(Evidence, (t) => ({
  table: t.string({
    description: 'The table that they stand in.',
    extensions: needs({ kind: 'value', fields: ['table'] }),
    resolve: ({ table }) => String(table),
  }),
  rows: t.field({
    type: 'SafeInt',
    description: 'How many there are.',
    extensions: needs({ kind: 'value', fields: ['rows'] }),
    resolve: ({ rows }) => Number(rows),
  }),
  firstAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When the first was written; null where there is none.',
    extensions: needs({ kind: 'value', fields: ['firstAt'] }),
    resolve: ({ firstAt }) => text(firstAt),
  }),
  lastAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When the last was written; null where there is none.',
    extensions: needs({ kind: 'value', fields: ['lastAt'] }),
    resolve: ({ lastAt }) => text(lastAt),
  }),
}));

const Part = builder.objectRef<Row>('RunCompletenessPart').implement({
  description: 'A part of a workflow run, and whether it is there.',
});
const EVIDENCE = ['table', 'rows', 'firstAt', 'lastAt'];
builder.objectFields(Part, (t) => ({
  part: t.field({
    type: RunPart,
    description: 'Which part.',
    extensions: needs({ kind: 'value', fields: ['part'] }),
    resolve: ({ part }) => String(part),
  }),
  step: t.string({
    nullable: true,
    description: 'The name of the step, where part is STEP; null for all others.',
    extensions: needs({ kind: 'value', fields: ['step'] }),
    resolve: ({ step }) => text(step),
  }),
  state: t.field({
    type: RunPartState,
    nullable: true,
    description:
      'Whether it is there. Null with an error for a part whose table is missing, or that the caller may not read.',
    extensions: needs({ kind: 'value', fields: ['state', 'lack'] }),
    resolve: (part) => {
      checkLack(part);
      return text(part.state);
    },
  }),
  evidence: t.field({
    type: Evidence,
    nullable: true,
    description: 'Its rows; null where they cannot be read.',
    extensions: needs({ kind: 'value', fields: EVIDENCE }),
    resolve: (part) => (part.table == null ? null : part),
  }),
  why: t.string({
    description: 'A sentence for people: why it is in this state.',
    extensions: needs({ kind: 'value', fields: ['why'] }),
    resolve: ({ why }) => String(why),
  }),
}));

const Completeness = builder.objectRef<Row>('RunCompleteness').implement({
  description: 'Which parts of a workflow run are there, and why the others are not.',
});
builder.objectFields(Completeness, (t) => ({
  isPartial: t.boolean({
    description:
      'Whether something is missing that should be there: the header, or a part that is EXPECTED or DANGLING. Parts that cannot be looked at do not count.',
    extensions: needs({ kind: 'value', fields: ['isPartial'] }),
    resolve: ({ isPartial }) => isPartial === true,
  }),
  parts: t.field({
    type: [Part],
    nullable: { list: true, items: false },
    description:
      'Header, manifest, each step in the order of the pipeline, report, questions, index, vectors, events, usage.',
    extensions: needs({ kind: 'rows', relation: PARTS }),
    resolve: (row, _args, { report }, info) => listAt(row, info, (limit) => report(info, limit)),
  }),
}));

builder.objectField('WorkflowRun', 'completeness', (t) =>
  t.field({
    type: Completeness,
    nullable: true,
    description:
      'What the run consists of, and what is missing. Counts the rows of the run in each table, its vectors too. Tables workflow.run_records, ingestion.prep_manifests, indexing.pipeline_runs, indexing.vectors, retrieval.retrieval_events, observability.token_usage.',
    extensions: needs({ kind: 'rows', relation: WHETHER }),
    resolve: (row, _args, _context, info) => rowAt(row, info),
  }),
);
