import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { paperAddress } from './address.ts';
import { graphql } from './graphql/index.ts';
import { MarkedText } from './marked-text.tsx';
import { Problems } from './problems.tsx';

const CITED_CHUNKS = graphql(`
  query CitedChunks($recordId: BigInt!, $position: Int!) {
    runRecord(rowId: $recordId) {
      citations(where: { position: { eq: $position } }) {
        nodes {
          section
          note
          startWord
          endWord
          matchedBy
          candidates(first: 5) {
            nodes {
              docId
              title
            }
          }
          vectors(first: 3) {
            edges {
              overlapWords
              share
              node {
                rowId
                docId
                page
                startWord
                endWord
                text
              }
            }
          }
        }
      }
    }
  }
`);

interface Props {
  readonly recordId: string;
  readonly position: number;
  readonly onClose: () => void;
}

/** The chunks that hold the words of a citation, with these words marked. */
export function CitationDialog({ recordId, position, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [{ data, error, fetching }] = useQuery({ query: CITED_CHUNKS, variables: { recordId, position } });
  const [citation] = data?.runRecord?.citations?.nodes ?? [];
  return (
    <dialog ref={dialog} onClose={onClose} aria-label="The cited words">
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
      {citation?.candidates?.nodes.map(({ docId, title }) => (
        <h2 key={docId}>
          <a href={paperAddress(docId)}>{title ?? docId}</a>
        </h2>
      ))}
      {fetching && <p>Loading …</p>}
      <Problems error={error} />
      {citation?.matchedBy === 'PAGE' && <p>The answer names the page only, so that no words are marked.</p>}
      {citation?.vectors?.edges.map(
        ({ overlapWords, node }) =>
          node && (
            <section key={node.rowId}>
              <h3>
                Page {node.page ?? '?'}, words {node.startWord ?? '?'} to {node.endWord ?? '?'}
                {overlapWords ? ` · holds ${overlapWords} of the cited words` : ''}
              </h3>
              <MarkedText
                text={node.text ?? ''}
                firstWord={node.startWord}
                from={citation.startWord}
                to={citation.endWord}
              />
            </section>
          ),
      )}
    </dialog>
  );
}
