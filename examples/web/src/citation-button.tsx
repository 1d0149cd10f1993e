import { useState } from 'react';
import { CitationDialog } from './citation-dialog.tsx';
import type { AnswersQuery, CitationProblem } from './graphql/graphql.ts';

type Records = NonNullable<NonNullable<AnswersQuery['workflowRun']>['records']>;
type Citation = NonNullable<Records['nodes'][number]['citations']>['nodes'][number];

const WHY: Readonly<Record<CitationProblem, string>> = {
  NO_PAGE: 'it names no page',
  NO_NUMBERS: 'it names no words',
  NO_DOCUMENT: 'its paper is not here',
  NO_CHUNK: 'no chunk holds these words',
};

/** What names a paper in a line: its first author, else its title. */
const nameOf = (document: Citation['document']): string =>
  document?.author?.split(' and ')[0] ?? document?.title ?? 'A paper';

/** A place that an answer names. One that was found opens the chunk that holds it. */
export function CitationButton({ recordId, citation }: { recordId: string; citation: Citation }) {
  const [isOpen, setOpen] = useState(false);
  const { position, page, status, why, document } = citation;
  if (position === null || position === undefined) return null;
  if (status === 'UNRESOLVED') {
    return <span className="citation lost">source not found: {why ? WHY[why] : 'unknown why'}</span>;
  }
  const where = page === null || page === undefined ? '' : `, p. ${page}`;
  return (
    <>
      <button type="button" className="citation" onClick={() => setOpen(true)}>
        {status === 'AMBIGUOUS' ? 'One of several papers' : nameOf(document)}
        {where}
      </button>
      {isOpen && <CitationDialog recordId={recordId} position={position} onClose={() => setOpen(false)} />}
    </>
  );
}
