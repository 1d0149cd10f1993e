import { FINDINGS, type Findings } from './papers/findings.ts';
import { MORE_FINDINGS } from './papers/more-findings.ts';
import { chunksOf, type PaperText, writePaper } from './papers/text.ts';
import { at, bigKey, sha256 } from './random.ts';
import type { DemoRows } from './rows.ts';

export interface Paper {
  readonly docId: string;
  readonly title: string;
  readonly author: string;
  readonly year: number;
  readonly doi: string;
  readonly path: string;
  readonly chunks: number;
  readonly findings: Findings;
  readonly text: PaperText;
}

const TITLES: readonly (readonly [title: string, author: string, year: number, chunks: number])[] = [
  ['Minimum Wages and Firm Entry in Regional Labor Markets', 'A. Lindqvist and R. Okafor', 2019, 14],
  ['Monetary Policy Surprises and the Term Structure of Credit', 'M. Haddad', 2021, 12],
  ['Price Dispersion under Sequential Consumer Search', 'J. Petrov and S. Tanaka', 2016, 9],
  ['The Incidence of Carbon Taxes along Supply Chains', 'C. Moreau and D. Whitfield', 2022, 11],
  ['Bank Branch Closures and Small Business Lending', 'T. Nakamura', 2018, 10],
  ['Schooling, Migration, and the Returns to Local Roots', 'E. Castellanos and P. Brandt', 2020, 8],
  ['Bundled Contracts in Broadband Markets', 'L. Sorensen', 2015, 9],
  ['Local Projections with Many Instruments: A Practitioner’s Note', 'H. Yildiz', 2023, 7],
  ['Calorie Labels and Substitution in Restaurant Demand', 'B. Adeyemi and K. Roth', 2014, 8],
  ['Sovereign Spreads and the Composition of Public Debt', 'F. Almeida', 2017, 12],
  ['Testing for Variance Breaks in Commodity Returns', 'N. Ivanova and G. Marsh', 2013, 6],
  ['Trade Credit Networks and the Propagation of Defaults', 'O. Eriksen', 2024, 10],
];

const identity = (title: string, author: string, year: number) => ({
  docId: sha256(`paper ${title}`),
  title,
  author,
  year,
  doi: `10.5555/demo.${year}.${sha256(title).slice(0, 6)}`,
  path: `/app/papers/${title} - ${author} (${year}).pdf`,
});

const ALL_FINDINGS = [...FINDINGS, ...MORE_FINDINGS];

export const PAPERS: readonly Paper[] = TITLES.map(([title, author, year, chunks], index) => {
  const findings = ALL_FINDINGS[index] ?? [];
  const text = writePaper(year * 100 + index, chunks, findings);
  return { ...identity(title, author, year), chunks, findings, text };
});

/** A paper that was withdrawn by its journal after the runs of the demo had read it. */
export const RETRACTED = 8;

/** The work of OpenAlex that a paper is. */
export const openalexWork = (title: string): string =>
  `https://api.openalex.org/w2${sha256(title).replace(/\D/g, '').slice(0, 9)}`;

/** The app's id of a paper: a digest of its path. */
export const paperId = ({ path }: Paper): string => sha256(path.toLowerCase()).slice(0, 24);

/** Documents and what enrichment knows of them. The last paper was never enriched; one search found nothing, one failed. */
export function addPapers(rows: DemoRows): void {
  for (const [index, paper] of PAPERS.entries()) {
    const { docId, title, author, path, year, doi } = paper;
    const work = openalexWork(title);
    rows.add('ingestion.documents', {
      doc_id: docId,
      path,
      title,
      author: index === 7 ? null : author,
      extracted_at: at(60 + index, 111 * index),
      file_hash: sha256(`file ${path}`),
      text_hash: sha256(`text ${path}`),
    });
    if (index === PAPERS.length - 1) continue;
    const [first = author] = author.split(' and ');
    rows.add('ingestion.paper_metadata', {
      doc_id: docId,
      path,
      title,
      author,
      authors_json: author.split(' and '),
      primary_doi: doi,
      dois_json: [doi],
      openalex_id: work,
      openalex_doi: `https://doi.org/${doi}`,
      publication_year: year,
      venue: 'Demo Journal of Economics',
      repec_handle: `RePEc:dem:journl:v:${index + 1}:y:${year}`,
      source_url: `https://example.org/papers/${index + 1}`,
      openalex_json: { id: work, cited_by_count: 10 * index, is_retracted: index === RETRACTED },
      citec_json: { citations: index },
      metadata_json: {
        pages: paper.text.pages.length,
        producer: first,
        ...(index === RETRACTED && {
          retraction: { date: '2026-06-01', reason: 'The receipts were made up.' },
        }),
      },
      extracted_at: at(60 + index, 111 * index),
      updated_at: at(90 + index, 7),
    });
    const status = index === 9 ? 'not_found' : index === 10 ? 'error' : 'matched';
    const found = status === 'matched';
    rows.add('enrichment.paper_openalex_metadata', {
      paper_path: path,
      title,
      authors: author,
      query_title: title.toLowerCase(),
      query_authors: author,
      query_year: year,
      openalex_id: found ? work : null,
      openalex_doi: found ? doi : null,
      openalex_title: found ? title : null,
      openalex_publication_year: found ? year : null,
      match_status: status,
      openalex_authors_json: [],
      openalex_json: found ? { id: work, is_retracted: index === RETRACTED } : {},
      error_text: status === 'error' ? 'HTTP 429 from the provider' : null,
      created_at: at(80 + index),
      updated_at: at(85 + index),
    });
    rows.add('enrichment.openalex_cache', {
      cache_key: sha256(`openalex ${title}`),
      work_id: found ? work : null,
      query: title,
      response: { results: found ? [{ id: work }] : [] },
      fetched_at: at(80 + index),
    });
    rows.add('enrichment.citec_cache', {
      cache_key: sha256(`citec ${title}`),
      repec_handle: `RePEc:dem:journl:v:${index + 1}:y:${year}`,
      response: { citations: index },
      fetched_at: at(82 + index),
    });
  }
}

/** The chunks of a paper as one build embedded them. */
export function addVectors(
  rows: DemoRows,
  build: { readonly id: number; readonly minute: number },
  paper: Paper,
): void {
  for (const [chunk, { page, startWord, endWord, text }] of chunksOf(paper.text).entries()) {
    const name = `${build.id}/${paper.docId}/${chunk}`;
    rows.add('indexing.vectors', {
      id: bigKey(name),
      doc_id: paper.docId,
      chunk_id: sha256(name),
      chunk_hash: sha256(text),
      paper_path: paper.path,
      page,
      start_word: startWord,
      end_word: endWord,
      text,
      pipeline_run_id: build.id,
      created_at: at(build.minute, chunk),
    });
  }
}
