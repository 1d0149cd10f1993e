import { sql } from 'kysely';
import { and } from '../../database/sql.ts';
import { questions } from '../../lineage/citations.ts';
import type { Relation } from '../../lineage/relation.ts';
import { tableRows } from '../../lineage/row-type.ts';
import { OF_RECORD } from '../citations.ts';
import { OF_DOCUMENT, OF_VECTOR } from '../cited-by.ts';

/** The answers with a citation of which the words were found in a paper or a chunk, each once. */
const answersCiting = (name: string, citations: Relation, description: string): Relation => ({
  ...citations,
  name,
  description,
  to: tableRows('RunRecord'),
  source: (sources, of, given) => {
    const { from, row, where } = citations.source(sources, of, given);
    const cited = sql`select ${row.column('recordId')} from ${from} where ${and(where)}`;
    return questions(sources, (record) => [sql`${record.column('rowId')} in (${cited})`]);
  },
});

/** The papers or chunks in which the words of the citations of an answer were found, each once. */
const citedIn = (
  name: string,
  type: 'Document' | 'Vector',
  found: { readonly key: string; readonly keys: string },
  description: string,
): Relation => ({
  ...OF_RECORD,
  name,
  description,
  to: tableRows(type),
  source: (sources, answer, given) => {
    const { from, row, where } = OF_RECORD.source(sources, answer, given);
    const cited = sql`select unnest(${row.column(found.keys)}) from ${from} where ${and(where)}`;
    const source = sources.table(type);
    return { ...source, where: [sql`${source.row.column(found.key)} in (${cited})`, ...source.where] };
  },
});

export const CITING_A_PAPER = answersCiting(
  'Document.citedBy',
  OF_DOCUMENT,
  'The answers that cite the paper.',
);
export const CITING_A_CHUNK = answersCiting('Vector.citedBy', OF_VECTOR, 'The answers that cite the chunk.');
export const CITED_PAPERS = citedIn(
  'RunRecord.citedDocuments',
  'Document',
  { key: 'docId', keys: 'docIds' },
  'The papers that an answer cites.',
);
export const CITED_CHUNKS = citedIn(
  'RunRecord.citedVectors',
  'Vector',
  { key: 'rowId', keys: 'vectorIds' },
  'The chunks that an answer cites.',
);
