import { sql } from 'kysely';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import type { Row } from '../execution/row.ts';
import { fromList, fromRows } from '../lineage/fields/from-rows.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowNamed, rowOf } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { RunPart, RunPartState } from '../schema/closed-sets.ts';
import { PART, partsAsJson, partsIn } from './completeness-rows.ts';
import { checkLack } from './lack.ts';

const COMPLETENESS: RowType = {
  name: 'RunCompleteness',
  columns: columnsByField([
    derivedColumn('parts', 'Json'),
    derivedColumn('isPartial', 'Boolean', { name: 'is_partial' }),
  ]),
  key: ['parts'],
  defaultOrder: [],
};

const READS = ['RunRecord', 'PrepManifest', 'PipelineRun', 'Vector', 'RetrievalEvent', 'TokenUsage'] as const;

/** A part that should be there and is not. */
const IS_MISSING = sql`part.state in ('expected', 'dangling') or (part.part = 'header' and part.state <> 'present')`;

const WHETHER: Relation = {
  name: 'WorkflowRun.completeness',
  to: COMPLETENESS,
  as: 'one',
  startsAt: ['runId'],
  description: '',
  reads: READS,
  subqueries: 20,
  // It reads the rows of the run in each table.
  cost: () => ({ base: 20, rows: 1 }),
  source: (sources, run) => {
    const alias = sources.alias('completeness');
    const parts = sql.ref(`${alias}.parts`);
    return {
      // `offset 0` keeps the planner from looking for the parts once for each use.
      from: sql`(select ${partsAsJson(sources, run.column('runId'))} as parts offset 0) as ${sql.ref(alias)}`,
      where: [],
      row: rowOf(COMPLETENESS, (field) =>
        field === 'parts'
          ? parts
          : sql`exists (select from ${partsIn(parts, sql.ref('part'))} where ${IS_MISSING})`,
      ),
    };
  },
};

const PARTS: Relation = {
  name: 'RunCompleteness.parts',
  to: PART,
  as: 'list',
  startsAt: ['parts'],
  description: '',
  reads: READS,
  subqueries: 1,
  cost: () => ({ base: 0, rows: 16 }),
  source: (sources, completeness) => {
    const alias = sources.alias('parts');
    return {
      from: partsIn(completeness.column('parts'), sql.ref(alias)),
      where: [],
      row: rowNamed(PART, alias),
    };
  },
};

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
    description:
      'Header, manifest, each step in the order of the pipeline, report, questions, index, vectors, events, usage.',
    ...fromList(PARTS),
  }),
}));

builder.objectField('WorkflowRun', 'completeness', (t) =>
  t.field({
    type: Completeness,
    description:
      'What the run consists of, and what is missing. Counts the rows of the run in each table, its vectors too. Tables workflow.run_records, ingestion.prep_manifests, indexing.pipeline_runs, indexing.vectors, retrieval.retrieval_events, observability.token_usage.',
    ...fromRows(WHETHER),
  }),
);
