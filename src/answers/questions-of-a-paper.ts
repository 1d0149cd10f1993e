import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf } from '../connection/connection-type.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { runsOf } from '../lineage/paper-ties.ts';
import type { Relation } from '../lineage/relation.ts';
import { tableRows } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { EVIDENCE, RUNS } from './papers.ts';

/** No column and no payload of a question names a paper, so the questions of a paper are those of the runs that read it. */
const QUESTIONS: Relation = {
  ...RUNS,
  name: 'Document.runRecords',
  to: tableRows('RunRecord'),
  reads: ['RunRecord', 'PipelineRun', 'Vector', 'PrepManifest'],
  source: (sources, document) => {
    const alias = sources.alias('read_by');
    const { from, row, where } = sources.table('RunRecord');
    return {
      from: sql`${runsOf(sources, document)} as ${sql.ref(alias)} cross join ${from}`,
      where: [
        sql`${row.column('runId')} = ${sql.ref(`${alias}.run_id`)}`,
        sql`${row.column('recordKind')} = 'question'`,
        ...where,
      ],
      row,
      edge: { column: (field) => sql.ref(`${alias}.${field}`) },
    };
  },
};

builder.objectField('Document', 'runRecords', (t) =>
  t.field({
    type: connectionOf('PaperQuestion', 'RunRecord', { evidence: EVIDENCE }),
    description:
      'The questions asked of the paper: the records of kind question of the runs that read it, by the ties of Document.runs, which each edge names. No question names its paper, so a run that read several papers asked all of them. Tables workflow.run_records, indexing.vectors, indexing.pipeline_runs, ingestion.prep_manifests.',
    args: connectionArguments(listed(tableRows('RunRecord'))),
    ...fromRows(QUESTIONS),
  }),
);
