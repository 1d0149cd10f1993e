import { chunksOf } from '../papers/text.ts';
import { PAPERS, type Paper } from '../papers.ts';
import { at, sha256 } from '../random.ts';
import type { DemoRows } from '../rows.ts';
import { addWrittenRun } from '../written-run.ts';

/**
 * Runs as Ragonometrics itself writes them: no manifest, no retrieval event, no cost and no project; the papers are
 * named by `papers_dir` only; the header is stored after the run; most index steps are skipped.
 */
export const WRITTEN_RUNS = {
  /** Built an index, of which a later build took the chunks. */
  first: 'demo-written-first',
  /** Built the index anew over two papers: row ids count from 0 again, the same chunks keep their chunk ids. */
  rebuilt: 'demo-written-rebuilt',
  /** Skipped the index, and took its first answer over from another run. Its papers_dir is that of a Windows machine. */
  skipped: 'demo-written-skipped',
  /** Its header says completed, although a step and the report failed. */
  troubled: 'demo-written-troubled',
} as const;

export function addAsWritten(rows: DemoRows): void {
  const [paper, other] = PAPERS.slice(10, 12);
  if (!paper || !other) return;
  const { first, rebuilt, skipped, troubled } = WRITTEN_RUNS;
  addWrittenRun(rows, {
    runId: first,
    minute: 207_000,
    papers: [paper],
    papersDir: paper.path,
    questions: 7,
  });
  addBuild(rows, first, 207_000, [paper], false);
  addWrittenRun(rows, {
    runId: rebuilt,
    minute: 207_300,
    papers: [other, paper],
    papersDir: '/app/papers',
    questions: 10,
  });
  const build = addBuild(rows, rebuilt, 207_300, [other, paper], true);
  addChunks(rows, build, 207_300, [other, paper]);
  const fileName = paper.path.slice(paper.path.lastIndexOf('/') + 1);
  addWrittenRun(rows, {
    runId: skipped,
    minute: 207_600,
    papers: [paper],
    papersDir: `papers\\${fileName.toUpperCase()}`,
    questions: 5,
    skipsIndex: true,
    takesAnswerOf: first,
  });
  addWrittenRun(rows, {
    runId: troubled,
    minute: 207_900,
    papers: [other],
    papersDir: other.path,
    questions: 4,
    skipsIndex: true,
    fails: true,
  });
}

function addBuild(
  rows: DemoRows,
  runId: string,
  minute: number,
  papers: readonly Paper[],
  isActive: boolean,
): number {
  const embedding = { embedding_model: 'text-embedding-3-large', chunk_words: 350, chunk_overlap: 75 };
  const key = sha256(`index ${papers.map(({ docId }) => docId)}`);
  const build = rows.number('indexing.pipeline_runs', {
    workflow_run_id: runId,
    paper_set_hash: sha256(papers.map(({ docId }) => docId).join()),
    index_build_reason: 'workflow_index_step',
    ...embedding,
    normalized: true,
    idempotency_key: key,
    created_at: at(minute + 5),
  });
  rows.add('indexing.index_versions', {
    index_id: key.slice(0, 32),
    created_at: at(minute + 6),
    ...embedding,
    corpus_fingerprint: sha256(key),
    index_path: 'vectors-3072.index',
    shard_path: `indexes/vectors-${key.slice(0, 12)}.index`,
  });
  rows.number('indexing.index_shards', {
    shard_name: `vectors-${key.slice(0, 12)}.index`,
    path: `indexes/vectors-${key.slice(0, 12)}.index`,
    pipeline_run_id: build,
    index_id: key.slice(0, 32),
    is_active: isActive,
    created_at: at(minute + 6),
  });
  return build;
}

/** The only chunks that are left of both builds: `ON CONFLICT (id) DO UPDATE` gave the rows of the first to the second. */
function addChunks(rows: DemoRows, build: number, minute: number, papers: readonly Paper[]): void {
  const chunks = papers.flatMap((paper) => chunksOf(paper.text).map((chunk) => ({ paper, ...chunk })));
  for (const [id, { paper, page, startWord, endWord, text }] of chunks.entries()) {
    const hash = sha256(text);
    rows.add('indexing.vectors', {
      id,
      doc_id: paper.docId,
      chunk_id: sha256(`${paper.docId}|${page}|${startWord}|${endWord}|${hash}`),
      chunk_hash: hash,
      paper_path: paper.path,
      page,
      start_word: startWord,
      end_word: endWord,
      text,
      pipeline_run_id: build,
      created_at: at(minute + 6, 500),
    });
  }
}
