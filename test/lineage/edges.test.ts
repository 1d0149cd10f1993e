import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDGES, type Edge, PIPELINE_STEPS } from '../../src/lineage/edges.ts';
import { type TestDatabase, testDatabase } from '../support/databases.ts';
import { type Answer, startServer, type TestServer } from '../support/server.ts';

const RUNS = `(select run_id from workflow.run_records union select run_id from observability.token_usage
  union select run_id from retrieval.retrieval_events union select run_id from ingestion.prep_manifests
  union select workflow_run_id from indexing.pipeline_runs) r`;
const BUILDS = `${RUNS} join indexing.pipeline_runs b on b.workflow_run_id = r.run_id`;

/** Each edge as plain SQL: all pairs of a parent's and a child's key, the child's in the default order of the edge. */
const EXPECTED: Readonly<Record<string, string>> = {
  'WorkflowRun.header': `select r.run_id, h.id from ${RUNS} join workflow.run_records h
    on h.run_id = r.run_id and h.record_kind = 'run' and h.step = '' and h.record_key = 'main'`,
  'WorkflowRun.steps': `select r.run_id, s.id from ${RUNS} join workflow.run_records s on s.run_id = r.run_id and s.record_kind = 'step'
    order by case s.step ${PIPELINE_STEPS.map((step, place) => `when '${step}' then ${place}`).join(' ')} end, s.id`,
  'WorkflowRun.records': `select r.run_id, c.id from ${RUNS} join workflow.run_records c on c.run_id = r.run_id order by c.id`,
  'WorkflowRun.prepManifest': `select r.run_id, m.run_id from ${RUNS} join ingestion.prep_manifests m on m.run_id = r.run_id`,
  'WorkflowRun.pipelineRuns': `select r.run_id, b.id from ${BUILDS} order by b.id`,
  'WorkflowRun.shards': `select r.run_id, s.id from ${BUILDS} join indexing.index_shards s on s.pipeline_run_id = b.id order by s.id`,
  'WorkflowRun.vectors': `select r.run_id, v.id from ${BUILDS} join indexing.vectors v on v.pipeline_run_id = b.id order by v.id`,
  'WorkflowRun.documents': `select distinct r.run_id, v.doc_id from ${BUILDS} join indexing.vectors v on v.pipeline_run_id = b.id order by v.doc_id`,
  'WorkflowRun.retrievalEvents': `select r.run_id, e.id from ${RUNS} join retrieval.retrieval_events e on e.run_id = r.run_id order by e.id`,
  'WorkflowRun.tokenUsage': `select r.run_id, u.id from ${RUNS} join observability.token_usage u on u.run_id = r.run_id order by u.id`,
  'WorkflowRun.parent': `select h.run_id, h.parent_run_id from workflow.run_records h
    where h.record_kind = 'run' and h.parent_run_id in (select run_id from ${RUNS})`,
  'WorkflowRun.children': `select h.parent_run_id, h.run_id from workflow.run_records h
    where h.record_kind = 'run' and h.parent_run_id in (select run_id from ${RUNS}) order by h.created_at desc, h.run_id desc`,
  'WorkflowRun.reusedBy': `select c.reuse_source_run_id, c.id from workflow.run_records c where c.reuse_source_run_id is not null order by c.id`,
  'RunRecord.run': 'select id, run_id from workflow.run_records',
  'RunRecord.tokenUsage': `select c.id, u.id from workflow.run_records c join observability.token_usage u
    on u.run_id = c.run_id and u.question_id = c.question_id order by u.id`,
  'RunRecord.reusedFrom': `select c.id, c.reuse_source_run_id from workflow.run_records c where c.reuse_source_run_id in (select run_id from ${RUNS})`,
  'RunRecord.parentRun': `select c.id, c.parent_run_id from workflow.run_records c where c.parent_run_id in (select run_id from ${RUNS})`,
  'PrepManifest.run': 'select run_id, run_id from ingestion.prep_manifests',
  'Document.metadata': 'select doc_id, doc_id from ingestion.paper_metadata',
  'Document.openalexMetadata': `select d.doc_id, p.paper_path from ingestion.documents d
    join enrichment.paper_openalex_metadata p on p.paper_path = d.path`,
  'Document.vectors': 'select doc_id, id from indexing.vectors order by id',
  'Document.pipelineRuns': `select distinct v.doc_id, v.pipeline_run_id from indexing.vectors v order by 2`,
  'Document.workflowRuns': `select d.doc_id, b.workflow_run_id from (select distinct doc_id, pipeline_run_id from indexing.vectors) d
    join indexing.pipeline_runs b on b.id = d.pipeline_run_id
    join workflow.run_records h on h.run_id = b.workflow_run_id and h.record_kind = 'run'
    order by h.created_at desc, h.run_id desc`,
  'PaperMetadata.document': 'select doc_id, doc_id from ingestion.paper_metadata',
  'PaperOpenalexMetadata.document': `select p.paper_path, d.doc_id from enrichment.paper_openalex_metadata p
    join ingestion.documents d on d.path = p.paper_path`,
  'StreamlitUser.sessions':
    'select user_id, id from auth.streamlit_sessions where user_id is not null order by id',
  'StreamlitSession.user': 'select id, user_id from auth.streamlit_sessions where user_id is not null',
  'StreamlitSession.tokenUsage': `select s.id, u.id from auth.streamlit_sessions s
    join observability.token_usage u on u.session_id = s.session_id order by u.id`,
  'PipelineRun.workflowRun':
    'select id, workflow_run_id from indexing.pipeline_runs where workflow_run_id is not null',
  'PipelineRun.shards': 'select pipeline_run_id, id from indexing.index_shards order by id',
  'PipelineRun.vectors': 'select pipeline_run_id, id from indexing.vectors order by id',
  'PipelineRun.documents': 'select distinct pipeline_run_id, doc_id from indexing.vectors order by doc_id',
  'IndexVersion.shards': 'select index_id, id from indexing.index_shards order by id',
  'IndexVersion.pipelineRuns':
    'select distinct index_id, pipeline_run_id from indexing.index_shards order by 2',
  'IndexShard.indexVersion': 'select id, index_id from indexing.index_shards',
  'IndexShard.pipelineRun': 'select id, pipeline_run_id from indexing.index_shards',
  'IndexShard.workflowRun': `select s.id, b.workflow_run_id from indexing.index_shards s join indexing.pipeline_runs b on b.id = s.pipeline_run_id`,
  'IndexShard.vectors': `select s.id, v.id from indexing.index_shards s join indexing.vectors v using (pipeline_run_id) order by v.id`,
  'Vector.document': 'select id, doc_id from indexing.vectors',
  'Vector.pipelineRun': 'select id, pipeline_run_id from indexing.vectors',
  'Vector.workflowRun': `select v.id, b.workflow_run_id from indexing.vectors v join indexing.pipeline_runs b on b.id = v.pipeline_run_id`,
  'Vector.shards': `select v.id, s.id from indexing.vectors v join indexing.index_shards s using (pipeline_run_id) order by s.id`,
  'RetrievalEvent.run': 'select id, run_id from retrieval.retrieval_events where run_id is not null',
  'RetrievalEvent.tokenUsage': `select e.id, u.id from retrieval.retrieval_events e
    join observability.token_usage u on u.request_id = e.request_id order by u.id`,
  'TokenUsage.run': 'select id, run_id from observability.token_usage where run_id is not null',
  'TokenUsage.retrievalEvents': `select u.id, e.id from observability.token_usage u
    join retrieval.retrieval_events e on e.request_id = u.request_id order by e.id`,
  'TokenUsage.question': `select u.id, q.id from observability.token_usage u join workflow.run_records q
    on q.run_id = u.run_id and q.question_id = u.question_id and q.record_kind = 'question'`,
  'TokenUsage.session': `select u.id, s.id from observability.token_usage u join auth.streamlit_sessions s on s.session_id = u.session_id`,
};

