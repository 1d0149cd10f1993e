import { type Question, quoteOf } from './question-set.ts';

/** How a model went wrong at a question: what it said, how sure it was, and the finding it quoted, if any. */
export interface Slip {
  readonly answer: string;
  readonly score: number;
  readonly quotes?: number;
}

/** An answer as the question's record and the report hold it. */
export type Answer = ReturnType<typeof answerTo>;

/** The payload of a question's record. The anchors name no document, as those that Ragonometrics writes do not. */
export function answerTo({ paper, finding, ...asked }: Question, random: () => number, slip?: Slip) {
  const drawn = Math.round(random() * 1000) / 1000;
  const score = slip?.score ?? drawn;
  const method = random() < 0.2 ? 'local' : 'hybrid';
  const found = slip ? slip.quotes !== undefined && quoteOf(paper, slip.quotes) : quoteOf(paper, finding);
  return {
    ...asked,
    ...(slip && { answer: slip.answer }),
    paper_path: paper.path,
    confidence: score < 0.33 ? 'low' : score < 0.66 ? 'medium' : 'high',
    confidence_score: score,
    evidence_type: found ? 'quote' : 'none',
    quote_snippet: found ? found.quote : null,
    citation_anchors: found
      ? [
          {
            page: found.place.page,
            start_word: found.place.startWord,
            end_word: found.place.endWord,
            section: asked.category.slice(3),
            note: null,
          },
        ]
      : [],
    retrieval_method: method,
    related_questions: [],
  } as const;
}
