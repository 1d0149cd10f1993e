import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { runsOf } from '../lineage/paper-ties.ts';
import { reusing } from '../lineage/reused-from.ts';
import type { Source, Sources } from '../lineage/source.ts';
import { walked } from '../lineage/walked.ts';
import type { TypeName } from '../schema/builder.ts';

/** Subqueries of one column, the ids of runs. */
type Runs = (sources: Sources, of: RowAlias) => Sql;

const runOfBuild = (sources: Sources, pipelineRunId: Sql): Sql => {
  const { from, row, where } = sources.table('PipelineRun');
  return sql`select ${row.column('workflowRunId')} from ${from} where ${and([
    sql`${row.column('rowId')} = ${pipelineRunId}`,
    ...where,
  ])}`;
};

const runsOfVersion: Runs = (sources, version) => {
  const shard = sources.table('IndexShard');
  const build = sources.table('PipelineRun');
  return sql`select ${build.row.column('workflowRunId')} from ${shard.from} cross join ${build.from} where ${and(
    [
      sql`${shard.row.column('indexId')} = ${version.column('indexId')}`,
      sql`${build.row.column('rowId')} = ${shard.row.column('pipelineRunId')}`,
      ...shard.where,
      ...build.where,
    ],
  )}`;
};

const runsOfPaper = (sources: Sources, document: RowAlias): Sql =>
  sql`select run_id from ${runsOf(sources, document)} as ${sql.ref(sources.alias('read_by'))}`;

/** Those of its build, and those that read its paper: a chunk is made of the content, whichever build holds its row. */
const runsOfChunk: Runs = (sources, vector) => {
  const { from, row, where } = sources.table('Document');
  const run = sql.ref(sources.alias('reader'));
  return sql`${runOfBuild(sources, vector.column('pipelineRunId'))} union select ${run}.run_id from ${from} cross join lateral (${runsOfPaper(
    sources,
    row,
  )}) as ${run} where ${and([sql`${row.column('docId')} = ${vector.column('docId')}`, ...where])}`;
};

/** With the runs that took a result from one of them, and so on. */
export function withReusing(sources: Sources, runs: Sql): Sql {
  const first = sql.ref(sources.alias('first'));
  const runId = sql`${first}.run_id`;
  const found: Source = {
    from: sql`(${runs}) as ${first}(run_id)`,
    where: [sql`${runId} is not null`],
    row: { column: () => runId },
  };
  const { from, where, row } = sources.has('RunRecord', 'reuseSourceRunId')
    ? walked(sources, 'affected', [(run) => reusing(sources, run.column('runId'))], {
        from: found,
        fields: ['runId'],
      })
    : found;
  return sql`select ${row.column('runId')} from ${from} where ${and(where)}`;
}

/** A type whose rows runs rest on. */
export interface ImpactOwner {
  readonly type: TypeName;
  readonly startsAt: readonly string[];
  readonly reads: readonly string[];
  readonly runs: Runs;
  /** When it is asked for, and which runs count. */
  readonly description: string;
}

const READ = ['PipelineRun', 'RunRecord'] as const;
export const IMPACT_OWNERS: readonly ImpactOwner[] = [
  {
    type: 'Document',
    startsAt: ['docId', 'path'],
    reads: ['Document', 'Vector', ...READ],
    runs: runsOfPaper,
    description:
      'What a retraction of the paper touches: the runs that read it, by every tie of Document.runs',
  },
  {
    type: 'Vector',
    startsAt: ['docId', 'pipelineRunId'],
    reads: ['Document', 'Vector', ...READ],
    runs: runsOfChunk,
    description:
      'What a bad chunk touches: the run whose build embedded it, and the runs that read its paper',
  },
  {
    type: 'IndexVersion',
    startsAt: ['indexId'],
    reads: ['IndexShard', ...READ],
    runs: runsOfVersion,
    description:
      'What another embedding model or another way of chunking touches: the runs whose builds wrote its shards',
  },
  {
    type: 'PipelineRun',
    startsAt: ['rowId'],
    reads: READ,
    runs: (sources, build) => runOfBuild(sources, build.column('rowId')),
    description: 'What a bad index build touches: the run that made it',
  },
];
