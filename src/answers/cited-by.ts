import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf } from '../connection/connection-type.ts';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { meets, type Place, wordsOf } from '../lineage/anchor.ts';
import { citationsOf } from '../lineage/citations.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { runsOf } from '../lineage/paper-ties.ts';
import type { Relation } from '../lineage/relation.ts';
import type { Sources } from '../lineage/source.ts';
import { builder } from '../schema/builder.ts';
import { Citation, CitationConnection } from './citation.ts';
import { CITATION_LIST, citationSource } from './citation-row.ts';
import { CITED } from './citations.ts';
import { OVERLAP, OVERLAP_COLUMNS, overlapEdge } from './cited-places.ts';

/** The way back starts from the runs that read a paper, which are many: twice as dear as the way there. */
const BACK = { ...CITED, subqueries: 20, cost: () => ({ base: 50, rows: 0 }) } as const;

/** Chunks among which one must meet an anchor. */
type Chunks = (vector: RowAlias) => Sql;

/** Whether an anchor meets one of these chunks. */
function meetsOne(sources: Sources, chunks: Chunks, anchor: Place): Sql {
  const { from, row, where } = sources.table('Vector');
  return sql`exists (select from ${from} where ${and([chunks(row), meets(wordsOf(row), anchor), ...where])})`;
}

/** The runs that read any of these papers. */
function runsOfPapers(sources: Sources, which: (document: RowAlias) => Sql): Sql {
  const { from, row, where } = sources.table('Document');
  const reading = sql.ref(sources.alias('reading'));
  return sql`select ${reading}.run_id from ${from} cross join lateral ${runsOf(sources, row)} as ${reading} where ${and(
    [which(row), ...where],
  )}`;
}

/** The citations whose words were found in one of these papers. */
export function citationsOfPaper(sources: Sources, docId: Sql) {
  const found = citationsOf(
    sources,
    (record) => [
      sql`${record.column('runId')} in (${runsOfPapers(sources, (document) => sql`${document.column('docId')} = ${docId}`)})`,
    ],
    (anchor) => [meetsOne(sources, (vector) => sql`${vector.column('docId')} = ${docId}`, anchor)],
  );
  return { found, which: [sql`${docId} = any(${found.column('doc_ids')})`] };
}

/** The citations of a paper. */
export const OF_DOCUMENT: Relation = {
  ...BACK,
  name: 'Document.citations',
  startsAt: ['docId'],
  source: (sources, document) => {
    const { found, which } = citationsOfPaper(sources, document.column('docId'));
    return citationSource(sources, found, () => which);
  },
};

/** The citations of a chunk. */
export const OF_VECTOR: Relation = {
  ...BACK,
  name: 'Vector.citedBy',
  startsAt: ['rowId', 'docId', 'page', 'startWord', 'endWord'],
  edgeColumns: OVERLAP_COLUMNS,
  source: (sources, vector) => {
    const runs = runsOfPapers(
      sources,
      (document) => sql`${document.column('docId')} = ${vector.column('docId')}`,
    );
    const found = citationsOf(
      sources,
      (record) => [sql`${record.column('runId')} in (${runs})`],
      (anchor) => [meets(wordsOf(vector), anchor)],
    );
    const source = citationSource(sources, found, () => [
      sql`${vector.column('rowId')} = any(${found.column('vector_ids')})`,
    ]);
    return { ...source, edge: overlapEdge(vector, found.anchor) };
  },
};

const OF_SHARD: Relation = {
  ...BACK,
  name: 'IndexShard.citedBy',
  startsAt: ['pipelineRunId'],
  source: (sources, shard) => {
    const build = shard.column('pipelineRunId');
    const chunks: Chunks = (vector) => sql`${vector.column('pipelineRunId')} = ${build}`;
    const papers = (document: RowAlias): Sql => {
      const { from, row, where } = sources.table('Vector');
      return sql`${document.column('docId')} in (select ${row.column('docId')} from ${from} where ${and([chunks(row), ...where])})`;
    };
    const found = citationsOf(
      sources,
      (record) => [sql`${record.column('runId')} in (${runsOfPapers(sources, papers)})`],
      (anchor) => [meetsOne(sources, chunks, anchor)],
    );
    return citationSource(sources, found, () => [
      meetsOne(
        sources,
        (vector) =>
          and([sql`${vector.column('rowId')} = any(${found.column('vector_ids')})`, chunks(vector)]),
        found.anchor,
      ),
    ]);
  },
};

builder.objectField('Document', 'citations', (t) =>
  t.field({
    type: CitationConnection,
    description:
      'The citations of answers whose words were found in this paper: in it alone where their status is RESOLVED, in others too where it is AMBIGUOUS. Reads the answers of all runs that read the paper.',
    args: connectionArguments(CITATION_LIST),
    ...fromRows(OF_DOCUMENT),
  }),
);

builder.objectField('Vector', 'citedBy', (t) =>
  t.field({
    type: connectionOf('VectorCitation', Citation, OVERLAP),
    description:
      'The citations of answers whose words this chunk holds, in part or as a whole. Reads the answers of all runs that read its paper.',
    args: connectionArguments(CITATION_LIST),
    ...fromRows(OF_VECTOR),
  }),
);

builder.objectField('IndexShard', 'citedBy', (t) =>
  t.field({
    type: CitationConnection,
    description:
      'The citations of answers whose words were found in a chunk of the build of this shard. Reads all chunks of the build, and the answers of all runs that read one of its papers.',
    args: connectionArguments(CITATION_LIST),
    ...fromRows(OF_SHARD),
  }),
);
