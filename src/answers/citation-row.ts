import { sql } from 'kysely';
import type { ListedType } from '../connection/where-input.ts';
import { and, type Sql } from '../database/sql.ts';
import { type Column, columnsByField, derivedColumn } from '../database/tables.ts';
import { hasRange } from '../lineage/anchor.ts';
import type { Citations } from '../lineage/citations.ts';
import { statusOf } from '../lineage/grounding.ts';
import { type RowType, rowOf } from '../lineage/row-type.ts';
import type { Source, Sources } from '../lineage/source.ts';

/** What a citation can be filtered and sorted by. */
const OPEN: readonly Column[] = [
  derivedColumn('recordId', 'BigInt', {
    nullable: false,
    description: 'The record of the answer: its rowId.',
  }),
  derivedColumn('position', 'Int', {
    nullable: false,
    description: 'Its place among the anchors of the answer, from 1.',
  }),
  derivedColumn('runId', 'String', { nullable: false, description: 'The run of the answer.' }),
  derivedColumn('status', 'String', {
    nullable: false,
    description: 'Whether its words were found, and in how many papers.',
  }),
  derivedColumn('why', 'String', { description: 'Why its words were not found; null where they were.' }),
  derivedColumn('matchedBy', 'String', {
    description: 'By what its words were found; null where they were not.',
  }),
  derivedColumn('docId', 'String', {
    description: 'The paper in which its words were found, where that is one.',
  }),
  derivedColumn('page', 'Int', {
    description: 'The page, from 1: of a number, or of a text such as "page 12".',
  }),
  derivedColumn('startWord', 'Int', {
    description: 'The first word, counted from 0 on its page; null where the anchor has a text.',
  }),
  derivedColumn('endWord', 'Int', { description: 'The last word, included, counted as startWord is.' }),
];

const TEXTS: readonly Column[] = [
  derivedColumn('section', 'String', { description: 'The section of the paper, as the model named it.' }),
  derivedColumn('note', 'String', {
    description: 'What the words are cited for, in the words of the model.',
  }),
];

const HIDDEN: readonly Column[] = [
  derivedColumn('raw', 'Json', { description: 'The anchor as it is stored.' }),
  derivedColumn('quote', 'String', {
    description:
      'The cited words themselves, cut from the text of the chunks: at most 400 words, with spaces between them. Null where the words are no range of numbers, or were not found in one document, or the chunks have no text there.',
  }),
  derivedColumn('docIds', 'String', { description: 'The papers in which its words were found.' }),
  derivedColumn('vectorIds', 'String', { description: 'The chunks in which its words were found.' }),
];

/** An anchor of an answer. */
export const CITATION: RowType = {
  name: 'Citation',
  columns: columnsByField([...OPEN, ...TEXTS, ...HIDDEN]),
  key: ['recordId', 'position'],
  defaultOrder: [],
};

export const CITATION_LIST: ListedType = {
  name: 'Citation',
  columns: [
    ...OPEN.map((one) => ({ ...one, compared: true })),
    ...TEXTS.map((one) => ({ ...one, compared: false })),
  ],
  related: () => [],
};

const MAX_QUOTE_WORDS = 400;
const MAX_QUOTE_LENGTH = 4000;

/** Citations as a source; `which`: those that matter. */
export function citationSource(
  sources: Sources,
  found: Citations,
  which: (found: Citations) => readonly Sql[] = () => [],
): Source {
  const docIds = (): Sql => found.column('doc_ids');
  const columns: Readonly<Record<string, () => Sql>> = {
    recordId: () => found.column('record_id'),
    position: () => found.column('position'),
    runId: () => found.column('run_id'),
    raw: () => found.column('raw'),
    section: () => sql`${found.column('raw')} ->> 'section'`,
    note: () => sql`${found.column('raw')} ->> 'note'`,
    page: () => found.anchor.page,
    startWord: () => found.anchor.startWord,
    endWord: () => found.anchor.endWord,
    docIds,
    vectorIds: () => found.column('vector_ids'),
    docId: () => sql`case when cardinality(${docIds()}) = 1 then (${docIds()})[1] end`,
    status: () => statusOf(found),
    matchedBy: () =>
      sql`case when ${docIds()} is not null then case when ${hasRange(found.anchor)} then 'words' else 'page' end end`,
    why: () =>
      sql`case when ${docIds()} is not null then null when ${found.anchor.page} is null then case when ${hasRange(found.anchor)} then 'no_page' else 'no_numbers' end when not ${found.column('has_papers')} then 'no_document' else 'no_chunk' end`,
    quote: () => quoteOf(sources, found),
  };
  const row = rowOf(CITATION, (field) => {
    const made = columns[field];
    if (!made) throw new Error(`A citation has no ${field}.`);
    return made();
  });
  return { from: found.from, where: which(found), row };
}

/** Each word once, although chunks overlap. */
function quoteOf(sources: Sources, { anchor, column: of }: Citations): Sql {
  const { from, row, where } = sources.table('Vector');
  const word = sources.alias('word');
  const at = sql`${row.column('startWord')} + ${sql.ref(`${word}.place`)} - 1`;
  const last = sql`least(${anchor.endWord}, ${anchor.startWord} + ${sql.lit(MAX_QUOTE_WORDS - 1)})`;
  const words = sql`regexp_split_to_table(btrim(${row.column('text')}, E' \\t\\n\\r'), '\\s+') with ordinality as ${sql.ref(word)}(text, place)`;
  const cited = sql`select distinct on (${at}) ${at} as place, ${sql.ref(`${word}.text`)} as text from ${from} cross join lateral ${words} where ${and(
    [
      sql`${row.column('rowId')} = any(${of('vector_ids')})`,
      sql`${at} between ${anchor.startWord} and ${last}`,
      sql`${sql.ref(`${word}.text`)} <> ''`,
      ...where,
    ],
  )} order by ${at}, ${row.column('rowId')}`;
  return sql`case when cardinality(${of('doc_ids')}) = 1 and ${hasRange(anchor)} then (select left(string_agg(text, ' ' order by place), ${sql.lit(
    MAX_QUOTE_LENGTH,
  )}) from (${cited}) as cited) end`;
}
