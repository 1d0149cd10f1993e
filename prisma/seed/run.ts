import { addVectors, type Paper, wordRange } from './papers.ts';
import { at, randomFrom, sha256 } from './random.ts';
import type { DemoRow, DemoRows } from './rows.ts';

const STEPS = ['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report'] as const;
type Step = (typeof STEPS)[number];

/** What is particular to a run; the rest follows. */
export interface RunStory {
  readonly runId: string;
  /** Minutes after the first of January 2026. */
  readonly minute: number;
  readonly papers: readonly Paper[];
  readonly questions: number;
  readonly model?: string;
  readonly status?: string;
  /** The step at which the run stopped: `failed` there, or still going. */
  readonly stoppedAt?: Step;
  readonly header?: DemoRow;
  /** The run whose index is reused: no pipeline run is written. */
  readonly reusesIndexOf?: string;
  readonly sessionId?: string;
  /** Index versions that the run's shards are spread over. */
  readonly indexVersions?: number;
}

/** The settings of a run, with the secrets that real ones hold and that must never leave the API. */
const CONFIG = {
  papers_dir: '/app/papers',
  database_url: 'postgres://rag:s3cret-demo@db:5432/ragonometrics',
  chat_model: 'gpt-5',
  providers: [
    {
      name: 'openai',
      openai_api_key: 'sk-demo-1234567890abcdefghij',
      base_url: 'https://api.example.org/v1',
    },
  ],
  auth: { password: 'hunter2-demo', session_secret: 'demo-session-secret' },
};

const LABELS = ['low', 'medium', 'high'] as const;
export const questionId = (index: number): string =>
  `${'ABCDEFG'[Math.floor(index / 12)] ?? 'G'}${String((index % 12) + 1).padStart(2, '0')}`;

/** Adds everything a run of this story writes. */
export function addRun(rows: DemoRows, story: RunStory): void {
  const { runId, minute, papers, questions, stoppedAt, status = 'completed', model = 'gpt-5' } = story;
  const random = randomFrom(Number.parseInt(sha256(runId).slice(0, 8), 16));
  const common = { run_id: runId, created_at: at(minute, 123), updated_at: at(minute + 5, 456) };
  const done = stoppedAt ? STEPS.slice(0, STEPS.indexOf(stoppedAt)) : STEPS;
  const finished = stoppedAt === undefined || status === 'failed';
  rows.number('workflow.run_records', {
    ...common,
    record_kind: 'run',
    step: '',
    record_key: 'main',
    status,
    papers_dir: '/app/papers',
    config_hash: sha256(model),
    config_effective_json: { ...CONFIG, chat_model: model },
    trigger_source: 'cli',
    git_sha: sha256('code').slice(0, 40),
    git_branch: 'main',
    paper_set_hash: sha256(papers.map(({ docId }) => docId).join()),
    question: 'What is the main contribution of each paper?',
    report_question_set: 'core',
    started_at: at(minute, 321),
    finished_at: finished ? at(minute + 42, 654) : null,
    payload_json: { run_id: runId },
    ...story.header,
  });
  for (const [index, step] of done.entries()) addStep(rows, story, step, 'completed', index);
  if (stoppedAt) addStep(rows, story, stoppedAt, status === 'failed' ? 'failed' : 'running', done.length);
  rows.add('ingestion.prep_manifests', {
    run_id: runId,
    created_at: at(minute, 9),
    corpus_hash: sha256(papers.map(({ path }) => path).join()),
    payload: { paper_count: papers.length, papers: papers.map(({ path }) => ({ path })) },
  });
  if (!story.reusesIndexOf && done.includes('index')) addIndex(rows, story);
  for (let index = 0; index < questions; index += 1) addQuestion(rows, story, index, random);
  if (done.includes('report')) addReport(rows, story);
}

function addStep(
  rows: DemoRows,
  { runId, minute, reusesIndexOf }: RunStory,
  step: Step,
  status: string,
  index: number,
): void {
  const reused = step === 'index' && reusesIndexOf !== undefined;
  rows.number('workflow.run_records', {
    run_id: runId,
    record_kind: 'step',
    step,
    record_key: 'main',
    status,
    started_at: at(minute + index * 5, index),
    finished_at: status === 'running' ? null : at(minute + index * 5 + 4, index),
    idempotency_key: sha256(`${runId}/${step}`),
    input_hash: sha256(step),
    reuse_source_run_id: reused ? reusesIndexOf : null,
    reuse_source_record_key: reused ? 'main' : null,
    created_at: at(minute + index * 5, index),
    updated_at: at(minute + index * 5 + 4, index),
    output_json: { step, ok: status === 'completed' },
    metadata_json: status === 'failed' ? { error: 'provider answered 500' } : {},
  });
}

