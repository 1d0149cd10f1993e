import { PAPERS, type Paper, paperId, RETRACTED } from '../papers.ts';
import { quoteOf } from '../question-set.ts';
import { at, sha256 } from '../random.ts';
import type { DemoRows } from '../rows.ts';
import { cacheKey, QUERIES } from './jobs-and-caches.ts';
import { ADA_SESSION, BELA_SESSION } from './people.ts';
import { LABOR, REFEREE } from './projects.ts';

/** What people did in the app: asked in the chat, compared papers, wrote notes. */
export function addApp(rows: DemoRows): void {
  addChat(rows);
  addComparisons(rows);
  addNotes(rows);
}

const CHAT = [
  'What is the paper about?',
  'Where does the variation come from?',
  'How many visitors are in the data?',
  'How is this estimated?',
  'What happens without the crisis years?',
  'So how large is the effect?',
  'What can they not see?',
  'And what would you do next?',
] as const;

/** What people asked in the chat, in turn. */
export const chatQuestion = (turn: number): string => CHAT[turn] ?? CHAT[0];

/** What ties a turn of the chat to its search and its model call. */
export const chatRequest = (turn: number): string => sha256(`chat ${turn}`).slice(0, 32);

const ada = { user_id: 1, username: 'ada' };
const bela = { user_id: 2, username: 'bela' };

/** Seven turns; the eighth request of the chat failed before it was stored. The last person has left. */
function addChat(rows: DemoRows): void {
  for (let turn = 0; turn < 7; turn += 1) {
    const paper = PAPERS[turn % 3];
    if (!paper) continue;
    const isAda = turn === 5;
    const found = quoteOf(paper, turn);
    rows.number('retrieval.chat_history_turns', {
      ...(turn === 6 ? { user_id: null, username: 'dora' } : isAda ? ada : bela),
      session_id: turn === 6 ? null : isAda ? ADA_SESSION : BELA_SESSION,
      paper_id: paperId(paper),
      paper_path: turn === 6 ? null : paper.path,
      model: turn % 2 === 0 ? 'gpt-5' : 'gpt-5-nano',
      variation_mode: turn === 4,
      query: chatQuestion(turn),
      answer: paper.findings[turn]?.[0] ?? '',
      citations_json: found ? [{ path: paper.path, page: found.place.page, text: found.quote }] : [],
      retrieval_stats_json: { top_k: 8, method: 'hybrid' },
      cache_hit: turn === 6 ? null : turn === 4,
      request_id: chatRequest(turn),
      created_at: at(198_000 + turn, turn + 2),
      project_id: turn === 6 ? null : LABOR,
      persona_id: isAda ? REFEREE : null,
    });
  }
}

const STATUSES = ['cached', 'missing', 'generated', 'failed'] as const;

/** One comparison that is full, one that is being filled, one without cells. */
function addComparisons(rows: DemoRows): void {
  const comparison = (id: string, status: string, papers: readonly Paper[], own: object): void => {
    rows.add('retrieval.paper_comparison_runs', {
      comparison_id: id,
      name: `Comparison of ${papers.length} papers`,
      model: 'gpt-5',
      compute_mode: 'cache_only',
      visibility: 'shared',
      status,
      paper_ids_json: papers.map(paperId),
      paper_paths_json: papers.map(({ path }) => path),
      questions_json: QUERIES.map(({ id, text }) => ({ id, text })),
      summary_json: { papers: papers.length, questions: QUERIES.length },
      created_at: at(192_000),
      updated_at: at(192_010, 3),
      ...own,
    });
    for (const [index, paper] of papers.entries()) {
      for (const [place, { id: questionId, text, finding }] of QUERIES.entries()) {
        const cellStatus = id === 'cmp-wages' ? 'cached' : STATUSES[(index + place) % STATUSES.length];
        const answered = cellStatus === 'cached' || cellStatus === 'generated';
        rows.number('retrieval.paper_comparison_cells', {
          comparison_id: id,
          paper_id: paperId(paper),
          paper_path: paper.path,
          question_id: questionId,
          question_text: text,
          question_normalized: text.toLowerCase(),
          model: 'gpt-5',
          cell_status: cellStatus,
          answer: answered ? (paper.findings[finding]?.[0] ?? null) : null,
          answer_source: answered ? (cellStatus === 'cached' ? 'query_cache' : 'generated') : null,
          cache_hit_layer: cellStatus === 'cached' ? 'normalized' : cellStatus === 'missing' ? 'none' : null,
          cache_key: cellStatus === 'cached' ? cacheKey(paper, text) : null,
          context_hash: answered ? sha256(paper.path) : null,
          structured_fields_json: {},
          error_text:
            cellStatus === 'failed' ? 'HTTP 500 from https://user:s3cret-demo@api.example.org' : null,
          created_at: at(192_000 + index, place),
          updated_at: at(192_005 + index, place),
          project_id: id === 'cmp-wages' ? LABOR : null,
        });
      }
    }
  };
  comparison('cmp-wages', 'completed', PAPERS.slice(0, 3), {
    created_by_user_id: 1,
    created_by_username: 'ada',
    seed_paper_id: PAPERS[0] && paperId(PAPERS[0]),
    project_id: LABOR,
    persona_id: REFEREE,
  });
  comparison('cmp-credit', 'filling', PAPERS.slice(4, 6), {
    created_by_user_id: 2,
    created_by_username: 'bela',
  });
  comparison('cmp-empty', 'ready', [], { created_by_user_id: null, created_by_username: 'dora' });
}

function addNotes(rows: DemoRows): void {
  const note = (author: object, paper: Paper | undefined, finding: number | null, text: string): void => {
    if (!paper) return;
    const found = finding === null ? undefined : quoteOf(paper, finding);
    const page = found?.place.page ?? null;
    rows.number('retrieval.paper_notes', {
      ...author,
      paper_id: paperId(paper),
      page_number: page,
      highlight_text: found?.quote ?? null,
      highlight_terms_json: found ? found.quote.split(' ').slice(-2) : [],
      note_text: text,
      color: page === null ? null : 'yellow',
      created_at: at(193_000, page ?? 0),
      updated_at: at(193_001),
      project_id: page === null ? null : LABOR,
    });
  };
  note(ada, PAPERS[0], 1, 'Are the pairs alike before the rise?');
  note(bela, PAPERS[5], 2, 'Ask for the later waves of the survey.');
  note(bela, PAPERS[0], null, 'Read again before the seminar.');
  // No project holds these papers.
  note({ user_id: null, username: 'dora' }, PAPERS[7], 4, 'Try this on our own series.');
  note(ada, PAPERS[RETRACTED], 5, 'Withdrawn by the journal. Which of our answers rest on it?');
}
