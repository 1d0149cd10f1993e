import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../../database/sql.ts';
import { available } from '../../lineage/available.ts';
import { present } from '../../lineage/computed.ts';
import { isHeader } from '../../lineage/header.ts';
import { fileName, foldedPath, foldersOf } from '../../lineage/paper-path.ts';
import { filesOf } from '../../lineage/paper-ties.ts';
import { tableRows } from '../../lineage/row-type.ts';
import type { Sources } from '../../lineage/source.ts';
import { type Audit, isBefore, kept, noneOf } from './audit.ts';

/** That no run has the paper in an index which it built. An index that others took over is one of these. */
function isInNoIndex(sources: Sources, document: RowAlias): Sql {
  const vector = sources.table('Vector');
  const build = sources.table('PipelineRun');
  return noneOf({ ...vector, from: sql`${vector.from} cross join ${build.from}` }, [
    sql`${vector.row.column('docId')} = ${document.column('docId')}`,
    sql`${build.row.column('rowId')} = ${vector.row.column('pipelineRunId')}`,
    sql`${build.row.column('workflowRunId')} is not null`,
    ...build.where,
  ]);
}

function isInNoManifest(sources: Sources, document: RowAlias): Sql {
  const { from, row, where } = sources.table('PrepManifest');
  const file = sql.ref(sources.alias('file'));
  const files = sql`${from} cross join lateral ${filesOf(row.column('payload'))} as ${file}`;
  const name = fileName(sql`${file} ->> 'path'`);
  return noneOf({ from: files, row, where }, [sql`${name} = ${fileName(document.column('path'))}`]);
}

/** The folders that runs name are gathered once, for all documents. */
function isInNoFolder(sources: Sources, document: RowAlias): readonly Sql[] {
  const same = sources.table('RunRecord');
  const above = sources.table('RunRecord');
  const path = document.column('path');
  const [file, folder] = [same.row.column('papersDir'), above.row.column('papersDir')];
  const folders = sql`array(select distinct ${foldedPath(folder)} from ${above.from} where ${and([
    sql`${folder} <> ''`,
    ...isHeader(above.row),
    ...above.where,
  ])})`;
  return [
    noneOf(same, [sql`${fileName(file)} = ${fileName(path)}`, sql`${file} <> ''`, ...isHeader(same.row)]),
    sql`not ${foldersOf(path)} && ${folders}`,
  ];
}

/** What lies there and nothing uses it, and jobs that nobody works on. */
export const UNUSED = {
  shard_without_vectors: {
    to: tableRows('IndexShard'),
    at: ['createdAt'],
    find: (sources) => {
      const source = sources.table('IndexShard');
      const vector = sources.table('Vector');
      const build = source.row.column('pipelineRunId');
      return kept(source, [noneOf(vector, [sql`${vector.row.column('pipelineRunId')} = ${build}`])]);
    },
  },
  document_without_run: {
    to: tableRows('Document'),
    at: ['extractedAt'],
    find: (sources) => {
      const source = sources.table('Document');
      const ties = available([
        () => [isInNoIndex(sources, source.row)],
        () => [isInNoManifest(sources, source.row)],
        () => isInNoFolder(sources, source.row),
      ]);
      return kept(source, ties);
    },
  },
  stuck_job: {
    to: tableRows('AsyncJob'),
    at: ['startedAt', 'createdAt'],
    find: (sources, hours) => {
      const source = sources.table('AsyncJob');
      const times = present(sources, 'AsyncJob', source.row, ['lockedAt', 'startedAt', 'updatedAt']);
      const last = sql`greatest(${sql.join([...times, source.row.column('createdAt')])})`;
      return kept(source, [sql`${source.row.column('status')} = 'running'`, isBefore(last, hours)]);
    },
  },
} satisfies Readonly<Record<string, Audit>>;
