import { describe, expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

/** The chunks that each anchor of the demo meets, by hand: of the index that its run built or took over, else of any. */
const BY_HAND = `with anchor as (
    select r.id, r.run_id, a.position::int as position, r.payload_json ->> 'paper_path' as paper, a.value as raw,
      substring(a.value ->> 'page' from '[0-9]+')::int as page,
      case jsonb_typeof(a.value -> 'start_word') when 'number' then (a.value ->> 'start_word')::int end as first_word,
      case jsonb_typeof(a.value -> 'end_word') when 'number' then (a.value ->> 'end_word')::int end as last_word
    from workflow.run_records r, jsonb_array_elements(r.payload_json -> 'citation_anchors') with ordinality a(value, position)
    where r.record_kind = 'question'),
  own as (
    select r.run_id, v.id from workflow.run_records r, indexing.pipeline_runs b, indexing.vectors v
    where (r.record_kind = 'run' and b.workflow_run_id = r.run_id
      or r.record_kind = 'step' and r.step = 'index' and b.workflow_run_id = r.reuse_source_run_id) and v.pipeline_run_id = b.id),
  meets as (
    select a.*, v.id as vector, v.doc_id, case when first_word <= last_word then least(v.end_word, last_word) - greatest(v.start_word, first_word) + 1 end as words,
      (a.run_id, v.id) in (select run_id, id from own) as is_own
    from anchor a, indexing.vectors v, ingestion.documents d, workflow.run_records h
    where h.run_id = a.run_id and h.record_kind = 'run' and d.doc_id = v.doc_id and v.page = a.page
      and (first_word is null or last_word is null or v.start_word <= last_word and v.end_word >= first_word)
      and case when paper is not null then d.path = paper
        when a.run_id in (select run_id from own) then (a.run_id, v.id) in (select run_id, id from own)
        else lower(substring(d.path from '[^/]*$')) = lower(substring(replace(h.papers_dir, chr(92), '/') from '[^/]*$')) end),
  found as (select m.* from meets m where is_own or not exists (select from meets o where o.id = m.id and o.position = m.position and o.is_own))`;

const PLACES = `select a.run_id, a.id::text, a.position, count(distinct f.doc_id)::int as papers, min(f.doc_id) as paper,
    array_to_string(array_agg(f.vector || ' ' || coalesce(f.words::text, '-') order by f.vector) filter (where f.vector is not null), ',') as chunks
  from anchor a left join found f using (id, position) group by a.run_id, a.id, a.position order by a.id, a.position`;

const STATUS = ['UNRESOLVED', 'RESOLVED'];

interface Citation {
  readonly position: number;
  readonly status: string;
  readonly matchedBy: string | null;
  readonly quote: string | null;
  readonly document: { readonly docId: string } | null;
  readonly candidates: { readonly totalCount: number };
  readonly vectors: {
    readonly edges: readonly {
      readonly overlapWords: number | null;
      readonly node: { readonly rowId: string; readonly text: string };
    }[];
  };
}

const CITATION = `position status why matchedBy page startWord endWord quote document { docId } candidates { totalCount }
  vectors(first: 100) { edges { overlapWords share node { rowId text startWord } } }`;

/** All rows of a list, page after page; `of`: its name, its arguments and what is asked of its rows. */
async function rowsOf<Row>(name: string, args: string, fields: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (
      await api().data(
        `query ($after: String) { ${name}(first: 100, after: $after${args}) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
    )[name];
    rows.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

interface Answer {
  readonly rowId: string;
  readonly payloadJson: string | null;
  readonly citations: { readonly nodes: readonly Citation[] };
}

/** The answers of the demo with their citations. */
const answers = (): Promise<readonly Answer[]> =>
  rowsOf(
    'runRecords',
    ', where: { recordKind: { eq: "question" } }',
    `rowId payloadJson(path: "quote_snippet") citations(first: 50) { nodes { ${CITATION} } }`,
  );

const byNumber = (a: string, b: string): number => (BigInt(a) < BigInt(b) ? -1 : 1);

describe('the citations of the demo', () => {
  it('are those of plain SQL, with the same papers and the same chunks', async () => {
    const rows = await api().sql(`${BY_HAND} ${PLACES}`);
    expect(rows.length).toBeGreaterThan(300);
    expect(new Set(rows.map(({ papers }) => papers))).toEqual(new Set([1, 2]));
    const found = (await answers()).flatMap(({ rowId, citations }) =>
      citations.nodes.map(({ position, status, document, candidates, vectors }) => [
        rowId,
        position,
        status,
        candidates.totalCount,
        document?.docId ?? null,
        vectors.edges
          .map(({ node, overlapWords }) => [node.rowId, overlapWords ?? '-'] as const)
          .toSorted(([a], [b]) => byNumber(a, b))
          .map((one) => one.join(' '))
          .join(),
      ]),
    );
    const expected = rows.map(({ id, position, papers, paper, chunks }) => [
      id,
      position,
      STATUS[Number(papers)] ?? 'AMBIGUOUS',
      papers,
      papers === 1 ? paper : null,
      chunks,
    ]);
    expect(found.map(String).sort()).toEqual(expected.map(String).sort());
  });

  it('quote the words that stand in the chunk, and those of the answer', async () => {
    let quoted = 0;
    for (const { payloadJson, citations } of await answers()) {
      for (const { quote, status, matchedBy, vectors } of citations.nodes) {
        expect(quote !== null).toBe(status === 'RESOLVED' && matchedBy === 'WORDS');
        if (quote === null) continue;
        quoted += 1;
        expect(quote).toBe(payloadJson);
        const texts = vectors.edges.map(({ node }) => node.text);
        expect(texts.some((text) => text.includes(quote))).toBe(true);
      }
    }
    expect(quoted).toBeGreaterThan(250);
  });

  it('take one statement, whatever is asked of them', async () => {
    api().statements.length = 0;
    await api().data(
      `{ workflowRuns { nodes { grounding { resolved } records(first: 5) { nodes { citations { totalCount nodes { ${CITATION} } } } } } } }`,
    );
    expect(api().statements).toHaveLength(1);
  });

  it('are filtered, sorted and paged as any list', async () => {
    const list = 'citations(first: 1, orderBy: { position: DESC }';
    const { all, page } = await api().data(
      `{ all: runRecord(runId: "demo-walk", recordKind: "question", step: "agentic", recordKey: "A01") {
           citations { nodes { position status } } none: citations(where: { status: { eq: UNRESOLVED } }) { totalCount }
           some: citations(where: { AND: [{ page: { gte: 1 } }, { note: { isNull: true } }, { matchedBy: { in: [WORDS] } }] }) { totalCount } }
         page: runRecord(runId: "demo-walk", recordKind: "question", step: "agentic", recordKey: "A01") { ${list}) { nodes { position } pageInfo { hasNextPage endCursor } } } }`,
    );
    expect(all).toEqual({
      citations: { nodes: [{ position: 1, status: 'RESOLVED' }] },
      none: { totalCount: 0 },
      some: { totalCount: 1 },
    });
    expect(page.citations).toEqual({
      nodes: [{ position: 1 }],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
  });
});

interface CitedVector {
  readonly rowId: string;
  readonly citedBy: {
    readonly edges: readonly {
      readonly overlapWords: number | null;
      readonly node: { readonly position: number; readonly question: { readonly rowId: string } };
    }[];
  };
}

describe('what cites', () => {
  const found = (columns: string, which = 'true'): string =>
    `${BY_HAND} select ${columns} from found f where ${which} group by 1 order by 1`;

  it('a chunk: the citations whose words it holds, with the same overlap', async () => {
    const rows = await api().sql(
      found(
        "vector::text as vector, string_agg(id || ' ' || position || ' ' || coalesce(words::text, '-'), ',' order by id, position) as cited",
        `vector in (select v.id from indexing.vectors v join indexing.pipeline_runs b on b.id = v.pipeline_run_id
           where b.workflow_run_id in ('demo-walk', 'demo-written-rebuilt'))`,
      ),
    );
    const vectors: readonly CitedVector[] = await rowsOf(
      'vectors',
      ', where: { pipelineRun: { some: { workflowRunId: { in: ["demo-walk", "demo-written-rebuilt"] } } } }',
      'rowId citedBy(first: 100) { edges { overlapWords node { position question { rowId } } } }',
    );
    const cited = vectors.map(({ rowId, citedBy }) => [
      rowId,
      citedBy.edges
        .map(({ overlapWords, node }) => `${node.question.rowId} ${node.position} ${overlapWords ?? '-'}`)
        .join(),
    ]);
    expect(rows.length).toBeGreaterThan(40);
    expect(cited.filter(([, by]) => by !== '').sort()).toEqual(
      rows.map(({ vector, cited: by }) => [vector, by]).sort(),
    );
  }, 60_000);

  it('a paper: its citations, the answers and the runs, each once', async () => {
    const rows = await api().sql(
      found(
        'doc_id, count(distinct (id, position))::int as citations, count(distinct id)::int as questions, count(distinct run_id)::int as runs',
      ),
    );
    const { documents } = await api().data(
      `{ documents(first: 100, orderBy: { docId: ASC }) { nodes { docId citations(first: 200) { totalCount nodes { question { rowId } run { runId } } }
        citedBy { questions(first: 200) { totalCount nodes { rowId } } runs(first: 200) { totalCount nodes { runId } } } } } }`,
    );
    const cited = documents.nodes.filter(
      ({ citations }: { citations: { totalCount: number } }) => citations.totalCount > 0,
    );
    expect(
      cited.map(
        ({
          docId,
          citations,
          citedBy,
        }: {
          docId: string;
          citations: { totalCount: number };
          citedBy: Record<'questions' | 'runs', { totalCount: number }>;
        }) => ({
          doc_id: docId,
          citations: citations.totalCount,
          questions: citedBy.questions.totalCount,
          runs: citedBy.runs.totalCount,
        }),
      ),
    ).toEqual(rows);
    for (const { citations, citedBy } of cited) {
      expect(new Set(citedBy.questions.nodes.map(({ rowId }: { rowId: string }) => rowId))).toEqual(
        new Set(citations.nodes.map(({ question }: { question: { rowId: string } }) => question.rowId)),
      );
      expect(new Set(citedBy.runs.nodes.map(({ runId }: { runId: string }) => runId))).toEqual(
        new Set(citations.nodes.map(({ run }: { run: { runId: string } }) => run.runId)),
      );
    }
  });

  it('a shard: what cites the chunks of its build', async () => {
    const rows = await api().sql(
      `${BY_HAND} select s.id::text as shard, count(distinct (f.id, f.position))::int as citations from indexing.index_shards s
       join indexing.vectors v using (pipeline_run_id) join found f on f.vector = v.id group by 1 order by s.id::text`,
    );
    const { indexShards } = await api().data(
      '{ indexShards(first: 200) { nodes { rowId citedBy { totalCount } } } }',
    );
    const cited = indexShards.nodes.filter(
      ({ citedBy }: { citedBy: { totalCount: number } }) => citedBy.totalCount > 0,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(
      cited
        .map(({ rowId, citedBy }: { rowId: string; citedBy: { totalCount: number } }) => [
          rowId,
          citedBy.totalCount,
        ])
        .sort(),
    ).toEqual(rows.map(({ shard, citations }) => [shard, citations]).sort());
  });
});
