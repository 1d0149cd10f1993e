/** The examples that open as tabs, in this order; each is a tested file of its own. */
export const EXAMPLES = [
  'walk',
  'papers-of-a-run',
  'what-is-missing-of-a-run',
  'what-a-run-took-over',
  'price-of-a-run',
  'citations-of-an-answer',
  'what-rests-on-a-paper',
  'questions-of-a-paper',
  'cost-of-a-run',
  'cost-by-model-and-step',
  'cost-per-day',
  'runs-of-a-workstream',
  'arms-of-a-workstream',
  'chunks-of-a-document',
  'what-failed-lately',
  'dearest-runs',
] as const;
