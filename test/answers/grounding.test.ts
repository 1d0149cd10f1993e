import { describe, expect } from 'vitest';
import { type Content, databaseForTest } from '../support/databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent } from '../support/real-runs.ts';
import { serverTest as it, serverForTest } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

const CONTENTS: readonly Content[] = realRunsAsWrittenPresent ? ['demo', 'real-runs-as-written'] : ['demo'];
if (!realRunsAsWrittenPresent) process.stderr.write(`${NEEDS_REAL_RUNS}\n`);

interface Grounding {
  readonly answers: number;
  readonly groundedAnswers: number;
  readonly groundedShare: number | null;
}

const GROUNDING =
  'answers withCitations groundedAnswers citations resolved ambiguous unresolved confidence groundedShare';

describe.each(CONTENTS)('how well the answers of a run are grounded (%s)', (content) => {
  const api = useServer(content);

  it('is what plain SQL counts of answers, anchors and scores', async () => {
    const rows = await api().sql(
      `select h.run_id as "runId", count(q.id)::int as answers,
         count(q.id) filter (where jsonb_array_length(nullif(q.payload_json -> 'citation_anchors', 'null')) > 0)::int as "withCitations",
         coalesce(sum(jsonb_array_length(nullif(q.payload_json -> 'citation_anchors', 'null'))), 0)::int as citations,
         avg((q.payload_json ->> 'confidence_score')::numeric)::float8 as confidence
       from workflow.run_records h left join workflow.run_records q on q.run_id = h.run_id and q.record_kind = 'question'
       where h.record_kind = 'run' group by h.run_id order by h.run_id`,
    );
    expect(rows.some(({ citations }) => Number(citations) > 0)).toBe(true);
    const { workflowRuns } = await api().data(
      `{ workflowRuns(first: 200, orderBy: { runId: ASC }) { nodes { runId grounding { answers withCitations citations confidence } } } }`,
    );
    expect(
      workflowRuns.nodes.map(({ runId, grounding }: { runId: string; grounding: object }) => ({
        runId,
        ...grounding,
      })),
    ).toEqual(rows);
  });

  it('adds up the statuses of the citations of the answers', async () => {
    const { workflowRuns } = await api().data(
      `{ workflowRuns(first: 200) { nodes { grounding { ${GROUNDING} } records(first: 200, where: { recordKind: { eq: "question" } }) {
        nodes { citations(first: 100) { nodes { status } } } } } } }`,
    );
    for (const { grounding, records } of workflowRuns.nodes) {
      const answers: string[][] = records.nodes.map(
        ({ citations }: { citations: { nodes: { status: string }[] } }) =>
          citations.nodes.map(({ status }) => status),
      );
      const count = (of: string): number => answers.flat().filter((status) => status === of).length;
      const grounded = answers.filter((all) => all.includes('RESOLVED')).length;
      expect(grounding).toMatchObject({
        resolved: count('RESOLVED'),
        ambiguous: count('AMBIGUOUS'),
        unresolved: count('UNRESOLVED'),
        groundedAnswers: grounded,
        groundedShare: answers.length > 0 ? Math.round((grounded / answers.length) * 1e4) / 1e4 : null,
      });
    }
  });

  it('sorts and filters the list of runs, page after page', async () => {
    const list = 'workflowRuns(first: 200, orderBy: [{ groundedShare: ASC }, { runId: ASC }])';
    const { all, some, none } = await api().data(
      `{ all: ${list} { nodes { runId groundedShare grounding { groundedShare } } }
         some: workflowRuns(where: { groundedShare: { lt: 1 } }) { totalCount }
         none: workflowRuns(where: { groundedShare: { isNull: true } }) { totalCount } }`,
    );
    const shares: (number | null)[] = all.nodes.map(({ groundedShare }: Grounding) => groundedShare);
    expect(all.nodes.map(({ grounding }: { grounding: Grounding }) => grounding.groundedShare)).toEqual(
      shares,
    );
    expect(shares).toEqual(shares.toSorted((a, b) => (a ?? 2) - (b ?? 2)));
    expect(some.totalCount).toBe(shares.filter((share) => share !== null && share < 1).length);
    expect(none.totalCount).toBe(shares.filter((share) => share === null).length);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const {
        workflowRuns,
      }: {
        workflowRuns: { nodes: { runId: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      } = await api().data(
        `query ($after: String) { ${list.replace('workflowRuns(first: 200', 'workflowRuns(first: 7, after: $after')} { nodes { runId } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      paged.push(...workflowRuns.nodes.map(({ runId }) => runId));
      after = workflowRuns.pageInfo.hasNextPage ? workflowRuns.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(all.nodes.map(({ runId }: { runId: string }) => runId));
  });
});

describe('a run', () => {
  it('without answers has counts of 0 and no share; odd scores are left out of the mean', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, payload_json) values
      ('none', 'run', '', 'main', null), ('odd', 'run', '', 'main', null),
      ('odd', 'question', 'agentic', 'A01', '{"confidence_score": 0.5}'), ('odd', 'question', 'agentic', 'A02', '{"confidence_score": "high"}'),
      ('odd', 'question', 'agentic', 'A03', null), ('odd', 'question', 'agentic', 'A04', '[]'), ('odd', 'question', 'agentic', 'A05', '{"confidence_score": null}')`);
    const server = await serve(opened.database);
    const { none, odd } = await server.data(
      `{ none: workflowRun(runId: "none") { groundedShare grounding { ${GROUNDING} } } odd: workflowRun(runId: "odd") { groundedShare grounding { ${GROUNDING} } } }`,
    );
    const zero = {
      withCitations: 0,
      groundedAnswers: 0,
      citations: 0,
      resolved: 0,
      ambiguous: 0,
      unresolved: 0,
    };
    expect(none).toEqual({
      groundedShare: null,
      grounding: { ...zero, answers: 0, confidence: null, groundedShare: null },
    });
    expect(odd).toEqual({
      groundedShare: 0,
      grounding: { ...zero, answers: 5, confidence: 0.5, groundedShare: 0 },
    });
  });
});

it.each([
  ['1e400', null],
  ['-1e400', null],
  ['1e-400', 0],
  ['"0.5"', null],
  ['[1]', null],
  ['{}', null],
  ['null', null],
  ['0.5', 0.5],
])('a confidence score %s counts as %s', async (score, confidence) => {
  const { database, exec } = await databaseForTest('empty');
  await exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, payload_json, created_at)
    values ('r', 'question', 'agentic', 'A01', '{"confidence_score": ${score}}', now())`);
  const server = await serverForTest(database);
  const { workflowRun } = await server.data(
    '{ workflowRun(runId: "r") { grounding { answers confidence } } }',
  );
  expect(workflowRun.grounding).toEqual({ answers: 1, confidence });
});
