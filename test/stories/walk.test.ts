import { describe, expect, it } from 'vitest';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent, realRunsPresent } from '../support/real-runs.ts';
import { useServer } from '../support/use-server.ts';

/**
 * The walk: one request from a workflow run to everything it made. Read this first.
 * What it must give is told by plain SQL, one statement per part.
 */
const WALK = `query ($runId: String!) {
  workflowRun(runId: $runId) {
    runId status startedAt createdAt
    header { rowId }
    steps { rowId step status }
    records(first: 500) { totalCount nodes { rowId recordKind recordKey status } }
    prepManifest { runId corpusHash }
    pipelineRuns(first: 500) { nodes { rowId
      shards(first: 500) { nodes { rowId shardName indexVersion { indexId corpusFingerprint } } }
      vectors(first: 500) { totalCount nodes { rowId chunkId page document { docId title metadata { docId primaryDoi } } } } } }
    retrievalEvents(first: 500) { totalCount nodes { rowId method requestId } }
    tokenUsage(first: 500) { totalCount nodes { rowId model totalTokens requestId } }
    usage { calls inputTokens outputTokens totalTokens costUsd }
  }
}`;

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
type Rows = Record<string, unknown>[];

/** Rows with 63-bit keys as text, under the names of the graph. */
const named = (rows: Rows, names: Readonly<Record<string, string>>, keys: readonly string[]): Rows =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(names).map(([to, from]) => [to, keys.includes(to) ? text(row[from]) : row[from]]),
    ),
  );

async function expectedWalk(sql: ReturnType<ReturnType<typeof useServer>>['sql'], runId: string) {
  const of = (query: string): Promise<Rows> => sql(query, [runId]);
  const records = await of('select * from workflow.run_records where run_id = $1 order by id');
  const order = ['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report'];
  const steps = records
    .filter((row) => row.record_kind === 'step')
    .sort(
      (a, b) => order.indexOf(String(a.step)) - order.indexOf(String(b.step)) || Number(a.id) - Number(b.id),
    );
  const header = records.find((row) => row.record_kind === 'run');
  const builds = await of('select * from indexing.pipeline_runs where workflow_run_id = $1 order by id');
  const shards = await of(`select s.*, v.corpus_fingerprint from indexing.index_shards s
    join indexing.index_versions v using (index_id)
    where pipeline_run_id in (select id from indexing.pipeline_runs where workflow_run_id = $1) order by s.id`);
  const vectors =
    await of(`select v.id, v.chunk_id, v.page, v.pipeline_run_id, d.doc_id, d.title, m.doc_id as meta, m.primary_doi
    from indexing.vectors v join ingestion.documents d using (doc_id) left join ingestion.paper_metadata m using (doc_id)
    where pipeline_run_id in (select id from indexing.pipeline_runs where workflow_run_id = $1) order by v.id`);
  const [manifest = null] = await of('select * from ingestion.prep_manifests where run_id = $1');
  const events = await of('select * from retrieval.retrieval_events where run_id = $1 order by id');
  const usage = await of('select * from observability.token_usage where run_id = $1 order by id');
  const [sum] =
    await of(`select count(*)::int as calls, coalesce(sum(input_tokens), 0)::int as input, coalesce(sum(output_tokens), 0)::int as output,
    coalesce(sum(total_tokens), 0)::int as total, sum(cost_usd_total) as cost from observability.token_usage where run_id = $1`);
  const at = (rows: Rows, build: Record<string, unknown>) =>
    rows.filter((row) => row.pipeline_run_id === build.id);
  return {
    runId,
    status: header?.status ?? null,
    header: header ? { rowId: text(header.id) } : null,
    steps: named(steps, { rowId: 'id', step: 'step', status: 'status' }, ['rowId']),
    records: {
      totalCount: records.length,
      nodes: named(
        records.slice(0, 500),
        { rowId: 'id', recordKind: 'record_kind', recordKey: 'record_key', status: 'status' },
        ['rowId'],
      ),
    },
    prepManifest: manifest && { runId, corpusHash: manifest.corpus_hash },
    pipelineRuns: {
      nodes: builds.map((build) => ({
        rowId: text(build.id),
        shards: {
          nodes: at(shards, build).map((row) => ({
            rowId: text(row.id),
            shardName: row.shard_name,
            indexVersion: { indexId: row.index_id, corpusFingerprint: row.corpus_fingerprint },
          })),
        },
        vectors: {
          totalCount: at(vectors, build).length,
          nodes: at(vectors, build)
            .slice(0, 500)
            .map((row) => ({
              rowId: text(row.id),
              chunkId: row.chunk_id,
              page: row.page,
              document: {
                docId: row.doc_id,
                title: row.title,
                metadata: row.meta === null ? null : { docId: row.meta, primaryDoi: row.primary_doi },
              },
            })),
        },
      })),
    },
    retrievalEvents: {
      totalCount: events.length,
      nodes: named(events.slice(0, 500), { rowId: 'id', method: 'method', requestId: 'request_id' }, [
        'rowId',
      ]),
    },
    tokenUsage: {
      totalCount: usage.length,
      nodes: named(
        usage.slice(0, 500),
        { rowId: 'id', model: 'model', totalTokens: 'total_tokens', requestId: 'request_id' },
        ['rowId'],
      ),
    },
    usage: {
      calls: sum?.calls,
      inputTokens: sum?.input,
      outputTokens: sum?.output,
      totalTokens: sum?.total,
      costUsd: sum?.cost === null ? null : expect.closeTo(Number(sum?.cost), 8),
    },
  };
}

