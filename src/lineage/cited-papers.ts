import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
import { attempt, available } from './available.ts';
import { isHeader } from './header.ts';
import { fileName } from './paper-path.ts';
import { matched, named, reusedRuns } from './paper-ties.ts';
import type { Sources } from './source.ts';
import { unionAll } from './union.ts';

/** Tables of a statement that say in which papers the answers of `record` are to be looked for. */
export interface CitedPapers {
  readonly tables: Sql;
  /** `run_id`, `id` and `level`: the builds with chunks, 1 of the run itself, 2 of those that it took over. */
  readonly build: string | undefined;
  /** `record_id`, `doc_id`: the papers that an answer names, else those that its run names if it has no index. */
  readonly paper: string;
}

/** `record`: a table of the statement with `id`, `run_id` and `names`, the paths that the answer itself names. */
export function citedPapers(sources: Sources, record: string): CitedPapers {
  const run = sources.alias('run');
  const build = sources.alias('build');
  const paper = sources.alias('paper');
  const row: RowAlias = {
    column: (field) => {
      if (field === 'runId') return sql.ref(`${run}.run_id`);
      // Throws where the database has no such column.
      sources.table('RunRecord').row.column(field);
      return sql.ref(`${run}.papers_dir`);
    },
  };
  const builds = attempt(() => buildsOf(sources, run, row));
  const isBuilt = !(builds instanceof LineageError);
  const unbuilt = isBuilt
    ? sql`(select * from ${sql.ref(run)} where run_id not in (select run_id from ${sql.ref(build)}))`
    : sql.ref(run);
  const papers = attempt(() => papersNamed(sources, record, { run, row, unbuilt }));
  if (papers instanceof LineageError && !isBuilt) throw papers;
  const none = sql`select null::bigint, null::text where false`;
  return {
    tables: sql`${sql.ref(run)}(run_id, papers_dir) as materialized (${runsOf(sources, record)})${
      isBuilt ? sql`, ${sql.ref(build)}(run_id, id, level) as materialized (${builds})` : sql``
    }, ${sql.ref(paper)}(record_id, doc_id) as materialized (${papers instanceof LineageError ? none : papers})`,
    build: isBuilt ? build : undefined,
    paper,
  };
}

/** The runs of the answers, each once. */
function runsOf(sources: Sources, record: string): Sql {
  const runs = sql`(select distinct run_id from ${sql.ref(record)}) as answered`;
  if (!sources.has('RunRecord', 'papersDir')) return sql`select answered.run_id, null::text from ${runs}`;
  const { from, row, where } = sources.table('RunRecord');
  const on = and([sql`${row.column('runId')} = answered.run_id`, ...isHeader(row), ...where]);
  return sql`select answered.run_id, ${row.column('papersDir')} from ${runs} left join ${from} on ${on}`;
}

/** The builds of each run that have chunks: a later build takes those of the one before. */
function buildsOf(sources: Sources, run: string, row: RowAlias): Sql {
  const runId = row.column('runId');
  const builds = (level: number, of: Sql, tables: Sql): Sql => {
    const build = sources.table('PipelineRun');
    const vector = sources.table('Vector');
    const id = build.row.column('rowId');
    const hasChunks = sql`exists (select from ${vector.from} where ${and([sql`${vector.row.column('pipelineRunId')} = ${id}`, ...vector.where])})`;
    return sql`select ${runId}, ${id}, ${sql.lit(level)} from ${tables} cross join ${build.from} where ${and([
      sql`${build.row.column('workflowRunId')} = ${of}`,
      hasChunks,
      ...build.where,
    ])}`;
  };
  return unionAll(
    available([
      () => [builds(1, runId, sql.ref(run))],
      () => {
        const reused = reusedRuns(sources, runId);
        return [builds(2, reused.runId, sql`${sql.ref(run)} cross join lateral ${reused.from}`)];
      },
    ]),
  );
}

function papersNamed(
  sources: Sources,
  record: string,
  { run, row, unbuilt }: { readonly run: string; readonly row: RowAlias; readonly unbuilt: Sql },
): Sql {
  const { from, row: document, where } = sources.table('Document');
  const docId = document.column('docId');
  const name = sources.alias('name');
  const isNamed = and([
    sql`${fileName(document.column('path'))} = ${fileName(sql.ref(`${name}.path`))}`,
    ...where,
  ]);
  // A path that many answers name is compared once.
  const names = sql`select distinct ${sql.ref(name)}.path from ${sql.ref(record)} cross join lateral unnest(${sql.ref(
    `${record}.names`,
  )}) as ${sql.ref(name)}(path)`;
  const byAnswer = sql`select naming.id, same.doc_id from (select ${sql.ref(name)}.path, ${docId} as doc_id from (${names}) as ${sql.ref(
    name,
  )} cross join ${from} where ${isNamed}) as same join (select id, unnest(names) as path from ${sql.ref(record)}) as naming on naming.path = same.path`;
  const meant = sources.alias('meant');
  const byRun = attempt(() => matched(sources, named(sources, row)));
  if (byRun instanceof LineageError) return byAnswer;
  return sql`${byAnswer} union select ${sql.ref(record)}.id, found.doc_id from (select distinct ${sql.ref(run)}.run_id, ${sql.ref(
    meant,
  )}.doc_id from ${unbuilt} as ${sql.ref(run)} cross join lateral (${byRun}) as ${sql.ref(meant)}(doc_id, path, evidence)) as found
    cross join ${sql.ref(record)} where ${sql.ref(`${record}.run_id`)} = found.run_id and ${sql.ref(`${record}.names`)} = '{}' and found.doc_id is not null`;
}
