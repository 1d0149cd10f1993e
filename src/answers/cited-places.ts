import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf, type EdgeColumns } from '../connection/connection-type.ts';
import type { RowAlias } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { overlap, type Place, wordsOf } from '../lineage/anchor.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { tableRows } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { Citation } from './citation.ts';

/** What stands on the edge between a citation and a chunk. */
export const OVERLAP: EdgeColumns = {
  overlapWords: {
    type: 'Int',
    description: 'How many of the cited words the chunk holds; null where the page alone was matched.',
    extensions: needs({ kind: 'value', fields: ['overlapWords'] }),
  },
  share: {
    type: 'Float',
    description:
      'Which share of the cited words the chunk holds, above 0 to 1; null where the page alone was matched.',
    extensions: needs({ kind: 'value', fields: ['share'] }),
  },
};

export const OVERLAP_COLUMNS = columnsByField([
  derivedColumn('overlapWords', 'Int'),
  derivedColumn('share', 'Float'),
]);

/** The columns of an edge between words and an anchor. */
export function overlapEdge(vector: RowAlias, anchor: Place): RowAlias {
  return {
    column: (field) => {
      const columns = overlap(wordsOf(vector), anchor);
      return field === 'share' ? columns.share : columns.overlapWords;
    },
  };
}

/** What was found with a citation is looked up by its key; statistics know nothing of it. */
const FOUND = { as: 'connection', description: '', isEstimated: () => false } as const;

const VECTORS: Relation = {
  ...FOUND,
  name: 'Citation.vectors',
  to: tableRows('Vector'),
  startsAt: ['vectorIds', 'page', 'startWord', 'endWord'],
  reads: ['Vector'],
  orderBy: [{ field: 'docId' }, { field: 'startWord' }],
  edgeColumns: OVERLAP_COLUMNS,
  source: (sources, citation) => {
    const { from, row, where } = sources.table('Vector');
    const anchor = {
      page: citation.column('page'),
      startWord: citation.column('startWord'),
      endWord: citation.column('endWord'),
    };
    return {
      from,
      where: [sql`${row.column('rowId')} = any(${citation.column('vectorIds')})`, ...where],
      row,
      edge: overlapEdge(row, anchor),
    };
  },
};

const CANDIDATES: Relation = {
  ...FOUND,
  name: 'Citation.candidates',
  to: tableRows('Document'),
  startsAt: ['docIds'],
  reads: ['Document'],
  source: (sources, citation) => {
    const { from, row, where } = sources.table('Document');
    return {
      from,
      where: [sql`${row.column('docId')} = any(${citation.column('docIds')})`, ...where],
      row,
    };
  },
};

builder.objectFields(Citation, (t) => ({
  vectors: t.field({
    type: connectionOf('CitedVector', 'Vector', OVERLAP),
    description:
      'The chunks that hold its words: chunks overlap, so there are one to three of each index. In order of their first word.',
    args: connectionArguments(listed(tableRows('Vector'))),
    ...fromRows(VECTORS),
  }),
  candidates: t.field({
    type: connectionOf('Document', 'Document', {}),
    description: 'The papers in which its words were found: several where status is AMBIGUOUS.',
    args: connectionArguments(listed(tableRows('Document'))),
    ...fromRows(CANDIDATES),
  }),
}));
