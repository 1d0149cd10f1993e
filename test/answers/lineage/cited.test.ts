import { describe, expect } from 'vitest';
import { WALK_RUN } from '../../../prisma/seed/stories/walk.ts';
import { encodeNodeId } from '../../../src/schema/node-id.ts';
import { serverTest as it } from '../../support/server-test.ts';
import { bearer, JWT_SECRET } from '../../support/tokens.ts';
import { useServer } from '../../support/use-server.ts';

const api = useServer('demo');

/** By hand, for the answers of one run, which name their paper: the chunks of its index that an anchor meets. */
const CITED = `select distinct r.id, d.doc_id, v.chunk_id from workflow.run_records r
  cross join jsonb_array_elements(r.payload_json -> 'citation_anchors') a
  join ingestion.documents d on d.path = r.payload_json ->> 'paper_path'
  join indexing.vectors v on v.doc_id = d.doc_id and v.page = substring(a ->> 'page' from '[0-9]+')::int
    and (jsonb_typeof(a -> 'start_word') <> 'number' or jsonb_typeof(a -> 'end_word') <> 'number'
      or v.start_word <= (a ->> 'end_word')::numeric and v.end_word >= (a ->> 'start_word')::numeric)
  join indexing.pipeline_runs b on b.id = v.pipeline_run_id and b.workflow_run_id = r.run_id
  where r.run_id = '${WALK_RUN}' and r.record_kind = 'question'`;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly grade: string | null;
}

const edgesOf = async (id: string, args: string): Promise<readonly Edge[]> => {
  const { lineage } = await api().data(
    `query ($of: ID!) { lineage(of: $of, limitPerEdge: 200, ${args}) { edges { from to kind grade } } }`,
    { of: id },
  );
  return lineage.edges;
};
const record = (id: unknown): string => encodeNodeId('RunRecord', String(id));
const chunk = (id: unknown): string => encodeNodeId('Vector', String(id));
const paper = (id: unknown): string => encodeNodeId('Document', String(id));

describe('what an answer cites', () => {
  it('lies upstream of it, as plain SQL has it, apart from what was only available', async () => {
    const rows = await api().sql(CITED);
    const answers = [...Map.groupBy(rows, ({ id }) => String(id))].slice(0, 5);
    expect(answers.length).toBe(5);
    for (const [id, cited] of answers) {
      const edges = await edgesOf(record(id), 'direction: UPSTREAM, depth: 1');
      const found = edges
        .filter(({ grade }) => grade === 'CITED_BY')
        .map(({ from, to, kind }) => `${kind} ${from} ${to}`);
      const expected = cited.flatMap(({ doc_id, chunk_id }) => [
        `DOCUMENT_CITED_BY ${paper(doc_id)} ${record(id)}`,
        `VECTOR_CITED_BY ${chunk(chunk_id)} ${record(id)}`,
      ]);
      expect(found.sort()).toEqual([...new Set(expected)].sort());
    }
  });

  it('has the answer downstream, from the chunk and from the paper', async () => {
    const rows = await api().sql(CITED);
    const [first] = rows;
    const answers = (edges: readonly Edge[], kind: string) =>
      edges.filter((edge) => edge.kind === kind && edge.grade === 'CITED_BY').map(({ to }) => to);
    const ofChunk = answers(
      await edgesOf(chunk(first?.chunk_id), 'direction: DOWNSTREAM, depth: 1'),
      'VECTOR_CITED_BY',
    );
    const ofPaper = answers(
      await edgesOf(paper(first?.doc_id), 'direction: DOWNSTREAM, depth: 1'),
      'DOCUMENT_CITED_BY',
    );
    const citing = rows.filter(({ chunk_id }) => chunk_id === first?.chunk_id).map(({ id }) => record(id));
    for (const id of citing) expect(ofChunk).toContain(id);
    for (const { id, doc_id } of rows) if (doc_id === first?.doc_id) expect(ofPaper).toContain(record(id));
    const ofRun = await api().sql('select id from workflow.run_records where run_id = $1', [WALK_RUN]);
    const own = new Set(ofRun.map(({ id }) => record(id)));
    expect(ofChunk.filter((id) => own.has(id)).sort()).toEqual([...new Set(citing)].sort());
  });

  it('is followed further than from the start where the caller names its kind, and said where it is not', async () => {
    const [first] = await api().sql(CITED);
    const document = (only: string) =>
      api().data(
        `query ($of: ID!) { lineage(of: $of, direction: DOWNSTREAM, depth: 2, limitPerEdge: 3, types: [Vector, RunRecord]${only}) {
          edges { kind } unavailable { edge code reason } isPartial } }`,
        { of: paper(first?.doc_id) },
      );
    const { lineage: spared } = await document('');
    expect(spared.unavailable).toEqual([
      {
        edge: 'Vector.citedBy',
        code: 'COST_LIMIT_EXCEEDED',
        reason:
          'Vector.citedBy is followed from the start of a walk only, unless only names VECTOR_CITED_BY.',
      },
    ]);
    expect(spared.isPartial).toBe(true);
    const { lineage: named } = await document(', only: [DOCUMENT_VECTORS, VECTOR_CITED_BY]');
    expect(named.unavailable).toEqual([]);
    expect(new Set(named.edges.map(({ kind }: Edge) => kind))).toEqual(
      new Set(['DOCUMENT_VECTORS', 'VECTOR_CITED_BY']),
    );
  });

  it('is not told to who may not read answers, and that is said', async ({ serve }) => {
    const server = await serve(api().database, { secrets: { jwtSecret: JWT_SECRET } });
    const [first] = await api().sql(CITED);
    const { data } = await server.ask(
      'query ($of: ID!) { lineage(of: $of, direction: UPSTREAM, depth: 1) { edges { grade } unavailable { edge code } } }',
      { of: record(first?.id) },
      await bearer({ scope: 'lineage:read' }),
    );
    expect(data.lineage.edges.filter(({ grade }: Edge) => grade === 'CITED_BY')).toEqual([]);
    expect(data.lineage.unavailable).toContainEqual({ edge: 'RunRecord.citedVectors', code: 'FORBIDDEN' });
  });

  it('is a thick line of a picture, beside the broken one of what was available', async () => {
    const [first] = await api().sql(CITED);
    const { lineage } = await api().data(
      'query ($of: ID!) { lineage(of: $of, direction: DOWNSTREAM, depth: 1) { mermaid dot } }',
      { of: chunk(first?.chunk_id) },
    );
    expect(lineage.mermaid).toMatch(/^ {2}n\d+ ==> n\d+$/m);
    expect(lineage.mermaid).toMatch(/==>\|"is cited by"\|/);
    expect(lineage.dot).toContain('penwidth=2.5');
  });
});
