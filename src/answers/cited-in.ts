import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionType } from '../connection/connection-type.ts';
import { and } from '../database/sql.ts';
import { columnsOf } from '../database/tables.ts';
import type { Row } from '../execution/row.ts';
import { questions } from '../lineage/citations.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { summed } from '../lineage/grouped.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowsWithIds, tableRows } from '../lineage/row-type.ts';
import { WORKFLOW_RUN } from '../lineage/runs.ts';
import { builder } from '../schema/builder.ts';
import { CITED } from './citations.ts';
import { citationsOfPaper } from './cited-by.ts';
import { USAGE_MEASURES } from './usage-measures.ts';
import { USAGE_SUMMARY, UsageSummary, usageArguments } from './usage-summary.ts';

/** The paper itself, as what it is cited by starts from it. */
const CITED_BY: RowType = {
  name: 'DocumentCitedBy',
  columns: new Map([...columnsOf('Document')].filter(([field]) => field === 'docId')),
  key: ['docId'],
  defaultOrder: [],
};

const THE_PAPER: Relation = {
  name: 'Document.citedBy',
  to: CITED_BY,
  as: 'one',
  startsAt: ['docId'],
  description: '',
  reads: CITED.reads,
  source: (sources, document) => {
    const alias = sources.alias('cited');
    return {
      from: sql`(select ${document.column('docId')} as doc_id) as ${sql.ref(alias)}`,
      where: [],
      row: { column: () => sql.ref(`${alias}.doc_id`) },
    };
  },
};

const COMMON = {
  as: 'connection',
  startsAt: ['docId'],
  description: '',
  reads: CITED.reads,
  subqueries: 20,
  isEstimated: () => false,
  cost: () => ({ base: 50, rows: 0 }),
} as const;

const QUESTIONS: Relation = {
  ...COMMON,
  name: 'DocumentCitedBy.questions',
  to: tableRows('RunRecord'),
  source: (sources, document) => {
    const { found, which } = citationsOfPaper(sources, document.column('docId'));
    const cited = sql`select ${found.column('record_id')} from ${found.from} where ${and(which)}`;
    return questions(sources, (record) => [sql`${record.column('rowId')} in (${cited})`]);
  },
};

const RUNS: Relation = {
  ...COMMON,
  name: 'DocumentCitedBy.runs',
  to: WORKFLOW_RUN,
  subqueries: 30,
  source: (sources, document) => {
    const { found, which } = citationsOfPaper(sources, document.column('docId'));
    const cited = sql`select distinct ${found.column('run_id')} from ${found.from} where ${and(which)}`;
    return rowsWithIds(WORKFLOW_RUN, sources, cited);
  },
};

/** The calls that answered these questions. */
const CALLS: Relation = {
  ...COMMON,
  name: 'DocumentCitedBy.usage',
  to: tableRows('TokenUsage'),
  reads: ['TokenUsage', ...CITED.reads],
  source: (sources, document, given) => {
    const calls = sources.table('TokenUsage');
    const { from, row, where } = QUESTIONS.source(sources, document, given);
    const answered = sql`select ${row.column('runId')}, ${row.column('questionId')} from ${from} where ${and(where)}`;
    const isTheirs = sql`(${calls.row.column('runId')}, ${calls.row.column('questionId')}) in (${answered})`;
    return { ...calls, where: [isTheirs, ...calls.where] };
  },
};

const CitedBy = builder.objectRef<Row>('DocumentCitedBy').implement({
  description: 'What cites a paper: answers with a citation whose words were found in it, and their runs.',
  fields: (t) => ({
    runs: t.field({
      type: connectionType('WorkflowRun'),
      description: 'The runs with such an answer.',
      args: connectionArguments(listed(WORKFLOW_RUN)),
      ...fromRows(RUNS),
    }),
    questions: t.field({
      type: connectionType('RunRecord'),
      description: 'The records of these answers, of kind question.',
      args: connectionArguments(listed(tableRows('RunRecord'))),
      ...fromRows(QUESTIONS),
    }),
    usage: t.field({
      type: UsageSummary,
      description:
        'Sums over the model calls that gave these answers: about what giving them again will take.',
      args: usageArguments,
      ...fromRows(summed('DocumentCitedBy.usage', CALLS, USAGE_SUMMARY, USAGE_MEASURES)),
    }),
  }),
});

builder.objectField('Document', 'citedBy', (t) =>
  t.field({
    type: CitedBy,
    description:
      'The runs and the answers that cite this paper; the same citations as Document.citations, each run and each answer once.',
    ...fromRows(THE_PAPER),
  }),
);
