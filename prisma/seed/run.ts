import { effectiveConfig } from './effective-config.ts';
import { at, sha256 } from './random.ts';
import type { DemoRows } from './rows.ts';
import { addIndex } from './run-index.ts';
import { addManifest } from './run-manifest.ts';
import { addQuestions } from './run-questions.ts';
import { addReport } from './run-report.ts';
import { type RunStory, STEPS, type Step } from './run-story.ts';

/** Adds everything a run of this story writes. */
export function addRun(rows: DemoRows, story: RunStory): void {
  const { stoppedAt, status = 'completed' } = story;
  const done = stoppedAt ? STEPS.slice(0, STEPS.indexOf(stoppedAt)) : STEPS;
  addHeader(rows, story);
  for (const [index, step] of done.entries()) addStep(rows, story, step, 'completed', index);
  if (stoppedAt) addStep(rows, story, stoppedAt, status === 'failed' ? 'failed' : 'running', done.length);
  addManifest(rows, story);
  const answers = addQuestions(rows, story);
  if (!story.reusesIndexOf && done.includes('index')) addIndex(rows, story);
  if (done.includes('report')) addReport(rows, story, answers);
}

function addHeader(rows: DemoRows, story: RunStory): void {
  const { runId, minute, papers, stoppedAt, status = 'completed', model = 'gpt-5', header } = story;
  const finished = stoppedAt === undefined || status === 'failed';
  rows.number('workflow.run_records', {
    run_id: runId,
    record_kind: 'run',
    step: '',
    record_key: 'main',
    status,
    papers_dir: '/app/papers',
    config_hash: sha256(model),
    config_effective_json: effectiveConfig(model),
    trigger_source: 'cli',
    git_sha: sha256('code').slice(0, 40),
    git_branch: 'main',
    paper_set_hash: sha256(papers.map(({ docId }) => docId).join()),
    question: 'What is the main contribution of each paper?',
    report_question_set: 'structured',
    started_at: at(minute, 321),
    finished_at: finished ? at(minute + 42, 654) : null,
    created_at: at(minute, 123),
    updated_at: at(minute + (finished ? 42 : 5), 456),
    payload_json: { run_id: runId },
    ...header,
  });
}

function addStep(
  rows: DemoRows,
  { runId, minute, reusesIndexOf }: RunStory,
  step: Step,
  status: string,
  index: number,
): void {
  const reused = step === 'index' && reusesIndexOf !== undefined;
  const begun = minute + index * 5;
  rows.number('workflow.run_records', {
    run_id: runId,
    record_kind: 'step',
    step,
    record_key: 'main',
    status,
    started_at: at(begun, index),
    finished_at: status === 'running' ? null : at(begun + 4, index),
    idempotency_key: sha256(`${runId}/${step}`),
    input_hash: sha256(step),
    reuse_source_run_id: reused ? reusesIndexOf : null,
    reuse_source_record_key: reused ? 'main' : null,
    created_at: at(begun, index),
    updated_at: at(begun + (status === 'running' ? 0 : 4), index),
    output_json: reused ? { status: 'reused', source_run_id: reusesIndexOf } : { status },
    metadata_json: status === 'failed' ? { error_message: 'provider answered 500', attempt_no: 3 } : {},
  });
}