/** Per type, the list of all its rows and the field of the key. */
const TYPES: Readonly<Record<string, readonly [list: string, key: string]>> = {
  WorkflowRun: ['workflowRuns', 'runId'],
  RunRecord: ['runRecords', 'rowId'],
  PrepManifest: ['prepManifests', 'runId'],
  Document: ['documents', 'docId'],
  PaperMetadata: ['paperMetadatas', 'docId'],
  PaperOpenalexMetadata: ['paperOpenalexMetadatas', 'paperPath'],
  StreamlitUser: ['streamlitUsers', 'rowId'],
  StreamlitSession: ['streamlitSessions', 'rowId'],
  PipelineRun: ['pipelineRuns', 'rowId'],
  IndexVersion: ['indexVersions', 'indexId'],
  IndexShard: ['indexShards', 'rowId'],
  Vector: ['vectors', 'rowId'],
  RetrievalEvent: ['retrievalEvents', 'rowId'],
  TokenUsage: ['tokenUsages', 'rowId'],
};

const keyOf = (type: string): string => TYPES[type]?.[1] ?? 'rowId';

let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await testDatabase('demo');
  server = await startServer(opened.database);
});
afterAll(async () => {
  await server.close();
  await opened.close();
});

type Pairs = Map<string, string[]>;
const add = (pairs: Pairs, parent: string, child: string): void =>
  void pairs.set(parent, [...(pairs.get(parent) ?? []), child]);

async function expectedPairs(edge: string): Promise<Pairs> {
  const rows = await opened.sql(`select x.* from (${EXPECTED[edge]}) as x(parent, child)`);
  const pairs: Pairs = new Map();
  for (const { parent, child } of rows)
    if (parent !== null && child !== null) add(pairs, String(parent), String(child));
  return pairs;
}

/** Walks the edge from every row of the type, page after page of parents. */
async function walkedPairs(type: string, name: string, edge: Edge, args = ''): Promise<Pairs> {
  const [list, key] = TYPES[type] ?? ['', ''];
  const child = keyOf(edge.to);
  const selection =
    edge.as === 'connection' ? `(first: 500) { nodes { child: ${child} } }` : `{ child: ${child} }`;
  const pairs: Pairs = new Map();
  let after: string | null = null;
  do {
    const document = `query ($after: String) { list: ${list}(first: 300, after: $after${args}) {
      pageInfo { hasNextPage endCursor } nodes { parent: ${key} edge: ${name} ${selection} } } }`;
    const data: Answer['data'] = await server.data(document, { after });
    const page = data.list;
    for (const { parent, edge: found } of page.nodes) {
      const children =
        edge.as === 'connection' ? found.nodes : edge.as === 'list' ? found : found ? [found] : [];
      for (const { child: key } of children) add(pairs, parent, key);
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return pairs;
}

describe('every edge, from every row, leads where plain SQL leads', () => {
  for (const [type, edges] of Object.entries(EDGES)) {
    for (const [name, edge] of Object.entries<Edge>(edges)) {
      it(`${type}.${name}`, async () => {
        const walked = await walkedPairs(type, name, edge);
        if (type === 'WorkflowRun') {
          const headless = await walkedPairs(type, name, edge, ', withoutHeader: true');
          for (const [parent, children] of headless) walked.set(parent, children);
        }
        const expected = await expectedPairs(`${type}.${name}`);
        expect(expected.size).toBeGreaterThan(0);
        expect(Object.fromEntries(walked)).toEqual(Object.fromEntries(expected));
      });
    }
  }
});
