import { at, sha256 } from './random.ts';
import type { DemoRows } from './rows.ts';
import type { RunStory } from './run-story.ts';

/** The manifest of a run's papers, which its first step writes. */
export function addManifest(rows: DemoRows, { runId, minute, papers }: RunStory): void {
  const files = papers.map(({ path, year, chunks, text }) => ({
    path,
    pages: text.pages.length,
    sha256: sha256(`file ${path}`),
    size_bytes: 100_000 + chunks * 1000 + year,
  }));
  const corpusHash = sha256(files.map((file) => file.sha256).join());
  rows.add('ingestion.prep_manifests', {
    run_id: runId,
    created_at: at(minute, 9),
    corpus_hash: corpusHash,
    payload: {
      run_id: runId,
      corpus_hash: corpusHash,
      files,
      stats: {
        num_files: files.length,
        total_size_bytes: files.reduce((sum, file) => sum + file.size_bytes, 0),
        duplicate_count: 0,
        empty_file_count: 0,
      },
      warnings: [],
    },
  });
}
