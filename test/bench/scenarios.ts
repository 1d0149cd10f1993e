/** What is measured: a query, the same by hand as one SQL statement that builds the JSON, and the runs to ask for. */
export interface Scenario {
  readonly name: string;
  readonly query: string;
  /** One statement with one parameter, the run id, that gives the text of the whole answer. */
  readonly sql: string;
  readonly runIds: readonly string[];
  /** The least throughput, as times that of the hand-written server, where there is a target, and that of PostGraphile. */
  readonly ofHand?: number;
  readonly ofPostGraphile?: number;
}

const RUNS = Array.from({ length: 500 }, (_, index) => `run-${1 + index * 4}`);

const WALK = `query Walk($runId: String!) {
  workflowRun(runId: $runId) {
    runId status startedAt finishedAt
    steps { step status }
    records(first: 20) { nodes { recordKind step recordKey status } }
    prepManifest { corpusHash }
    pipelineRuns { nodes { rowId embeddingModel
      shards { nodes { shardName isActive indexVersion { indexId corpusFingerprint } } }
      vectors(first: 50) { nodes { rowId chunkId page document { title metadata { primaryDoi } } } } } }
    retrievalEvents(first: 40) { nodes { rowId method topK requestId } }
    tokenUsage(first: 60) { nodes { rowId model questionId totalTokens } }
    usage { calls totalTokens costUsd }
  }
}`;

const WALK_SQL = `select json_build_object('data', json_build_object('workflowRun', (
select json_build_object('runId', r.run_id, 'status', r.status, 'startedAt', r.started_at, 'finishedAt', r.finished_at,
'steps', (select coalesce(json_agg(json_build_object('step', s.step, 'status', s.status)
    order by array_position(array['prep','ingest','enrich','econ_data','agentic','index','evaluate','report'], s.step), s.id), '[]')
  from workflow.run_records s where s.run_id = r.run_id and s.record_kind = 'step'),
'records', json_build_object('nodes', (select coalesce(json_agg(json_build_object('recordKind', x.record_kind, 'step', x.step, 'recordKey', x.record_key, 'status', x.status)), '[]')
  from (select record_kind, step, record_key, status from workflow.run_records where run_id = r.run_id order by id limit 20) x)),
'prepManifest', (select json_build_object('corpusHash', m.corpus_hash) from ingestion.prep_manifests m where m.run_id = r.run_id),
'pipelineRuns', json_build_object('nodes', (select coalesce(json_agg(json_build_object('rowId', b.id::text, 'embeddingModel', b.embedding_model,
  'shards', json_build_object('nodes', (select coalesce(json_agg(json_build_object('shardName', s.shard_name, 'isActive', s.is_active,
      'indexVersion', (select json_build_object('indexId', v.index_id, 'corpusFingerprint', v.corpus_fingerprint) from indexing.index_versions v where v.index_id = s.index_id))), '[]')
    from (select shard_name, is_active, index_id from indexing.index_shards where pipeline_run_id = b.id order by id limit 20) s)),
  'vectors', json_build_object('nodes', (select coalesce(json_agg(json_build_object('rowId', v.id::text, 'chunkId', v.chunk_id, 'page', v.page,
      'document', case when d.doc_id is not null then json_build_object('title', d.title, 'metadata', case when p.doc_id is not null
        then json_build_object('primaryDoi', p.primary_doi) end) end) order by v.id), '[]')
    from (select id, chunk_id, page, doc_id from indexing.vectors where pipeline_run_id = b.id order by id limit 50) v
      left join ingestion.documents d on d.doc_id = v.doc_id left join ingestion.paper_metadata p on p.doc_id = d.doc_id)))), '[]')
  from (select id, embedding_model from indexing.pipeline_runs where workflow_run_id = r.run_id order by id limit 20) b)),
'retrievalEvents', json_build_object('nodes', (select coalesce(json_agg(json_build_object('rowId', e.id::text, 'method', e.method, 'topK', e.top_k, 'requestId', e.request_id)), '[]')
  from (select id, method, top_k, request_id from retrieval.retrieval_events where run_id = r.run_id order by id limit 40) e)),
'tokenUsage', json_build_object('nodes', (select coalesce(json_agg(json_build_object('rowId', u.id::text, 'model', u.model, 'questionId', u.question_id, 'totalTokens', u.total_tokens)), '[]')
  from (select id, model, question_id, total_tokens from observability.token_usage where run_id = r.run_id order by id limit 60) u)),
'usage', (select json_build_object('calls', count(*), 'totalTokens', coalesce(sum(total_tokens), 0), 'costUsd', sum(cost_usd_total::text::numeric)::float8) from observability.token_usage where run_id = r.run_id)
) from workflow.run_records r where r.run_id = $1 and r.record_kind = 'run' and r.step = '' and r.record_key = 'main')))::text`;

const LIST = `query Runs { workflowRuns(first: 50) { nodes { runId status shards { totalCount } usage { totalTokens } } } }`;

const LIST_SQL = `select json_build_object('data', json_build_object('workflowRuns', json_build_object('nodes', (
select json_agg(json_build_object('runId', r.run_id, 'status', r.status,
  'shards', json_build_object('totalCount', (select count(*) from indexing.index_shards s join indexing.pipeline_runs b on b.id = s.pipeline_run_id where b.workflow_run_id = r.run_id)),
  'usage', json_build_object('totalTokens', (select coalesce(sum(total_tokens), 0) from observability.token_usage u where u.run_id = r.run_id))))
from (select run_id, status from workflow.run_records
  where record_kind = 'run' and case when record_kind = 'run' then step = '' and record_key = 'main' end
  order by coalesce(finished_at, updated_at, created_at) desc, run_id desc limit 50) r))))::text from (select $1::text) given`;

const SMALL = 'query Status($runId: String!) { workflowRun(runId: $runId) { status } }';

const SMALL_SQL = `select json_build_object('data', json_build_object('workflowRun', (select json_build_object('status', r.status)
from workflow.run_records r where r.run_id = $1 and r.record_kind = 'run' and r.step = '' and r.record_key = 'main')))::text`;

export const SCENARIOS: readonly Scenario[] = [
  { name: 'walk', query: WALK, sql: WALK_SQL, runIds: RUNS, ofHand: 0.85, ofPostGraphile: 2 },
  { name: 'list', query: LIST, sql: LIST_SQL, runIds: RUNS.slice(0, 1), ofHand: 0.9, ofPostGraphile: 1.5 },
  { name: 'small', query: SMALL, sql: SMALL_SQL, runIds: RUNS, ofPostGraphile: 1.25 },
];

export const WHALE: Scenario = {
  name: 'whale',
  query: WALK,
  sql: WALK_SQL,
  runIds: ['whale-1'],
};
