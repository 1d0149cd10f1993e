import { type Answer, answerTo } from './answer.ts';
import { effectiveConfig } from './effective-config.ts';
import type { Paper } from './papers.ts';
import { questionAt } from './question-set.ts';
import { at, randomFrom, sha256 } from './random.ts';
import type { DemoRows } from './rows.ts';
import { addWrittenUsage } from './written-usage.ts';

/** What is particular to a run as Ragonometrics writes it. */
export interface WrittenStory {
  readonly runId: string;
  readonly minute: number;
  readonly papers: readonly Paper[];
  readonly papersDir: string;
  readonly questions: number;
  readonly skipsIndex?: true;
  readonly fails?: true;
  /** The run whose first answer was taken over. */
  readonly takesAnswerOf?: string;
}

/** An answer that names no paper, and whose anchors are as models write them. */
type Written = Omit<Answer, 'paper_path' | 'citation_anchors'> & {
  readonly citation_anchors: readonly object[];
};

/** All headers were stored at once, long after the runs. */
const STORED = at(208_500, 17);
const STEPS = ['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'report'] as const;
const MODEL = 'gpt-5-nano';

/** Adds the records and the calls of a run. */
export function addWrittenRun(rows: DemoRows, story: WrittenStory): void {
  const { runId, minute, papers, papersDir, fails } = story;
  const finished = at(minute + 9, 2);
  rows.number('workflow.run_records', {
    run_id: runId,
    record_kind: 'run',
    step: '',
    record_key: 'main',
    status: 'completed',
    papers_dir: papersDir,
    config_hash: sha256('as written'),
    config_effective_json: { ...effectiveConfig(MODEL), papers_dir: papersDir },
    started_at: at(minute),
    finished_at: finished,
    report_path: `reports/workflow-report-${runId}.json`,
    created_at: STORED,
    updated_at: STORED,
  });
  for (const [index, step] of STEPS.entries()) {
    const isSkipped = step === 'econ_data' || (step === 'index' && story.skipsIndex);
    const status = isSkipped ? 'skipped' : fails && step === 'enrich' ? 'failed' : 'completed';
    rows.number('workflow.run_records', {
      run_id: runId,
      record_kind: 'step',
      step,
      record_key: 'main',
      status,
      started_at: at(minute + index),
      finished_at: at(minute + index + 1),
      created_at: STORED,
      updated_at: STORED,
      output_json: outputOf(step, status, story),
    });
  }
  const answers = addAnswers(rows, story);
  addWrittenUsage(rows, { runId, minute, model: MODEL, questions: answers.map(({ id }) => id), papers });
  rows.number('workflow.run_records', {
    run_id: runId,
    record_kind: 'report',
    step: 'report',
    record_key: 'main',
    status: 'completed',
    agentic_status: fails ? 'failed' : 'completed',
    report_path: `reports/workflow-report-${runId}.json`,
    ...summaryOf(answers),
    created_at: STORED,
    updated_at: STORED,
    payload_json: {
      run_id: runId,
      agentic: { status: fails ? 'failed' : 'completed', report_questions: answers },
    },
  });
}

function outputOf(step: (typeof STEPS)[number], status: string, { runId, papers }: WrittenStory): object {
  if (step === 'prep')
    return { status, num_pdfs: papers.length, manifest_path: `reports/prep-manifest-${runId}.json` };
  if (status === 'skipped') return { status, reason: step === 'index' ? 'already_indexed' : 'no_series' };
  return status === 'failed'
    ? { status, error: 'HTTP 500 from https://user:s3cret-demo@api.example.org' }
    : { status };
}

function summaryOf(answers: readonly Written[]) {
  const count = (label: string): number => answers.filter(({ confidence }) => confidence === label).length;
  return {
    report_question_count: answers.length,
    confidence_mean:
      answers.reduce((sum, { confidence_score }) => sum + confidence_score, 0) / answers.length,
    confidence_label_counts_json: { low: count('low'), medium: count('medium'), high: count('high') },
  };
}

function addAnswers(rows: DemoRows, story: WrittenStory): readonly Written[] {
  const { runId, minute, papers, questions, takesAnswerOf } = story;
  const random = randomFrom(Number.parseInt(sha256(runId).slice(0, 8), 16));
  return Array.from({ length: questions }).flatMap((_, index) => {
    const question = questionAt(index, papers);
    if (!question) return [];
    const { paper_path: _path, citation_anchors, ...said } = answerTo(question, random);
    const answer = {
      ...said,
      citation_anchors: citation_anchors.map((anchor) => asModelsWrite(anchor, index)),
    };
    rows.number('workflow.run_records', {
      run_id: runId,
      record_kind: 'question',
      step: 'agentic',
      record_key: answer.id,
      question_id: answer.id,
      status: answer.confidence,
      question: answer.question,
      created_at: STORED,
      updated_at: STORED,
      payload_json: {
        ...answer,
        ...(takesAnswerOf &&
          index === 0 && { _reused_from: { run_id: takesAnswerOf, finished_at: at(minute - 591) } }),
      },
    });
    return [answer];
  });
}

type Anchor = Answer['citation_anchors'][number];

/** Models give a page as a text now and then, and words as words: the fourth anchor of a run and the fifth. */
function asModelsWrite(anchor: Anchor, index: number): object {
  if (index === 3) return { ...anchor, page: `page ${anchor.page}` };
  if (index === 4) return { ...anchor, page: String(anchor.page), start_word: 'We', end_word: 'it.' };
  return anchor;
}
