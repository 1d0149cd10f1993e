import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../../database/sql.ts';
import { columnsByField, derivedColumn } from '../../database/tables.ts';
import { LineageError } from '../../errors.ts';
import { type Row, textIn } from '../../execution/row.ts';
import { attempt } from '../../lineage/available.ts';
import { questionIdOf, questions } from '../../lineage/citations.ts';
import { confidenceScore } from '../../lineage/confidence-score.ts';
import { fromList, fromRows } from '../../lineage/fields/from-rows.ts';
import { REDACTED_PART } from '../../lineage/fields/redacted-fields.ts';
import { summed } from '../../lineage/grouped.ts';
import { leadsTo } from '../../lineage/joined.ts';
import { needs } from '../../lineage/need.ts';
import type { Relation } from '../../lineage/relation.ts';
import { type RowType, rowNamed, rowOf, tableRows } from '../../lineage/row-type.ts';
import type { Sources } from '../../lineage/source.ts';
import { builder } from '../../schema/builder.ts';
import { columnFields } from '../column-fields.ts';
import { USAGE_MEASURES } from '../usage-measures.ts';
import { USAGE_SUMMARY, UsageSummary, usageArguments } from '../usage-summary.ts';
import { IN_ORDER, placeOf, RUN_COLUMNS } from './run-places.ts';

const COMPARED_QUESTION: RowType = {
  name: 'ComparedQuestion',
  columns: columnsByField([
    derivedColumn('questionId', 'String', {
      name: 'question_id',
      nullable: false,
      description:
        'The id by which the questions of the runs are aligned; the key of the record where it has none.',
    }),
    derivedColumn('isDifferent', 'Boolean', {
      nullable: false,
      description:
        'Whether the status (the confidence label) or the answer differs between the runs, or one of them has no such question. Answers are compared for callers with content:read only.',
    }),
    derivedColumn('knownIds', 'String', { name: 'known_ids' }),
  ]),
  key: ['questionId'],
  defaultOrder: [],
};

const ANSWER: RowType = {
  name: 'ComparedAnswer',
  columns: columnsByField([
    ...RUN_COLUMNS,
    derivedColumn('recordId', 'BigInt'),
    derivedColumn('questionId', 'String'),
    derivedColumn('status', 'String', { description: 'How sure the answer is: low, medium or high.' }),
    derivedColumn('confidenceScore', 'Float', {
      description: 'The same as a number, 0 to 1; null where the payload has none. Scope: content:read.',
    }),
    derivedColumn('answer', 'String'),
  ]),
  key: ['recordId'],
  defaultOrder: [],
};

const answerOf = (row: RowAlias): Sql => sql`btrim(${row.column('payloadJson')} ->> 'answer')`;

const ofRuns = (sources: Sources, runIds: Sql) =>
  questions(sources, (row) => [sql`${row.column('runId')} = any(${runIds})`]);

export const QUESTIONS: Relation = {
  name: 'RunComparison.questions',
  to: COMPARED_QUESTION,
  as: 'list',
  startsAt: ['knownIds', 'onlyDifferent'],
  description: '',
  reads: ['RunRecord'],
  cost: () => ({ base: 10, rows: 50 }),
  source: (sources, comparison) => {
    const alias = sources.alias('questions');
    const known = comparison.column('knownIds');
    const { from, row, where } = ofRuns(sources, known);
    const answer = attempt(() => answerOf(row));
    const differ = (value: Sql): Sql => sql`count(distinct coalesce(${value}, '')) > 1`;
    const isDifferent = [
      sql`count(distinct ${row.column('runId')}) < cardinality(${known})`,
      differ(row.column('status')),
      ...(answer instanceof LineageError ? [] : [differ(answer)]),
    ];
    return {
      from: sql`(select ${questionIdOf(row)} as question_id, ${sql.join(isDifferent, sql` or `)} as "isDifferent" from ${from} where ${and(where)} group by 1) as ${sql.ref(alias)}`,
      where: [sql`(${sql.ref(`${alias}.isDifferent`)} or not ${comparison.column('onlyDifferent')})`],
      row: rowOf(COMPARED_QUESTION, (field) =>
        field === 'knownIds' ? known : rowNamed(COMPARED_QUESTION, alias).column(field),
      ),
    };
  },
};

const ANSWERS: Relation = {
  name: 'ComparedQuestion.runs',
  to: ANSWER,
  as: 'list',
  startsAt: ['questionId', 'knownIds'],
  description: '',
  reads: ['RunRecord'],
  orderBy: IN_ORDER,
  cost: () => ({ base: 0, rows: 4 }),
  source: (sources, compared) => {
    const known = compared.column('knownIds');
    const { from, row, where } = ofRuns(sources, known);
    const values: Readonly<Record<string, () => Sql>> = {
      runId: () => row.column('runId'),
      place: () => placeOf(known, row.column('runId')),
      recordId: () => row.column('rowId'),
      questionId: () => row.column('questionId'),
      status: () => row.column('status'),
      confidenceScore: () => sql`(${confidenceScore(row)})::float8`,
      answer: () => answerOf(row),
    };
    return {
      from,
      where: [sql`${questionIdOf(row)} = ${compared.column('questionId')}`, ...where],
      row: rowOf(ANSWER, (field) => values[field]?.() ?? sql`null`),
    };
  },
};

const CALLS = tableRows('TokenUsage');

/** By the run and the id of the question: ids of questions are the same in many runs. */
const CALLS_OF_ANSWER: Relation = {
  name: 'ComparedAnswer.calls',
  to: CALLS,
  as: 'connection',
  startsAt: ['runId', 'questionId'],
  description: '',
  reads: ['TokenUsage'],
  source: (sources, answer) => {
    const { from, row, where } = sources.table('TokenUsage');
    const tied = ['runId', 'questionId'].map((field) => sql`${row.column(field)} = ${answer.column(field)}`);
    return { from, row, where: [...tied, ...where] };
  },
};

const ComparedAnswer = builder.objectRef<Row>('ComparedAnswer').implement({
  description: 'What one of the compared runs answered.',
});
columnFields(ComparedAnswer, ANSWER, ['place', 'recordId', 'questionId', 'answer']);
builder.objectFields(ComparedAnswer, (t) => ({
  answer: t.string({
    nullable: true,
    description: `The answer, from its payload; null where that has none. ${REDACTED_PART.says} Scope: content:read.`,
    extensions: needs({ kind: 'value', fields: ['answer'] }),
    resolve: (row) => {
      const given = REDACTED_PART.given(textIn(row, 'answer'));
      return typeof given === 'string' ? given : null;
    },
  }),
  record: t.field({
    type: 'RunRecord',
    description: 'The record of the question.',
    ...fromRows(leadsTo(ANSWER.name, 'record', 'RunRecord', { rowId: 'recordId' })),
  }),
  usage: t.field({
    type: UsageSummary,
    description: 'Sums over the model calls that answered it in this run.',
    args: usageArguments,
    ...fromRows(summed('ComparedAnswer.usage', CALLS_OF_ANSWER, USAGE_SUMMARY, USAGE_MEASURES)),
  }),
}));

export const ComparedQuestion = builder.objectRef<Row>('ComparedQuestion').implement({
  description: 'A question that at least one of the compared runs answered.',
});
columnFields(ComparedQuestion, COMPARED_QUESTION, ['knownIds']);
builder.objectField(ComparedQuestion, 'runs', (t) =>
  t.field({
    type: [ComparedAnswer],
    description: 'The answers, in the order of runIds; a run that has no such question is left out.',
    ...fromList(ANSWERS),
  }),
);
