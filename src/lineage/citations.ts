import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
import { anchorsIn, type Place, placeIn, placeOf } from './anchor.ts';
import { attempt } from './available.ts';
import { foundIn } from './found-chunks.ts';
import type { Sources } from './source.ts';

const FOUND = ['doc_ids', 'vector_ids', 'has_papers'] as const;
type Column = 'record_id' | 'run_id' | 'position' | 'raw' | (typeof FOUND)[number];

export interface Citations {
  readonly from: Sql;
  readonly anchor: Place;
  /** Those of `FOUND` throw where the database lacks what they are made of. */
  column(name: Column): Sql;
}

/** The records of answers. */
export function questions(sources: Sources, which: (record: RowAlias) => readonly Sql[]) {
  const { from, row, where } = sources.table('RunRecord');
  return { from, row, where: [sql`${row.column('recordKind')} = 'question'`, ...which(row), ...where] };
}

/** The id of a question; the key of its record where it has none. */
export const questionIdOf = (record: RowAlias): Sql =>
  sql`coalesce(${record.column('questionId')}, ${record.column('recordKey')})`;

/**
 * The anchors of these answers, each with the chunks in which its words were found. All of them are looked for
 * together, so that the work grows with their number and not with its square. `near` leaves out anchors that cannot
 * matter before papers are looked for.
 */
export function citationsOf(
  sources: Sources,
  which: (record: RowAlias) => readonly Sql[],
  near: (anchor: Place) => readonly Sql[] = () => [],
): Citations {
  const alias = sources.alias('citations');
  const record = sources.alias('record');
  const said = sources.alias('said');
  const anchor = sources.alias('anchor');
  const found = attempt(() => foundIn(sources, { record, anchor }));
  const isFound = !(found instanceof LineageError);
  return {
    from: sql`(with recursive ${sql.ref(record)}(id, run_id, anchors, names) as materialized (${recordsOf(sources, which)}),
      ${sql.ref(said)}(record_id, run_id, names, position, raw, page, start_word, end_word) as materialized (${anchorsOf(sources, record)}),
      ${sql.ref(anchor)} as materialized (select * from ${sql.ref(said)} where ${and(near(placeIn(said)))})${
        isFound ? sql`, ${found.tables}` : sql``
      } select ${sql.ref(anchor)}.*${isFound ? sql`, ${found.columns}` : sql``} from ${sql.ref(anchor)}${
        isFound ? sql` ${found.joins}` : sql``
      }) as ${sql.ref(alias)}`,
    anchor: placeIn(alias),
    column: (field) => {
      if (!isFound && FOUND.some((one) => one === field)) throw found;
      return sql.ref(`${alias}.${field}`);
    },
  };
}

function recordsOf(sources: Sources, which: (record: RowAlias) => readonly Sql[]): Sql {
  const { from, row, where } = questions(sources, which);
  const payload = row.column('payloadJson');
  return sql`select ${row.column('rowId')}, ${row.column('runId')}, ${payload} -> 'citation_anchors', ${namesIn(
    payload,
  )} from ${from} where ${and(where)}`;
}

/** The papers that an answer itself names, as an array of paths. */
function namesIn(payload: Sql): Sql {
  const papers = sql`${payload} -> 'papers'`;
  const path = sql`case jsonb_typeof(paper) when 'string' then paper #>> '{}' when 'object' then coalesce(paper ->> 'paper_path', paper ->> 'path') end`;
  return sql`array(select path from (select ${payload} ->> 'paper_path' union select ${path} from jsonb_array_elements(case when jsonb_typeof(${papers}) = 'array' then ${papers} end) as paper) as named(path) where path <> '')`;
}

function anchorsOf(sources: Sources, record: string): Sql {
  const raw = sources.alias('raw');
  const position = sql.ref(`${raw}.position`);
  const value = sql.ref(`${raw}.value`);
  const place = placeOf(value);
  const of = (column: string): Sql => sql.ref(`${record}.${column}`);
  return sql`select ${sql.join([of('id'), of('run_id'), of('names')])}, ${position}::integer, ${value}, ${place.page}, ${place.startWord}, ${place.endWord} from ${sql.ref(record)} cross join lateral ${anchorsIn(of('anchors'))} as ${sql.ref(raw)}(value, position)`;
}