function addIndex(rows: DemoRows, { runId, minute, papers, header, indexVersions = 1 }: RunStory): void {
  const build = rows.number('indexing.pipeline_runs', {
    workflow_run_id: runId,
    workstream_id: header?.workstream_id ?? null,
    arm: header?.arm ?? null,
    paper_set_hash: sha256(papers.map(({ docId }) => docId).join()),
    index_build_reason: 'workflow',
    git_sha: sha256('code').slice(0, 40),
    extractor_version: 'pdftotext',
    embedding_model: 'text-embedding-3-large',
    chunk_words: 350,
    chunk_overlap: 75,
    normalized: true,
    idempotency_key: `idx-${runId}`,
    created_at: at(minute + 25, 77),
  });
  for (let version = 1; version <= indexVersions; version += 1) {
    const indexId = `iv-${runId}-${version}`;
    rows.add('indexing.index_versions', {
      index_id: indexId,
      created_at: at(minute + 25 + version, 5),
      embedding_model: 'text-embedding-3-large',
      chunk_words: 350,
      chunk_overlap: 75,
      corpus_fingerprint: sha256(indexId),
      index_path: `indexes/${indexId}/vectors.index`,
      shard_path: `indexes/${indexId}`,
    });
    rows.number('indexing.index_shards', {
      shard_name: `vectors-3072-${runId}-${version}.index`,
      path: `indexes/${indexId}/0`,
      pipeline_run_id: build,
      index_id: indexId,
      is_active: version === indexVersions,
      created_at: at(minute + 26 + version, 6),
    });
  }
  for (const paper of papers) addVectors(rows, { id: build, minute: minute + 27 }, paper);
}

/** A question, the search for its context, and the model call that answers it: tied by question id and request id. */
function addQuestion(rows: DemoRows, story: RunStory, index: number, random: () => number): void {
  const { runId, minute, papers, model = 'gpt-5', sessionId } = story;
  const id = questionId(index);
  const requestId = sha256(`${runId}/${id}`).slice(0, 32);
  const paper = papers[index % papers.length];
  const chunk = Math.floor(random() * (paper?.chunks ?? 1));
  const [start] = wordRange(chunk);
  const label = LABELS[Math.floor(random() * LABELS.length)] ?? 'low';
  const question = `${id}: what does "${paper?.title ?? 'the corpus'}" say about identification?`;
  const time = at(minute + 20 + index / 10, index);
  rows.number('workflow.run_records', {
    run_id: runId,
    record_kind: 'question',
    step: 'agentic',
    record_key: id,
    question_id: id,
    status: label,
    question,
    created_at: time,
    updated_at: time,
    payload_json: {
      id,
      category: 'identification',
      question,
      answer: 'It rests on a comparison across regions before and after the change.',
      confidence: label,
      confidence_score: Math.round(random() * 100) / 100,
      evidence_type: 'quote',
      quote_snippet: 'The estimate rests on firm fixed effects.',
      citation_anchors: [
        {
          doc_id: paper?.docId,
          page: 1 + Math.floor(start / 500),
          start_word: start + 20,
          end_word: start + 60,
          section: 'Results',
          note: null,
        },
      ],
      retrieval_method: 'hybrid',
    },
  });
  rows.number('retrieval.retrieval_events', {
    created_at: time,
    run_id: runId,
    request_id: requestId,
    query: question,
    method: index % 5 === 0 ? 'local' : 'hybrid',
    top_k: 10,
    stats_json: { candidates: 40, best_score: Math.round(random() * 1000) / 1000 },
  });
  const input = 2000 + Math.floor(random() * 3000);
  const output = 50 + Math.floor(random() * 400);
  rows.number('observability.token_usage', {
    created_at: time,
    model,
    operation: 'answer',
    step: 'agentic_report_question_answer',
    question_id: id,
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    session_id: sessionId ?? null,
    request_id: requestId,
    provider_request_id: `chatcmpl-${requestId.slice(0, 12)}`,
    latency_ms: 900 + Math.floor(random() * 6000),
    cache_hit: index % 9 === 0,
    cost_usd_input: input / 800_000,
    cost_usd_output: output / 100_000,
    cost_usd_total: input / 800_000 + output / 100_000,
    run_id: runId,
    meta: { temperature: 0.1 },
  });
}

function addReport(rows: DemoRows, { runId, minute, questions }: RunStory): void {
  const time = at(minute + 40, 40);
  const common = { run_id: runId, step: 'report', created_at: time, updated_at: time };
  rows.number('workflow.run_records', {
    ...common,
    record_kind: 'report',
    record_key: 'main',
    status: 'completed',
    report_path: `/app/reports/${runId}.json`,
    report_hash: sha256(`report ${runId}`),
    report_question_count: questions,
    confidence_mean: 0.61,
    confidence_label_counts_json: { low: 1, medium: 2, high: questions - 3 },
    payload_json: {
      report: {
        title: `Report of ${runId}`,
        questions: Array.from({ length: questions }, (_, i) => questionId(i)),
      },
    },
  });
  for (const type of ['report_json', 'report_markdown']) {
    rows.number('workflow.run_records', {
      ...common,
      record_kind: 'artifact',
      record_key: type,
      artifact_type: type,
      artifact_path: `/app/reports/${runId}.${type === 'report_json' ? 'json' : 'md'}`,
      artifact_sha256: sha256(`${type} ${runId}`),
    });
  }
}
