import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { available } from './available.ts';
import { HEADER } from './header.ts';
import { fileName, foldedPath, foldersOf, isBelow } from './paper-path.ts';
import { isReuseOf, namesReuseSource, reuseSourceOf } from './reuse-source.ts';
import type { Source, Sources } from './source.ts';
import { unionAll } from './union.ts';
import { walked } from './walked.ts';

/** The papers in the index of a run: their ids and paths. */
function indexed(sources: Sources, runId: Sql, evidence: string, through?: Sql): Sql {
  const build = sources.table('PipelineRun');
  const vector = sources.table('Vector');
  const document = sources.table('Document');
  const tables = [...(through ? [through] : []), build.from, vector.from, document.from];
  return sql`select ${document.row.column('docId')}, ${document.row.column('path')}, ${sql.lit(evidence)} from ${sql.join(
    tables,
    sql` cross join `,
  )} where ${and([
    sql`${build.row.column('workflowRunId')} = ${runId}`,
    sql`${vector.row.column('pipelineRunId')} = ${build.row.column('rowId')}`,
    sql`${document.row.column('docId')} = ${vector.row.column('docId')}`,
    ...build.where,
    ...vector.where,
    ...document.where,
  ])}`;
}

/** The steps that took over an index. */
function reusingSteps(sources: Sources): Source {
  const { row, where, ...source } = sources.table('RunRecord');
  const isReuse = [
    sql`${row.column('recordKind')} = 'step'`,
    sql`${row.column('step')} = 'index'`,
    namesReuseSource(row),
  ];
  return { ...source, row, where: [...isReuse, ...where] };
}

/** The runs whose index this run took over, through chains. */
export function reusedRuns(sources: Sources, runId: Sql): { readonly from: Sql; readonly runId: Sql } {
  const next = (of: Sql): Source => {
    const { row, where, ...steps } = reusingSteps(sources);
    const source = reuseSourceOf(row);
    return {
      ...steps,
      where: [sql`${row.column('runId')} = ${of}`, ...where],
      row: { column: () => source },
    };
  };
  const { from, row } = walked(sources, 'reused', [(run) => next(run.column('runId'))], {
    from: next(runId),
    fields: ['runId'],
  });
  return { from, runId: row.column('runId') };
}

/** The files that a manifest lists, of which some may be of no form that is known. */
export const filesOf = (payload: Sql): Sql =>
  sql`jsonb_array_elements(case when jsonb_typeof(${payload} -> 'files') = 'array' then ${payload} -> 'files' end)`;

/** The paths that a run names: in its manifest, and as its folder, which can be a file. */
export function named(sources: Sources, run: RowAlias): readonly Sql[] {
  return available([
    () => {
      const { from, row, where } = sources.table('PrepManifest');
      const file = sql.ref(sources.alias('file'));
      const path = sql`${file} ->> 'path'`;
      return [
        sql`select ${path}, 'manifest' from ${from} cross join lateral ${filesOf(row.column('payload'))} as ${file} where ${and(
          [sql`${row.column('runId')} = ${run.column('runId')}`, sql`${path} <> ''`, ...where],
        )}`,
      ];
    },
    () => [sql`select ${run.column('papersDir')}, 'papers_dir' where ${run.column('papersDir')} <> ''`],
  ]);
}

/** The documents that a named path means, or none of them: then the path alone. */
export function matched(sources: Sources, names: readonly Sql[]): Sql {
  const alias = sources.alias('named');
  const path = sql.ref(`${alias}.path`);
  const evidence = sql.ref(`${alias}.evidence`);
  const documents = (condition: (of: Sql) => Sql, shown: (of: Sql) => Sql): Sql => {
    const { from, row, where } = sources.table('Document');
    const of = row.column('path');
    return sql`select ${row.column('docId')}, ${shown(of)} from ${from} where ${and([condition(of), ...where])}`;
  };
  const same = documents(
    (of) => sql`${fileName(of)} = ${fileName(path)}`,
    () => path,
  );
  const below = documents(
    (of) => sql`${evidence} = 'papers_dir' and ${isBelow(of, path)}`,
    (of) => of,
  );
  const meant = sources.alias('meant');
  const shown = sql`coalesce(${sql.ref(`${meant}.path`)}, ${path})`;
  return sql`select ${sql.ref(`${meant}.doc_id`)}, ${shown}, ${evidence} from (${unionAll(names)}) as ${sql.ref(alias)}(path, evidence)
    left join lateral (${same} union ${below}) as ${sql.ref(meant)}(doc_id, path) on true`;
}

