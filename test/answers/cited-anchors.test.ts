import { describe, expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverForTest } from '../support/server-test.ts';

/** A run whose one paper has the chunks 0-349 and 275-420 of page 5, and 0-99 of page 12. */
const PAPER = `insert into ingestion.documents (doc_id, path) values ('doc', '/app/papers/a.pdf');
  insert into indexing.vectors (id, doc_id, chunk_id, page, start_word, end_word, text) values
    (1, 'doc', 'one', 5, 0, 349, (select string_agg('w' || n, ' ' order by n) from generate_series(0, 349) n)),
    (2, 'doc', 'two', 5, 275, 420, (select string_agg('w' || n, ' ' order by n) from generate_series(275, 420) n)),
    (3, 'doc', 'three', 12, 0, 99, (select string_agg('v' || n, ' ' order by n) from generate_series(0, 99) n));
  insert into workflow.run_records (run_id, record_kind, step, record_key, papers_dir) values ('r', 'run', '', 'main', 'a.pdf');`;

const FOUND =
  'position page startWord endWord status why matchedBy quote vectors { edges { overlapWords share node { chunkId } } }';

interface Found {
  readonly page: number | null;
  readonly startWord: number | null;
  readonly endWord: number | null;
  readonly status: string;
  readonly why: string | null;
  readonly matchedBy: string | null;
  readonly quote: string | null;
  readonly vectors: {
    readonly edges: readonly { overlapWords: number; share: number; node: { chunkId: string } }[];
  };
}

/** The citations of an answer with this payload; `fields`: what is asked of them. */
async function citationsOf(payload: unknown, fields = `nodes { ${FOUND} } totalCount`) {
  const opened = await databaseForTest('empty');
  await opened.exec(PAPER);
  await opened.sql(
    `insert into workflow.run_records (run_id, record_kind, step, record_key, payload_json) values ('r', 'question', 'agentic', 'A01', $1::jsonb)`,
    [JSON.stringify(payload)],
  );
  const server = await serverForTest(opened.database);
  const { runRecord } = await server.data(
    `{ runRecord(runId: "r", recordKind: "question", step: "agentic", recordKey: "A01") { citations(first: 500) { ${fields} } } }`,
  );
  return runRecord.citations;
}

const anchored = async (anchors: readonly unknown[]): Promise<readonly Found[]> =>
  (await citationsOf({ citation_anchors: anchors })).nodes;

const at = (page: unknown, start_word: unknown, end_word: unknown) => ({
  page,
  start_word,
  end_word,
  section: 'Data',
  note: 'n',
});

