import { columnsByField, derivedColumn } from '../database/tables.ts';
import { numberIn, type Row } from '../execution/row.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { groundedShare, groundingOf } from '../lineage/grounding.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowOf } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { CITED } from './citations.ts';

const COUNTS = {
  answers: ['answers', 'How many answers the run gave: its records of kind question.'],
  withCitations: ['with_citations', 'How many of the answers name a place in a paper.'],
  groundedAnswers: ['grounded_answers', 'How many of the answers have a citation that is RESOLVED.'],
  citations: ['citations', 'How many places the answers name in all; each has one of the three statuses.'],
  resolved: ['resolved', 'How many of the citations were found in one paper.'],
  ambiguous: ['ambiguous', 'How many of the citations were found in several papers.'],
  unresolved: ['unresolved', 'How many of the citations were found in none.'],
} as const;

const SHARES = {
  confidence: 'The mean confidence_score of the answers that have one; null where none has.',
  groundedShare: 'groundedAnswers as a share of answers, 0 to 1; null without answers.',
} as const;

const GROUNDING: RowType = {
  name: 'RunGrounding',
  columns: columnsByField(
    [...Object.keys(COUNTS), ...Object.keys(SHARES)].map((field) => derivedColumn(field, 'Float')),
  ),
  key: [],
  defaultOrder: [],
};

const OF_RUN: Relation = {
  name: 'WorkflowRun.grounding',
  to: GROUNDING,
  as: 'one',
  startsAt: ['runId'],
  description: '',
  reads: CITED.reads,
  subqueries: 9,
  cost: () => ({ base: 20, rows: 1 }),
  source: (sources, run) => {
    const { from, column: of } = groundingOf(sources, run.column('runId'));
    const names: ReadonlyMap<string, string> = new Map(
      Object.entries(COUNTS).map(([field, [name]]) => [field, name]),
    );
    return {
      from,
      where: [],
      row: rowOf(GROUNDING, (field) =>
        field === 'groundedShare' ? groundedShare(of) : of(names.get(field) ?? field),
      ),
      sums: true,
    };
  },
};

const Grounding = builder.objectRef<Row>('RunGrounding').implement({
  description: "How well a run's answers are grounded in the words of papers.",
  fields: (t) => ({
    ...Object.fromEntries(
      Object.entries(COUNTS).map(([field, [, description]]) => [
        field,
        t.field({
          type: 'SafeInt',
          nullable: true,
          description,
          extensions: needs({ kind: 'value', fields: [field] }),
          resolve: (row) => numberIn(row, field),
        }),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(SHARES).map(([field, description]) => [
        field,
        t.float({
          nullable: true,
          description,
          extensions: needs({ kind: 'value', fields: [field] }),
          resolve: (row) => numberIn(row, field),
        }),
      ]),
    ),
  }),
});

builder.objectField('WorkflowRun', 'grounding', (t) =>
  t.field({
    type: Grounding,
    description:
      "How well the run's answers are grounded: how many of the places that they name were found in the papers of the run.",
    ...fromRows(OF_RUN),
  }),
);
