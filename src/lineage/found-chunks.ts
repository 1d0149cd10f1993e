import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { meets, placeIn, wordsOf } from './anchor.ts';
import { citedPapers } from './cited-papers.ts';
import type { Sources } from './source.ts';

const at = (table: string, ...columns: readonly string[]): Sql =>
  sql.join(columns.map((column) => sql.ref(`${table}.${column}`)));

/**
 * The chunks that each anchor meets: in the index that its run built, else in one that the run took over, else in any
 * of the papers that the answer or the run names. `record` and `anchor` are tables of the statement. Each step joins
 * two tables by all that they share: of three at once the planner, which knows nothing of them, may join two by the
 * page alone.
 */
export function foundIn(
  sources: Sources,
  { record, anchor }: { readonly record: string; readonly anchor: string },
) {
  const papers = citedPapers(sources, record);
  const { build, paper } = papers;
  const indexed = sources.alias('indexed');
  const place = sources.alias('place');
  const printed = sources.alias('printed');
  const met = sources.alias('met');
  const isNamed = sql`(${at(anchor, 'record_id')}, ${at(indexed, 'doc_id')}) in (select record_id, doc_id from ${sql.ref(paper)})`;
  const inIndex = sql`select ${at(anchor, 'record_id', 'position')}, ${at(indexed, 'level', 'id', 'doc_id')} from ${sql.ref(
    anchor,
  )} join ${sql.ref(indexed)} on ${and([
    sql`${at(indexed, 'run_id')} = ${at(anchor, 'run_id')}`,
    meets(placeIn(indexed), placeIn(anchor)),
  ])} where ${at(anchor, 'names')} = '{}' or ${isNamed}`;
  const inPapers = sql`select ${at(place, 'record_id', 'position')}, 3, ${at(printed, 'id', 'doc_id')} from ${sql.ref(
    place,
  )} join ${sql.ref(printed)} on ${and([
    sql`${at(printed, 'doc_id')} = ${at(place, 'doc_id')}`,
    meets(placeIn(printed), placeIn(place)),
  ])}`;
  const words = 'id, doc_id, page, start_word, end_word';
  const ofRun = sql`exists (select from ${sql.ref(paper)} where ${at(paper, 'record_id')} = ${at(anchor, 'record_id')})`;
  const ofIndex =
    build === undefined
      ? sql`false`
      : sql`${at(anchor, 'names')} = '{}' and ${at(anchor, 'run_id')} in (select run_id from ${sql.ref(build)})`;
  return {
    tables: sql`${papers.tables}${
      build === undefined
        ? sql``
        : sql`, ${sql.ref(indexed)}(run_id, level, ${sql.raw(words)}) as materialized (${chunksOfBuilds(sources, build)})`
    }, ${sql.ref(place)} as materialized (select ${sql.ref(anchor)}.*, ${at(paper, 'doc_id')} from ${sql.ref(anchor)} join ${sql.ref(
      paper,
    )} on ${at(paper, 'record_id')} = ${at(anchor, 'record_id')}),
      ${sql.ref(printed)}(${sql.raw(words)}) as materialized (${chunksOfPapers(sources, paper)}),
      ${sql.ref(met)}(record_id, position, level, id, doc_id) as (${
        build === undefined ? inPapers : sql`${inIndex} union all ${inPapers}`
      })`,
    columns: sql`found.doc_ids, found.vector_ids, (${ofRun} or (${ofIndex})) as has_papers`,
    joins: sql`left join (select record_id, position, array_agg(distinct doc_id) as doc_ids, array_agg(id order by id) as vector_ids
      from (select *, min(level) over (partition by record_id, position) as best from ${sql.ref(met)}) as ranked
      where level = best group by record_id, position) as found on ${at('found', 'record_id')} = ${at(anchor, 'record_id')} and ${at(
        'found',
        'position',
      )} = ${at(anchor, 'position')}`,
  };
}

/**
 * The chunks of each row of a table, found by an index: OFFSET keeps the planner, which takes these tables to be large,
 * from reading all vectors.
 */
function chunksOf(sources: Sources, keys: Sql, further: readonly Sql[], on: (vector: RowAlias) => Sql): Sql {
  const { from, row, where } = sources.table('Vector');
  const { page, startWord, endWord } = wordsOf(row);
  const columns = sql.join([row.column('rowId'), row.column('docId'), page, startWord, endWord]);
  const chunk = sql.ref(sources.alias('chunk'));
  return sql`select ${sql.join([...further, sql`${chunk}.*`])} from ${keys} cross join lateral (select ${columns} from ${from} where ${and(
    [on(row), ...where],
  )} offset 0) as ${chunk}`;
}

const chunksOfBuilds = (sources: Sources, build: string): Sql =>
  chunksOf(
    sources,
    sql.ref(build),
    [at(build, 'run_id', 'level')],
    (vector) => sql`${vector.column('pipelineRunId')} = ${at(build, 'id')}`,
  );

const chunksOfPapers = (sources: Sources, paper: string): Sql =>
  chunksOf(
    sources,
    sql`(select distinct doc_id from ${sql.ref(paper)}) as ${sql.ref(paper)}`,
    [],
    (vector) => sql`${vector.column('docId')} = ${at(paper, 'doc_id')}`,
  );
