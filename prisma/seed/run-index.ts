import { addVectors } from './papers.ts';
import { at, sha256 } from './random.ts';
import type { DemoRows } from './rows.ts';
import type { RunStory } from './run-story.ts';

const EMBEDDING = { embedding_model: 'text-embedding-3-large', chunk_words: 350, chunk_overlap: 75 };

/** The index that a run builds: a build, its shards and their versions, the chunks, and what embedding them cost. */
export function addIndex(rows: DemoRows, story: RunStory): void {
  const { runId, minute, papers, header, indexVersions = 1 } = story;
  const build = rows.number('indexing.pipeline_runs', {
    workflow_run_id: runId,
    workstream_id: header?.workstream_id ?? null,
    arm: header?.arm ?? null,
    paper_set_hash: sha256(papers.map(({ docId }) => docId).join()),
    index_build_reason: 'workflow',
    git_sha: sha256('code').slice(0, 40),
    extractor_version: 'pdftotext',
    ...EMBEDDING,
    normalized: true,
    idempotency_key: `idx-${runId}`,
    created_at: at(minute + 25, 77),
  });
  for (let version = 1; version <= indexVersions; version += 1) {
    addShard(rows, story, build, version, version === indexVersions);
  }
  for (const [index, paper] of papers.entries()) {
    addVectors(rows, { id: build, minute: minute + 27 }, paper);
    const tokens = paper.chunks * 455;
    rows.number('observability.token_usage', {
      created_at: at(minute + 26 + index / 10, index),
      model: EMBEDDING.embedding_model,
      operation: 'embed',
      step: 'index_embeddings',
      input_tokens: tokens,
      output_tokens: 0,
      total_tokens: tokens,
      latency_ms: 400 + paper.chunks * 35,
      cache_hit: false,
      cost_usd_input: tokens * 1.3e-7,
      cost_usd_total: tokens * 1.3e-7,
      run_id: runId,
      meta: { chunks: paper.chunks },
    });
  }
}

function addShard(
  rows: DemoRows,
  { runId, minute }: RunStory,
  build: number,
  version: number,
  isActive: boolean,
): void {
  const indexId = `iv-${runId}-${version}`;
  rows.add('indexing.index_versions', {
    index_id: indexId,
    created_at: at(minute + 25 + version, 5),
    ...EMBEDDING,
    corpus_fingerprint: sha256(indexId),
    index_path: `indexes/${indexId}/vectors.index`,
    shard_path: `indexes/${indexId}`,
  });
  rows.number('indexing.index_shards', {
    shard_name: `vectors-3072-${runId}-${version}.index`,
    path: `indexes/${indexId}/0`,
    pipeline_run_id: build,
    index_id: indexId,
    is_active: isActive,
    created_at: at(minute + 26 + version, 6),
  });
}