describe('an anchor as models write it', () => {
  // What is read of it (page, first and last word), and what was found: chunks, else why not.
  const KINDS: readonly (readonly [anchor: unknown, read: readonly (number | null)[], found: string])[] = [
    [at(5, 0, 10), [5, 0, 10], 'WORDS one'],
    [at(5, 300, 310), [5, 300, 310], 'WORDS one two'],
    // Ends are included.
    [at(5, 349, 349), [5, 349, 349], 'WORDS one two'],
    [at(5, 350, 350), [5, 350, 350], 'WORDS two'],
    [at(5, 420, 500), [5, 420, 500], 'WORDS two'],
    [at(5, 421, 500), [5, 421, 500], 'NO_CHUNK'],
    // The same words of another page.
    [at(6, 0, 10), [6, 0, 10], 'NO_CHUNK'],
    [at(12, 0, 10), [12, 0, 10], 'WORDS three'],
    // Pages and words as texts.
    [at('5', 0, 10), [5, 0, 10], 'WORDS one'],
    [at('page 12', '0', '10'), [12, 0, 10], 'WORDS three'],
    [at('Page 5 words 300-564', 300, 310), [5, 300, 310], 'WORDS one two'],
    [at('p. 12', 0, 10), [12, 0, 10], 'WORDS three'],
    [at('pp. 12-13', 0, 10), [12, 0, 10], 'WORDS three'],
    [at('p12', 'word 3', 'words 4'), [12, 3, 4], 'WORDS three'],
    [at(' 12 ', ' 3', '4 '), [12, 3, 4], 'WORDS three'],
    [at('Table 2, page 12', 0, 10), [12, 0, 10], 'WORDS three'],
    [at('005', 0, 10), [5, 0, 10], 'WORDS one'],
    [at(5.0, 0.0, 1e1), [5, 0, 10], 'WORDS one'],
    // Words of the text in place of numbers: the page alone.
    [at(5, 'The', 'time.'), [5, null, null], 'PAGE one two'],
    [at('page 12', 'The', 'time.'), [12, null, null], 'PAGE three'],
    [at(12, 3, null), [12, 3, null], 'PAGE three'],
    [at(12, '4th', '10%'), [12, null, null], 'PAGE three'],
    [at(12, 10, 3), [12, 10, 3], 'PAGE three'],
    [at(12, -1, 10), [12, null, 10], 'PAGE three'],
    [at(12, 1.5, 10), [12, null, 10], 'PAGE three'],
    [at(12, [0], { to: 10 }), [12, null, null], 'PAGE three'],
    [at(12, 'NaN', 'Infinity'), [12, null, null], 'PAGE three'],
    [at(12, 10_000_000_000, 1e300), [12, null, null], 'PAGE three'],
    [at(12, '99999999999999999999', '1'), [12, null, 1], 'PAGE three'],
    [at(999_999_999, 'x', 'y'), [999_999_999, null, null], 'NO_CHUNK'],
    [{ page: 12 }, [12, null, null], 'PAGE three'],
    // No page.
    [at(null, 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at('Introduction', 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at('Section 5', 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at(0, 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at(-5, 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at('-5', 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at(5.5, 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at('5.5', 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at('xii', 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at(true, 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at([5], 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at({ number: 5 }, 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at(1e300, 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at('99999999999', 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at('NaN', 0, 10), [null, 0, 10], 'NO_PAGE'],
    [at('', 'The', ''), [null, null, null], 'NO_NUMBERS'],
    [{}, [null, null, null], 'NO_NUMBERS'],
    [{ start_word: 'The' }, [null, null, null], 'NO_NUMBERS'],
    // No objects.
    [null, [null, null, null], 'NO_NUMBERS'],
    ['page 5', [null, null, null], 'NO_NUMBERS'],
    [5, [null, null, null], 'NO_NUMBERS'],
    [[5, 0, 10], [null, null, null], 'NO_NUMBERS'],
    [[at(5, 0, 10)], [null, null, null], 'NO_NUMBERS'],
  ];

  it('is read, and nothing is thrown', async () => {
    const found = await anchored(KINDS.map(([anchor]) => anchor));
    const lines = found.map(({ page, startWord, endWord, status, why, matchedBy, vectors }, index) => {
      const chunks = vectors.edges.map(({ node }) => node.chunkId).join(' ');
      expect(status, String(index)).toBe(why === null ? 'RESOLVED' : 'UNRESOLVED');
      return JSON.stringify([KINDS[index]?.[0], [page, startWord, endWord], why ?? `${matchedBy} ${chunks}`]);
    });
    expect(lines).toEqual(KINDS.map((kind) => JSON.stringify(kind)));
  });

  it('is given as it is stored, without credentials', async () => {
    const stored = {
      ...at(5, 0, 1),
      section: 'postgres://me:hunter2@db/x',
      note: { deep: [1, null] },
      more: 1,
    };
    const { nodes } = await citationsOf({ citation_anchors: [stored] }, 'nodes { raw section note }');
    expect(nodes).toEqual([
      {
        raw: { ...stored, section: 'postgres://[redacted]@db/x' },
        section: 'postgres://[redacted]@db/x',
        note: '{"deep": [1, null]}',
      },
    ]);
  });

  it('quotes each word once, although chunks overlap, and at most 400 of them', async () => {
    const [over, many, none] = await anchored([at(5, 340, 355), at(5, 0, 100_000), at(5, 'The', 'end')]);
    const words = (from: number, to: number): string =>
      Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}`).join(' ');
    expect(over?.quote).toBe(words(340, 355));
    expect(many?.quote).toBe(words(0, 399));
    expect(none?.quote).toBeNull();
  });

  it('says how much of it each chunk holds', async () => {
    const [over, page] = await anchored([at(5, 340, 359), at(5, 'The', 'end')]);
    expect(over?.vectors.edges).toEqual([
      { overlapWords: 10, share: 0.5, node: { chunkId: 'one' } },
      { overlapWords: 20, share: 1, node: { chunkId: 'two' } },
    ]);
    expect(page?.vectors.edges.map(({ overlapWords, share }) => [overlapWords, share])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('the anchors of a payload', () => {
  it.each([
    ['null', null],
    ['no object', 'text'],
    ['a list', [{ citation_anchors: [at(5, 0, 1)] }]],
    ['without anchors', {}],
    ['with null for anchors', { citation_anchors: null }],
    ['with a text for anchors', { citation_anchors: 'page 5' }],
    ['with a number for anchors', { citation_anchors: 5 }],
    ['with an object for anchors', { citation_anchors: at(5, 0, 1) }],
    ['with an empty list of anchors', { citation_anchors: [] }],
  ])('are none where it is %s', async (_, payload) => {
    expect(await citationsOf(payload)).toEqual({ nodes: [], totalCount: 0 });
  });

  it('can be thousands', async () => {
    const anchors = Array.from({ length: 5000 }, (_, index) => at(5, index % 421, 420));
    const { totalCount, nodes, none } = await citationsOf(
      { citation_anchors: anchors },
      'totalCount nodes { position status }',
    ).then((all) => ({ ...all, none: all.nodes.filter(({ status }: Found) => status !== 'RESOLVED') }));
    expect([totalCount, nodes.length, none.length]).toEqual([5000, 500, 0]);
    expect(nodes.at(-1).position).toBe(500);
  });
});
