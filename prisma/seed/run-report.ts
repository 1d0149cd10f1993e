import type { Answer } from './answer.ts';
import { effectiveConfig } from './effective-config.ts';
import { at, sha256 } from './random.ts';
import type { DemoRows } from './rows.ts';
import type { RunStory } from './run-story.ts';

/** The report of a run, which repeats its settings and answers, and the files it was written to. */
export function addReport(rows: DemoRows, story: RunStory, answers: readonly Answer[]): void {
  const { runId, minute, model = 'gpt-5' } = story;
  const time = at(minute + 40, 40);
  const common = { run_id: runId, step: 'report', created_at: time, updated_at: time };
  const path = `/app/reports/workflow-report-${runId}`;
  const mean = answers.reduce((sum, { confidence_score }) => sum + confidence_score, 0) / answers.length;
  const count = (label: string): number => answers.filter(({ confidence }) => confidence === label).length;
  const labels = { low: count('low'), medium: count('medium'), high: count('high') };
  rows.number('workflow.run_records', {
    ...common,
    record_kind: 'report',
    record_key: 'main',
    status: 'completed',
    report_path: `${path}.json`,
    report_hash: sha256(`report ${runId}`),
    report_question_set: 'structured',
    report_question_count: answers.length,
    agentic_status: 'completed',
    confidence_mean: mean,
    confidence_label_counts_json: labels,
    payload_json: {
      run_id: runId,
      config: { chat_model: model, config_effective: effectiveConfig(model) },
      agentic: {
        status: 'completed',
        final_answer: answers
          .slice(0, 3)
          .map(({ answer }) => answer)
          .join(' '),
        report_questions: answers,
        report_question_confidence: { mean, count: answers.length, label_counts: labels },
      },
    },
  });
  for (const type of ['workflow_report_json', 'audit_markdown']) {
    const file = `${path}.${type === 'audit_markdown' ? 'md' : 'json'}`;
    rows.number('workflow.run_records', {
      ...common,
      record_kind: 'artifact',
      record_key: `${type}:${file}`,
      status: 'generated',
      artifact_type: type,
      artifact_path: file,
      artifact_sha256: sha256(`${type} ${runId}`),
    });
  }
}