const ALL_RUNS = `select run_id from workflow.run_records union select run_id from observability.token_usage
  union select run_id from retrieval.retrieval_events union select run_id from ingestion.prep_manifests
  union select workflow_run_id from indexing.pipeline_runs order by 1`;

function walkEveryRun(api: ReturnType<typeof useServer>, atLeast: number): void {
  it('gives for every run what plain SQL gives, row by row, in one statement each', async () => {
    const runs = (await api().sql(ALL_RUNS)).map((row) => row.run_id).filter((id) => id !== null);
    expect(runs.length).toBeGreaterThanOrEqual(atLeast);
    for (const run of runs) {
      const runId = String(run);
      const expected = await expectedWalk(api().sql, runId);
      api().statements.length = 0;
      const { workflowRun } = await api().data(WALK, { runId });
      expect(api().statements, 'one statement a walk; the issue allows 12').toHaveLength(1);
      const { startedAt, createdAt, ...walked } = workflowRun;
      expect(walked).toEqual(expected);
      expect(Number.isNaN(Date.parse(createdAt))).toBe(false);
      expect(startedAt === null || !Number.isNaN(Date.parse(startedAt))).toBe(true);
    }
  });
}

describe('the walk over the demo', () => {
  const api = useServer('demo');
  walkEveryRun(api, 40);

  it('walks with one statement however many rows there are, and reads no column that nobody selected', async () => {
    api().statements.length = 0;
    await api().data(WALK, { runId: WALK_RUN });
    await api().data(WALK, { runId: 'demo-usage-only' });
    expect(api().statements).toHaveLength(2);
    const [large, small] = api().statements;
    expect(large?.text).toBe(small?.text);
    for (const column of [
      'payload_json',
      'config_effective_json',
      'output_json',
      'stats_json',
      'embedding',
      '"text"',
      'query',
    ]) {
      expect(large?.text, column).not.toContain(column);
    }
    expect(large?.text).not.toContain('*,');
    expect(large?.text).not.toMatch(/\.\*/);
  });
});

describe.skipIf(!realRunsPresent)(`the walk over a real database (${NEEDS_REAL_RUNS})`, () => {
  walkEveryRun(useServer('real-runs'), 15);
});

describe.skipIf(!realRunsAsWrittenPresent)(
  `the walk over rows as the producer writes them (${NEEDS_REAL_RUNS})`,
  () => {
    walkEveryRun(useServer('real-runs-as-written'), 15);
  },
);
