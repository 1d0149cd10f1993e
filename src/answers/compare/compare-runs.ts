import { notFoundRun } from '../../errors.ts';
import { flagIn, type Row, rowOrNull, textsIn, valueIn } from '../../execution/row.ts';
import { fromList } from '../../lineage/fields/from-rows.ts';
import { needs } from '../../lineage/need.ts';
import { builder } from '../../schema/builder.ts';
import { ComparedPaper, PAPERS } from './compared-papers.ts';
import { ComparedQuestion, QUESTIONS } from './compared-questions.ts';
import { ComparedRun, RUNS } from './compared-runs.ts';
import { ComparedSetting } from './compared-setting.ts';
import { ComparedStep, STEPS } from './compared-steps.ts';
import { COMPARISON } from './comparison.ts';
import { comparedSettings } from './differences.ts';

/** How many places of a configuration are given. */
const MOST_SETTINGS = 500;

const RunComparison = builder.objectRef<Row>('RunComparison').implement({
  description:
    'Several runs, side by side. Tables workflow.run_records, observability.token_usage, indexing.pipeline_runs, indexing.vectors, ingestion.documents, ingestion.prep_manifests.',
});

builder.objectFields(RunComparison, (t) => ({
  runs: t.field({
    type: [ComparedRun],
    description: 'The runs that are known, in the order of runIds, with their tokens and costs.',
    ...fromList(RUNS),
  }),
  steps: t.field({
    type: [ComparedStep],
    description: 'The steps of the runs in the order of the pipeline, steps unknown here last.',
    ...fromList(STEPS),
  }),
  questions: t.field({
    type: [ComparedQuestion],
    description: 'The questions of the runs, aligned by their ids and sorted by them.',
    ...fromList(QUESTIONS),
  }),
  papers: t.field({
    type: [ComparedPaper],
    description: 'The papers that the runs read. Reads the chunks of each run, as WorkflowRun.papers does.',
    ...fromList(PAPERS),
  }),
  indexSettings: t.field({
    type: [ComparedSetting],
    nullable: { list: true, items: false },
    description:
      'How the index that each run searched was last built, also one that it took over (indexSource): model, size and overlap of chunks, extractor. Table indexing.pipeline_runs.',
    extensions: needs({ kind: 'value', fields: ['indexSettings', 'runOrder', 'onlyDifferent'] }),
    resolve: (row) => {
      const settings = comparedSettings(valueIn(row, 'indexSettings'), textsIn(row, 'runOrder'));
      return settings.filter(({ isDifferent }) => isDifferent || flagIn(row, 'onlyDifferent') !== true);
    },
  }),
  configuration: t.field({
    type: [ComparedSetting],
    nullable: { list: true, items: false },
    description: `The places at which the configurations of the runs differ (configEffectiveJson of their headers), at most ${MOST_SETTINGS}. Scope: content:read.`,
    extensions: needs({ kind: 'value', fields: ['configurations', 'runOrder'] }),
    resolve: (row, _args, { report }, info) => {
      const all = comparedSettings(valueIn(row, 'configurations'), textsIn(row, 'runOrder'));
      const different = all.filter(({ isDifferent }) => isDifferent);
      if (different.length > MOST_SETTINGS) report(info, MOST_SETTINGS);
      return different.slice(0, MOST_SETTINGS);
    },
  }),
}));

builder.queryField('compareRuns', (t) =>
  t.field({
    type: RunComparison,
    nullable: true,
    description:
      'Runs side by side: steps, answers, tokens and costs, index, configuration, papers. A run of which nothing is known is named in an error (NOT_FOUND), and the others are compared.',
    args: {
      runIds: t.arg.stringList({ required: true, description: 'The ids of 2 to 10 runs, each once.' }),
      onlyDifferent: t.arg.boolean({
        description:
          'Only steps, questions, index settings and papers in which the runs differ; all by default. Of configurations, only what differs is given anyway.',
      }),
    },
    extensions: needs({ kind: 'rows', relation: COMPARISON }),
    resolve: async (_root, _args, { lineage, note }, info) => {
      const row = rowOrNull(await lineage.root(info));
      for (const id of row ? textsIn(row, 'unknownIds') : []) note(info, notFoundRun(id));
      return row;
    },
  }),
);
