const post = (query: string, variables?: object): string => JSON.stringify({ query, variables });
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const deep = (levels: number): string =>
  levels === 0
    ? 'runId'
    : `tokenUsage(first: 100) { nodes { run { pipelineRuns(first: 100) { nodes { workflowRun { ${deep(levels - 1)} } } } } } }`;

/** Bodies of callers who mean harm, or who know no better. */
export const HOSTILE: readonly string[] = [
  post(`{ workflowRuns(first: 500) { nodes { ${deep(2)} } } }`),
  post(`{ workflowRuns(first: 500) { nodes { ${deep(30)} } } }`),
  post(`{ ${times(10_000, (index) => `a${index}: __typename`)} }`),
  post(`{ ${times(200, (index) => `a${index}: documents(first: 500) { totalCount nodes { docId } }`)} }`),
  post('query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  post(`{ __typename ${'@skip(if: false) '.repeat(5000)} }`),
  post(`{ ${'['.repeat(100_000)} }`),
  post('{ documents(first: 2147483647) { nodes { docId } } }'),
  post(
    `{ documents(where: { title: { eq: "' or 1=1; drop table ingestion.documents; --" } }) { totalCount } }`,
  ),
  post('query ($id: String!) { workflowRun(runId: $id) { runId } }', { id: '\u0000\ud800' }),
  post('query ($where: DocumentWhere) { documents(where: $where) { totalCount } }', {
    where: JSON.parse(`${'{"and":['.repeat(2000)}{}${']}'.repeat(2000)}`),
  }),
  JSON.stringify(Array.from({ length: 1000 }, () => ({ query: '{ __typename }' }))),
  '{"query":',
  'x'.repeat(5_000_000),
];