/**
 * The papers of a run, each once: `doc_id` (null where no document has the path), `path` and `evidence`. A folder in
 * which no document lies is left out if another way names papers in a folder of that name.
 */
export function papersOf(sources: Sources, run: RowAlias): Sql {
  const runId = run.column('runId');
  const ties = available([
    () => [indexed(sources, runId, 'index_rows')],
    () => {
      const reused = reusedRuns(sources, runId);
      return [indexed(sources, reused.runId, 'reused_index', reused.from)];
    },
    () => [matched(sources, named(sources, run))],
  ]);
  const tie = sql.ref(sources.alias('tie'));
  const paper = sql.ref(sources.alias('paper'));
  const isFolder = sql`exists (select from ${tie} where position('/' || ${fileName(sql`${paper}.path`)} || '/' in '/' || ${foldedPath(
    sql`${tie}.path`,
  )}) > 0)`;
  return sql`(with ${tie}(doc_id, path, evidence) as (${unionAll(ties)}),
    ${paper} as (select doc_id, coalesce(min(path) filter (where evidence = 'manifest'), min(path) filter (where evidence = 'papers_dir'), min(path)) as path, array_agg(distinct evidence order by evidence) as evidence
      from ${tie} group by doc_id, case when doc_id is null then ${fileName(sql`path`)} end)
    select doc_id, path, evidence from ${paper}
    where doc_id is not null or evidence <> array['papers_dir'] or not ${isFolder})`;
}

/** The runs of a paper, each once: `run_id` and `evidence`; the same ties the other way round. */
export function runsOf(sources: Sources, document: RowAlias): Sql {
  const path = document.column('path');
  const ties = available([
    () => [built(sources, document, 'index_rows')],
    () => [reusing(sources, document)],
    () => {
      const { from, row, where } = sources.table('PrepManifest');
      const file = sql.ref(sources.alias('file'));
      const listed = sql`${file} ->> 'path'`;
      return [
        sql`select ${row.column('runId')}, 'manifest' from ${from} where ${and([
          sql`exists (select from ${filesOf(row.column('payload'))} as ${file} where ${listed} <> '' and ${fileName(listed)} = ${fileName(path)})`,
          ...where,
        ])}`,
      ];
    },
    () => [
      header(sources, (dir) => sql`${fileName(dir)} = ${fileName(path)}`),
      header(sources, (dir) => sql`${foldedPath(dir)} = any(${foldersOf(path)})`),
    ],
  ]);
  return sql`(select run_id, array_agg(distinct evidence order by evidence) as evidence
    from (${unionAll(ties)}) as ${sql.ref(sources.alias('tie'))}(run_id, evidence) group by run_id)`;
}

function header(sources: Sources, condition: (papersDir: Sql) => Sql): Sql {
  const { from, row, where } = sources.table('RunRecord');
  const papersDir = row.column('papersDir');
  const isHeader = Object.entries(HEADER).map(
    ([field, value]) => sql`${row.column(field)} = ${sql.lit(value)}`,
  );
  return sql`select ${row.column('runId')}, 'papers_dir' from ${from} where ${and([
    condition(papersDir),
    sql`${papersDir} <> ''`,
    ...isHeader,
    ...where,
  ])}`;
}

function built(sources: Sources, document: RowAlias, evidence: string): Sql {
  const build = sources.table('PipelineRun');
  const vector = sources.table('Vector');
  const runId = build.row.column('workflowRunId');
  return sql`select distinct ${runId}, ${sql.lit(evidence)} from ${vector.from} cross join ${build.from} where ${and(
    [
      sql`${vector.row.column('docId')} = ${document.column('docId')}`,
      sql`${build.row.column('rowId')} = ${vector.row.column('pipelineRunId')}`,
      sql`${runId} is not null`,
      ...vector.where,
      ...build.where,
    ],
  )}`;
}

/** The runs that took over the index of such a run, through chains. */
function reusing(sources: Sources, document: RowAlias): Sql {
  const next = (run: Sql): Source => {
    const { row, where, ...steps } = reusingSteps(sources);
    return { ...steps, where: [isReuseOf(row, run), ...where], row };
  };
  const first = sql.ref(sources.alias('built'));
  const { from, ...steps } = next(sql`${first}.run_id`);
  const builds = sql`(${built(sources, document, 'index_rows')}) as ${first}(run_id, evidence)`;
  const runs = walked(sources, 'reusing', [(run) => next(run.column('runId'))], {
    from: { ...steps, from: sql`${builds} cross join ${from}` },
    fields: ['runId'],
  });
  return sql`select ${runs.row.column('runId')}, 'reused_index' from ${runs.from}`;
}
