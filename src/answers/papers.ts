import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf } from '../connection/connection-type.ts';
import { columnsByField, columnsOf, derivedColumn } from '../database/tables.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { needs } from '../lineage/need.ts';
import { papersOf, runsOf } from '../lineage/paper-ties.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowOf, rowWithKey, tableRows } from '../lineage/row-type.ts';
import { WORKFLOW_RUN } from '../lineage/runs.ts';
import { withJoins } from '../lineage/source.ts';
import { builder } from '../schema/builder.ts';
import { PaperEvidence } from '../schema/closed-sets.ts';

/** A document, or a paper that no document row holds. A path cannot be the key: cursors would carry it. */
const PAPER: RowType = {
  name: 'Document',
  columns: columnsByField([
    ...[...columnsOf('Document').values()].map((column) => ({ ...column, nullable: true })),
    derivedColumn('paperKey', 'String', { nullable: false }),
  ]),
  key: ['paperKey'],
  defaultOrder: [],
  presentBy: 'docId',
};

export const EVIDENCE = {
  type: PaperEvidence,
  list: true,
  description: 'What ties the paper to the run.',
  extensions: needs({ kind: 'value', fields: ['evidence'] }),
} as const;

const evidence = derivedColumn('evidence', 'String', { nullable: false });
/** It reads the chunks, the manifest and the documents once each. */
const COST = { base: 10, rows: 0 };

/** The papers of a run; where no document holds one, its row is null but for `paperKey`. */
export const PAPERS: Relation = {
  name: 'WorkflowRun.papers',
  to: PAPER,
  as: 'connection',
  startsAt: ['runId', 'papersDir'],
  description: '',
  reads: ['Document', 'PipelineRun', 'Vector', 'RunRecord', 'PrepManifest'],
  edgeColumns: columnsByField([
    evidence,
    derivedColumn('path', 'String', { nullable: false }),
    derivedColumn('missing', 'String'),
  ]),
  subqueries: 8,
  cost: () => COST,
  source: (sources, run) => {
    const alias = sources.alias('papers');
    const at = (column: string) => sql.ref(`${alias}.${column}`);
    const { from, row, where } = sources.table('Document');
    const on = [sql`${row.column('docId')} = ${at('doc_id')}`, ...where];
    return {
      from: withJoins(sql`${papersOf(sources, run)} as ${sql.ref(alias)}`, [{ from, on }]),
      where: [],
      row: rowOf(PAPER, (field) =>
        field === 'paperKey'
          ? sql`coalesce(${at('doc_id')}, 'missing ' || md5(${at('path')}))`
          : row.column(field),
      ),
      edge: {
        column: (field) =>
          field === 'missing' ? sql`case when ${at('doc_id')} is null then ${at('path')} end` : at(field),
      },
    };
  },
};

/** The runs of a paper. */
export const RUNS: Relation = {
  name: 'Document.runs',
  to: WORKFLOW_RUN,
  as: 'connection',
  startsAt: ['docId', 'path'],
  description: '',
  reads: ['WorkflowRun', 'PipelineRun', 'Vector', 'PrepManifest'],
  edgeColumns: columnsByField([evidence]),
  subqueries: 12,
  cost: () => COST,
  source: (sources, document) => {
    const alias = sources.alias('read_by');
    const { joins, row, present } = rowWithKey(WORKFLOW_RUN, sources, sql.ref(`${alias}.run_id`));
    return {
      from: withJoins(sql`${runsOf(sources, document)} as ${sql.ref(alias)}`, joins),
      where: [present],
      row,
      edge: { column: (field) => sql.ref(`${alias}.${field}`) },
    };
  },
};

builder.objectField('WorkflowRun', 'papers', (t) =>
  t.field({
    type: connectionOf('RunPaper', 'Document', {
      evidence: EVIDENCE,
      path: {
        type: 'String',
        redacted: true,
        description:
          'The path of the paper as the run names it in its manifest or as papersDir; else as it was ingested.',
        extensions: needs({ kind: 'value', fields: ['path'] }),
      },
      missing: {
        type: 'String',
        redacted: true,
        description: 'The path that the run names, where no document has it: then node is null.',
        extensions: needs({ kind: 'value', fields: ['missing'] }),
      },
    }),
    description:
      'The papers that the run read, each once, by every tie that the database has: the chunks of its index, the index that it reused, the files of its manifest (for callers with content:read), and papersDir, compared by file name or as a folder, without regard to case, \\ and / alike. A paper that no document holds is an edge without node; nodes leaves it out. Tables ingestion.documents, indexing.vectors, indexing.pipeline_runs, ingestion.prep_manifests, workflow.run_records.',
    args: connectionArguments(listed(tableRows('Document'))),
    ...fromRows(PAPERS),
  }),
);

builder.objectField('Document', 'runs', (t) =>
  t.field({
    type: connectionOf('PaperRun', 'WorkflowRun', { evidence: EVIDENCE }),
    description:
      'The runs that read the paper, each once, by the same ties as WorkflowRun.papers. Reads all manifests. Tables indexing.vectors, indexing.pipeline_runs, ingestion.prep_manifests, workflow.run_records.',
    args: connectionArguments(listed(WORKFLOW_RUN)),
    ...fromRows(RUNS),
  }),
);
