import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf } from '../connection/connection-type.ts';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { EDGES } from '../lineage/edges.ts';
import { includeReused } from '../lineage/fields/edge-fields.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { indexRunOf } from '../lineage/index-source.ts';
import { INCLUDE_REUSED, joined } from '../lineage/joined.ts';
import { needs } from '../lineage/need.ts';
import { papersOf } from '../lineage/paper-ties.ts';
import type { Given, Relation } from '../lineage/relation.ts';
import { tableRows } from '../lineage/row-type.ts';
import type { Source, Sources } from '../lineage/source.ts';
import { builder } from '../schema/builder.ts';

const NAME = 'WorkflowRun.vectors';
const OWN = joined(NAME, 'WorkflowRun', EDGES.WorkflowRun.vectors);

interface Which {
  readonly includeReused: boolean;
  readonly includeShared: boolean;
}

/** The chunks of a run: those that its builds wrote, or those of its papers where another run's build has taken them. */
const VECTORS: Relation<Which> = {
  ...OWN,
  startsAt: ['runId', 'papersDir'],
  edgeColumns: columnsByField([derivedColumn('isShared', 'Boolean', { nullable: false })]),
  subqueries: 10,
  args: {
    read: ({ includeReused, includeShared }) => {
      const value = { includeReused: includeReused === true, includeShared: includeShared === true };
      return { value, shape: JSON.stringify(value) };
    },
  },
  cost: ({ includeReused, includeShared }) => ({
    base: (includeReused ? 5 : 0) + (includeShared ? 10 : 0),
    rows: 0,
  }),
  source: (sources, run, given) =>
    given.args.includeShared ? withShared(sources, run, given.args) : ofBuilds(sources, run, given),
};

function ofBuilds(sources: Sources, run: RowAlias, given: Given<Which>): Source {
  const args = given.args.includeReused ? INCLUDE_REUSED : '';
  const source = OWN.source(sources, run, { ...given, args });
  return { ...source, edge: { column: () => sql`false` } };
}

/** A chunk has one build: a later build of the same paper takes it, and a build that is reused keeps its first run. */
function withShared(sources: Sources, run: RowAlias, { includeReused }: Which): Source {
  const { from, where, row } = sources.table('Vector');
  const runId = run.column('runId');
  const own = buildsOf(sources, includeReused ? indexRunOf(sources, runId) : runId);
  const isOwn = sql`${row.column('pipelineRunId')} = any(${own})`;
  const written = sources.table('Vector');
  const hasOwn = sql`exists (select from ${written.from} where ${and([
    sql`${written.row.column('pipelineRunId')} = any(${own})`,
    ...written.where,
  ])})`;
  const papers = sql`select doc_id from ${papersOf(sources, run)} as ${sql.ref(sources.alias('papers'))} where doc_id is not null`;
  const ofPapers = sql`${row.column('docId')} = any(case when ${hasOwn} then '{}'::text[] else array(${papers}) end)`;
  return {
    from,
    where: [sql`(${isOwn} or ${ofPapers})`, ...where],
    row,
    edge: { column: () => sql`(${isOwn}) is not true` },
  };
}

function buildsOf(sources: Sources, runId: Sql): Sql {
  const { from, where, row } = sources.table('PipelineRun');
  const ofRun = and([sql`${row.column('workflowRunId')} = ${runId}`, ...where]);
  return sql`array(select ${row.column('rowId')} from ${from} where ${ofRun})`;
}

builder.objectField('WorkflowRun', 'vectors', (t) =>
  t.field({
    type: connectionOf('RunVector', 'Vector', {
      isShared: {
        type: 'Boolean',
        description:
          "Whether the chunk is one of the run's papers that no build of the run has written: only with includeShared.",
        extensions: needs({ kind: 'value', fields: ['isShared'] }),
      },
    }),
    description: EDGES.WorkflowRun.vectors.description,
    args: {
      ...includeReused,
      includeShared: t.arg.boolean({
        description:
          'Of a run that has no chunks of its own, those of its papers (see papers), each marked by isShared; not by default.',
      }),
      ...connectionArguments(listed(tableRows('Vector'))),
    },
    ...fromRows(VECTORS),
  }),
);
