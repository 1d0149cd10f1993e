import { PIPELINE_STEPS } from '../../src/lineage/edges/workflow.ts';
import { reusedFrom } from './reused-from-in-sql.ts';

const RUNS = `(select run_id from workflow.run_records union select run_id from observability.token_usage
  union select run_id from retrieval.retrieval_events union select run_id from ingestion.prep_manifests
  union select workflow_run_id from indexing.pipeline_runs) r`;
const BUILDS = `${RUNS} join indexing.pipeline_runs b on b.workflow_run_id = r.run_id`;

/** The run that a record c took over its result from. */
const REUSED_FROM = reusedFrom('c');

const PROJECT = `coalesce(nullif(project_id, ''), 'default-shared')`;

/** Each edge as plain SQL: all pairs of a parent's and a child's key, the child's in the default order of the edge. */
export const EDGES_IN_SQL: Readonly<Record<string, string>> = {
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
    where h.record_kind = 'run' and h.parent_run_id in (select run_id from ${RUNS}) order by coalesce(h.finished_at, h.updated_at, h.created_at) desc, h.run_id desc`,
  'WorkflowRun.project': `select r.run_id, ${PROJECT} from ${RUNS} left join workflow.run_records h
    on h.run_id = r.run_id and h.record_kind = 'run' where ${PROJECT} in (select project_id from auth.projects)`,
  'WorkflowRun.reusedBy': `select ${REUSED_FROM}, c.id from workflow.run_records c where ${REUSED_FROM} <> c.run_id order by c.id`,
  'RunRecord.run': 'select id, run_id from workflow.run_records',
  'RunRecord.tokenUsage': `select c.id, u.id from workflow.run_records c join observability.token_usage u
    on u.run_id = c.run_id and ((c.record_kind = 'question' and u.question_id = c.question_id)
      or (c.record_kind = 'step' and (u.step = c.step or left(u.step, length(c.step) + 1) = c.step || '_'))) order by u.id`,
  'RunRecord.reusedFrom': `select c.id, ${REUSED_FROM} from workflow.run_records c where ${REUSED_FROM} in (select run_id from ${RUNS})`,
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
    order by coalesce(h.finished_at, h.updated_at, h.created_at) desc, h.run_id desc`,
  'Document.tokenUsage': `select d.doc_id, u.id from (select distinct v.doc_id, b.workflow_run_id from indexing.vectors v
    join indexing.pipeline_runs b on b.id = v.pipeline_run_id) d
    join observability.token_usage u on u.run_id = d.workflow_run_id order by u.id`,
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
    join observability.token_usage u on u.request_id = e.request_id
      and (u.run_id = e.run_id or u.run_id is null or e.run_id is null) order by u.id`,
  'TokenUsage.run': 'select id, run_id from observability.token_usage where run_id is not null',
  'TokenUsage.retrievalEvents': `select u.id, e.id from observability.token_usage u
    join retrieval.retrieval_events e on e.request_id = u.request_id
      and (u.run_id = e.run_id or u.run_id is null or e.run_id is null) order by e.id`,
  'TokenUsage.question': `select u.id, q.id from observability.token_usage u join workflow.run_records q
    on q.run_id = u.run_id and q.question_id = u.question_id and q.record_kind = 'question'`,
  'TokenUsage.stepRecord': `select u.id, s.id from observability.token_usage u join workflow.run_records s
    on s.run_id = u.run_id and s.record_kind = 'step' and (u.step = s.step or left(u.step, length(s.step) + 1) = s.step || '_')`,
  'TokenUsage.session': `select u.id, s.id from observability.token_usage u join auth.streamlit_sessions s on s.session_id = u.session_id`,
  'Document.chatTurns': `select d.doc_id, c.id from ingestion.documents d join retrieval.chat_history_turns c on c.paper_path = d.path order by c.id`,
  'Document.notes': `select distinct d.doc_id, n.id from ingestion.documents d join auth.project_papers p on p.paper_path = d.path
    join retrieval.paper_notes n on n.paper_id = p.paper_id order by n.id`,
  'Document.projects': `select d.doc_id, p.project_id from ingestion.documents d join auth.project_papers p on p.paper_path = d.path order by p.project_id`,
  'Document.comparisons': `select distinct d.doc_id, c.comparison_id from ingestion.documents d
    join retrieval.paper_comparison_cells c on c.paper_path = d.path order by c.comparison_id`,
  'Document.comparisonCells': `select d.doc_id, c.id from ingestion.documents d join retrieval.paper_comparison_cells c on c.paper_path = d.path order by c.id`,
  'Document.queryCacheEntries': `select d.doc_id, q.cache_key from ingestion.documents d join retrieval.query_cache q on q.paper_path = d.path order by q.cache_key`,
  'Document.projectQueryCacheEntries': `select d.doc_id, q.project_cache_key from ingestion.documents d
    join retrieval.project_query_cache q on q.paper_path = d.path order by q.project_cache_key`,
  'StreamlitUser.chatTurns': `select user_id, id from retrieval.chat_history_turns where user_id is not null order by id`,
  'StreamlitUser.notes': `select user_id, id from retrieval.paper_notes where user_id is not null order by id`,
  'StreamlitUser.comparisons': `select created_by_user_id, comparison_id from retrieval.paper_comparison_runs
    where created_by_user_id is not null order by comparison_id`,
  'StreamlitSession.chatTurns': `select s.id, c.id from auth.streamlit_sessions s
    join retrieval.chat_history_turns c on c.session_id = s.session_id order by c.id`,
  'StreamlitSession.currentProject': `select id, current_project_id from auth.streamlit_sessions`,
  'StreamlitSession.currentPersona': `select id, current_persona_id from auth.streamlit_sessions`,
  'RetrievalEvent.chatTurn': `select e.id, c.id from retrieval.retrieval_events e join retrieval.chat_history_turns c on c.request_id = e.request_id`,
  'TokenUsage.chatTurn': `select u.id, c.id from observability.token_usage u join retrieval.chat_history_turns c on c.request_id = u.request_id`,
  'TokenUsage.project': `select u.id, p.project_id from observability.token_usage u
    left join workflow.run_records h on h.run_id = u.run_id and h.record_kind = 'run' and h.step = '' and h.record_key = 'main'
    join auth.projects p on p.project_id = case when u.project_id <> '' then u.project_id
      when h.project_id <> '' then h.project_id else 'default-shared' end`,
  'TokenUsage.persona': `select id, persona_id from observability.token_usage where persona_id in (select persona_id from auth.project_personas)`,
  'Project.createdBy': `select project_id, created_by_user_id from auth.projects`,
  'Project.papers': `select project_id, id from auth.project_papers order by id`,
  'Project.personas': `select project_id, persona_id from auth.project_personas order by persona_id`,
  'Project.workflowRuns': `select p.project_id, h.run_id from auth.projects p join workflow.run_records h on h.project_id = p.project_id
    where h.record_kind = 'run' order by coalesce(h.finished_at, h.updated_at, h.created_at) desc, h.run_id desc`,
  'Project.tokenUsage': `select p.project_id, u.id from auth.projects p join observability.token_usage u using (project_id) order by u.id`,
  'Project.chatTurns': `select p.project_id, c.id from auth.projects p join retrieval.chat_history_turns c using (project_id) order by c.id`,
  'Project.comparisons': `select p.project_id, c.comparison_id from auth.projects p
    join retrieval.paper_comparison_runs c using (project_id) order by c.comparison_id`,
  'Project.queryCacheEntries': `select p.project_id, q.project_cache_key from auth.projects p
    join retrieval.project_query_cache q using (project_id) order by q.project_cache_key`,
  'Project.notes': `select p.project_id, n.id from auth.projects p join retrieval.paper_notes n using (project_id) order by n.id`,
  'ProjectPaper.project': `select id, project_id from auth.project_papers`,
  'ProjectPaper.document': `select p.id, d.doc_id from auth.project_papers p join ingestion.documents d on d.path = p.paper_path`,
  'ProjectPaper.addedBy': `select id, added_by_user_id from auth.project_papers`,
  'ProjectPaper.notes': `select p.id, n.id from auth.project_papers p join retrieval.paper_notes n using (project_id, paper_id) order by n.id`,
  'ProjectPersona.project': `select persona_id, project_id from auth.project_personas`,
  'ProjectPersona.chatTurns': `select persona_id, id from retrieval.chat_history_turns where persona_id is not null order by id`,
  'OpenalexCitationGraphCacheEntry.refreshJob': `select g.cache_key, j.id from enrichment.openalex_citation_graph_cache g
    join workflow.async_jobs j on j.job_id = g.refresh_job_id`,
  'AsyncJob.run': `select j.id, j.result_json ->> 'run_id' from workflow.async_jobs j where j.result_json ->> 'run_id' in (select run_id from ${RUNS})`,
  'WorkflowRun.jobs': `select j.result_json ->> 'run_id', j.id from workflow.async_jobs j where j.result_json ->> 'run_id' is not null order by j.id`,
  'AsyncJob.citationGraphs': `select j.id, g.cache_key from workflow.async_jobs j
    join enrichment.openalex_citation_graph_cache g on g.refresh_job_id = j.job_id`,
  'QueryCacheEntry.document': `select q.cache_key, d.doc_id from retrieval.query_cache q join ingestion.documents d on d.path = q.paper_path`,
  'QueryCacheEntry.projectEntries': `select q.cache_key, p.project_cache_key from retrieval.query_cache q
    join retrieval.project_query_cache p using (cache_key) order by p.project_cache_key`,
  'QueryCacheEntry.comparisonCells': `select q.cache_key, c.id from retrieval.query_cache q
    join retrieval.paper_comparison_cells c using (cache_key) order by c.id`,
  'QueryCacheEntry.sourceProject': `select cache_key, source_project_id from retrieval.query_cache`,
  'ProjectQueryCacheEntry.project': `select project_cache_key, project_id from retrieval.project_query_cache`,
  'ProjectQueryCacheEntry.sharedEntry': `select p.project_cache_key, q.cache_key from retrieval.project_query_cache p join retrieval.query_cache q using (cache_key)`,
  'ProjectQueryCacheEntry.document': `select q.project_cache_key, d.doc_id from retrieval.project_query_cache q
    join ingestion.documents d on d.path = q.paper_path`,
  'ChatTurn.user': `select id, user_id from retrieval.chat_history_turns`,
  'ChatTurn.session': `select c.id, s.id from retrieval.chat_history_turns c join auth.streamlit_sessions s using (session_id)`,
  'ChatTurn.document': `select c.id, d.doc_id from retrieval.chat_history_turns c join ingestion.documents d on d.path = c.paper_path`,
  'ChatTurn.tokenUsage': `select c.id, u.id from retrieval.chat_history_turns c join observability.token_usage u using (request_id) order by u.id`,
  'ChatTurn.retrievalEvents': `select c.id, e.id from retrieval.chat_history_turns c join retrieval.retrieval_events e using (request_id) order by e.id`,
  'ChatTurn.project': `select id, ${PROJECT} from retrieval.chat_history_turns where ${PROJECT} in (select project_id from auth.projects)`,
  'ChatTurn.persona': `select id, persona_id from retrieval.chat_history_turns`,
  'PaperComparison.createdBy': `select comparison_id, created_by_user_id from retrieval.paper_comparison_runs`,
  'PaperComparison.cells': `select comparison_id, id from retrieval.paper_comparison_cells order by id`,
  'PaperComparison.documents': `select distinct c.comparison_id, d.doc_id from retrieval.paper_comparison_cells c
    join ingestion.documents d on d.path = c.paper_path order by d.doc_id`,
  'PaperComparison.project': `select comparison_id, ${PROJECT} from retrieval.paper_comparison_runs where ${PROJECT} in (select project_id from auth.projects)`,
  'PaperComparison.persona': `select comparison_id, persona_id from retrieval.paper_comparison_runs`,
  'PaperComparisonCell.comparison': `select id, comparison_id from retrieval.paper_comparison_cells`,
  'PaperComparisonCell.document': `select c.id, d.doc_id from retrieval.paper_comparison_cells c join ingestion.documents d on d.path = c.paper_path`,
  'PaperComparisonCell.queryCacheEntry': `select id, cache_key from retrieval.paper_comparison_cells
    where cache_key in (select cache_key from retrieval.query_cache)`,
  'PaperComparisonCell.project': `select id, ${PROJECT} from retrieval.paper_comparison_cells where ${PROJECT} in (select project_id from auth.projects)`,
  'PaperNote.user': `select id, user_id from retrieval.paper_notes`,
  'PaperNote.document': `select distinct n.id, d.doc_id from retrieval.paper_notes n join auth.project_papers p using (paper_id)
    join ingestion.documents d on d.path = p.paper_path`,
  'PaperNote.project': `select id, ${PROJECT} from retrieval.paper_notes where ${PROJECT} in (select project_id from auth.projects)`,
};
