import { expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent } from '../support/real-runs.ts';
import { serverForTest } from '../support/server-test.ts';

/** Each anchor with its page, as the text has it, and the paper that papersDir names: a run of these rows reads one. */
const BY_HAND = `with anchor as (
    select q.id, q.run_id, a.position, a.value, substring(a.value ->> 'page' from '[0-9]+')::int as page,
      a.value ->> 'start_word' ~ '^[0-9]+$' and a.value ->> 'end_word' ~ '^[0-9]+$' as in_numbers,
      (select d.doc_id from workflow.run_records h join ingestion.documents d
        on lower(substring(d.path from '[^/]*$')) = lower(substring(replace(h.papers_dir, chr(92), '/') from '[^/]*$'))
       where h.run_id = q.run_id and h.record_kind = 'run') as doc_id
    from workflow.run_records q, jsonb_array_elements(nullif(q.payload_json -> 'citation_anchors', 'null')) with ordinality a(value, position)
    where q.record_kind = 'question'),
  met as (select a.*, (select count(*)::int from indexing.vectors v where v.doc_id = a.doc_id and v.page = a.page and (not in_numbers
      or v.start_word <= (a.value ->> 'end_word')::int and v.end_word >= (a.value ->> 'start_word')::int)) as chunks
    from anchor a)`;

interface Citation {
  readonly status: string;
  readonly why: string | null;
  readonly matchedBy: string | null;
  readonly vectors: { readonly totalCount: number };
}

it('resolves every anchor of a paper that is there, as the producer writes them', async ({ skip }) => {
  if (!realRunsAsWrittenPresent) return skip(NEEDS_REAL_RUNS);
  const opened = await databaseForTest('real-runs-as-written');
  const server = await serverForTest(opened.database);
  const { workflowRuns } = await server.data(
    `{ workflowRuns(first: 20) { nodes { runId records(first: 100, where: { recordKind: { eq: "question" } }) {
       nodes { rowId citations(first: 20) { nodes { position status why matchedBy document { docId } vectors { totalCount } } } } } } } }`,
  );
  type Record = {
    rowId: string;
    citations: { nodes: (Citation & { position: number; document: { docId: string } | null })[] };
  };
  const records: Record[] = workflowRuns.nodes.flatMap(
    ({ records: of }: { records: { nodes: Record[] } }) => of.nodes,
  );
  const citations = records.flatMap(({ rowId, citations: of }) =>
    of.nodes.map((citation) => ({ rowId, ...citation })),
  );

  const rows = await opened.sql(
    `${BY_HAND} select id::text, position::int, doc_id, chunks, in_numbers from met`,
  );
  expect(
    citations
      .map(
        ({ rowId, position, document, vectors }) =>
          `${rowId} ${position} ${document?.docId} ${vectors.totalCount}`,
      )
      .sort(),
  ).toEqual(
    rows
      .map(({ id, position, doc_id, chunks }) => `${id} ${position} ${doc_id ?? undefined} ${chunks}`)
      .sort(),
  );

  // Of 1,724 anchors, 292 are of the run whose papersDir is a folder in which no paper of the database lies; its papers
  // are named nowhere else. All others are in one paper: 1,357 by their words (6 of them numbers as texts), 75 whose words are no numbers by page.
  const counts: { [kind: string]: number } = {};
  for (const { status, why, matchedBy } of citations) {
    const kind = `${status} ${why ?? matchedBy}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  expect(counts).toEqual({ 'RESOLVED WORDS': 1357, 'RESOLVED PAGE': 75, 'UNRESOLVED NO_DOCUMENT': 292 });
  const [there] = await opened.sql(
    `${BY_HAND} select count(*) filter (where in_numbers)::int as words, count(*) filter (where not in_numbers)::int as page from met where doc_id is not null`,
  );
  expect(there).toEqual({ words: 1357, page: 75 });
  const [folder] = await opened.sql(
    `select count(*)::int as anchors, array_agg(distinct h.papers_dir) as dirs from (${BY_HAND} select * from met where doc_id is null) m
     join workflow.run_records h using (run_id) where h.record_kind = 'run'`,
  );
  expect(folder).toEqual({ anchors: 292, dirs: ['\\papers'] });

  // An anchor by its words meets one to three chunks.
  const met = citations
    .filter(({ matchedBy }) => matchedBy === 'WORDS')
    .map(({ vectors }) => vectors.totalCount);
  expect([Math.min(...met), Math.max(...met)]).toEqual([1, 3]);
});

it('leads back from each paper and each chunk to the same anchors', async ({ skip }) => {
  if (!realRunsAsWrittenPresent) return skip(NEEDS_REAL_RUNS);
  const opened = await databaseForTest('real-runs-as-written');
  const server = await serverForTest(opened.database);
  const { documents } = await server.data(
    '{ documents { nodes { docId citations { totalCount } citedBy { runs { totalCount } questions { totalCount } } vectors(first: 500) { nodes { chunkId citedBy { totalCount } } } } } }',
  );
  type Counted = { totalCount: number };
  type Paper = {
    docId: string;
    citations: Counted;
    citedBy: { runs: Counted; questions: Counted };
    vectors: { nodes: { chunkId: string; citedBy: Counted }[] };
  };
  const papers: Paper[] = documents.nodes;
  const rows = await opened.sql(
    `${BY_HAND} select d.doc_id, count(m.id)::int as citations, count(distinct m.run_id)::int as runs, count(distinct m.id)::int as questions
     from ingestion.documents d left join met m on m.doc_id = d.doc_id and m.chunks > 0 group by 1 order by 1`,
  );
  expect(rows.some(({ citations }) => Number(citations) > 200)).toBe(true);
  expect(
    papers
      .map(({ docId, citations, citedBy }) => ({
        doc_id: docId,
        citations: citations.totalCount,
        runs: citedBy.runs.totalCount,
        questions: citedBy.questions.totalCount,
      }))
      .sort((a, b) => (a.doc_id < b.doc_id ? -1 : 1)),
  ).toEqual(rows);
  const chunks = await opened.sql(
    `${BY_HAND} select v.chunk_id, count(m.id)::int as citations from indexing.vectors v left join met m on m.doc_id = v.doc_id and m.page = v.page
       and (not in_numbers or v.start_word <= (m.value ->> 'end_word')::int and v.end_word >= (m.value ->> 'start_word')::int) group by 1`,
  );
  const cited = papers.flatMap(({ vectors }) =>
    vectors.nodes.map(({ chunkId, citedBy }) => `${chunkId} ${citedBy.totalCount}`),
  );
  expect(cited.sort()).toEqual(chunks.map(({ chunk_id, citations }) => `${chunk_id} ${citations}`).sort());
}, 120_000);
