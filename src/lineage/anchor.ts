import { sql } from 'kysely';
import type { RowAlias, Sql } from '../database/sql.ts';

/** Where words stand, of an anchor or a chunk; each part null where it is no number. */
export interface Place {
  readonly page: Sql;
  readonly startWord: Sql;
  readonly endWord: Sql;
}

/** Up to nine digits, so that every number fits an integer; `5.0` is one, `5.5` is none. */
const WHOLE = '(\\d{1,9})(?:\\.0+)?(?!\\.?\\d)';
/** `12`, `page 12`, `pp. 12-13`, `page 3 words 300-564`, `Table 2, p. 5`. */
const PAGE = `(?i)(?:^|\\m(?:pages?|pp?|pg))[\\s.:#]*${WHOLE}`;
/** `120`, `word 120`; `The` is a word of the text. */
const WORD = `(?i)^\\s*(?:words?[\\s.:#]*)?${WHOLE}\\s*$`;

/** Most are numbers, which need no pattern. */
const numberIn = (raw: Sql, key: string, pattern: string): Sql => {
  const value = sql`${raw} -> ${sql.lit(key)}`;
  const number = sql`(${value})::numeric`;
  const text = sql`${raw} ->> ${sql.lit(key)}`;
  return sql`case jsonb_typeof(${value})
    when 'number' then case when ${number} between 0 and 999999999 and ${number} = trunc(${number}) then ${number}::integer end
    when 'string' then substring(${text} from ${sql.lit(pattern)})::integer end`;
};

/** Reads an anchor as models write it. Whatever it holds, nothing is thrown. Pages count from 1, words from 0. */
export const placeOf = (raw: Sql): Place => ({
  page: sql`nullif(${numberIn(raw, 'page', PAGE)}, 0)`,
  startWord: numberIn(raw, 'start_word', WORD),
  endWord: numberIn(raw, 'end_word', WORD),
});

/** The anchors of a payload, which may be of no form that is known: rows of `raw` and `position`, from 1. */
export const anchorsIn = (anchors: Sql): Sql =>
  sql`jsonb_array_elements(case when jsonb_typeof(${anchors}) = 'array' then ${anchors} end) with ordinality`;

/** The place in a row of a table of the statement. */
export const placeIn = (table: string): Place => ({
  page: sql.ref(`${table}.page`),
  startWord: sql.ref(`${table}.start_word`),
  endWord: sql.ref(`${table}.end_word`),
});

/** Whether the words of an anchor are a range of numbers. Without one it is matched by its page alone. */
export const hasRange = ({ startWord, endWord }: Place): Sql =>
  sql`coalesce(${startWord} <= ${endWord}, false)`;

/** Whether a chunk holds what an anchor names. Words count anew on each page, and the last one is included. */
export const meets = (chunk: Place, anchor: Place): Sql =>
  sql`${chunk.page} = ${anchor.page} and (not ${hasRange(anchor)} or (${chunk.startWord} <= ${anchor.endWord} and ${chunk.endWord} >= ${anchor.startWord}))`;

/** How many words of the anchor a chunk holds, and which share of them; null where the page alone was matched. */
export function overlap(chunk: Place, anchor: Place) {
  const { startWord, endWord } = anchor;
  const shared = sql`least(${chunk.endWord}, ${endWord}) - greatest(${chunk.startWord}, ${startWord}) + 1`;
  return {
    overlapWords: sql`case when ${hasRange(anchor)} then ${shared} end`,
    share: sql`case when ${hasRange(anchor)} then (${shared})::float8 / (${endWord} - ${startWord} + 1) end`,
  };
}

export const wordsOf = (vector: RowAlias): Place => ({
  page: vector.column('page'),
  startWord: vector.column('startWord'),
  endWord: vector.column('endWord'),
});
