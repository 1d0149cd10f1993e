import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { citationsOf } from '../lineage/citations.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import type { Relation } from '../lineage/relation.ts';
import { builder } from '../schema/builder.ts';
import { CitationConnection } from './citation.ts';
import { CITATION, CITATION_LIST, citationSource } from './citation-row.ts';

/** What all lists of citations have in common. They read the chunks of the papers of a run. */
export const CITED = {
  to: CITATION,
  as: 'connection',
  description: '',
  reads: ['RunRecord.payloadJson', 'Vector', 'PipelineRun', 'Document', 'PrepManifest'],
  subqueries: 8,
  isEstimated: () => false,
  cost: () => ({ base: 10, rows: 0 }),
} as const;

/** The citations of an answer. */
export const OF_RECORD: Relation = {
  ...CITED,
  name: 'RunRecord.citations',
  startsAt: ['rowId'],
  source: (sources, answer) =>
    citationSource(
      sources,
      citationsOf(sources, (record) => [sql`${record.column('rowId')} = ${answer.column('rowId')}`]),
    ),
};

builder.objectField('RunRecord', 'citations', (t) =>
  t.field({
    type: CitationConnection,
    description:
      'The places in papers that the answer names, of a record of kind question: the list citation_anchors of its payload, in its order. None for other records.',
    args: connectionArguments(CITATION_LIST),
    ...fromRows(OF_RECORD),
  }),
);
