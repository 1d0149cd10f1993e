import { useQuery } from 'urql';
import { paperAddress } from './address.ts';
import { graphql } from './graphql/index.ts';
import { Problems } from './problems.tsx';

const PAPERS = graphql(`
  query Papers($runId: String!) {
    workflowRun(runId: $runId) {
      papers(first: 50) {
        totalCount
        edges {
          missing
          node {
            docId
            title
            author
          }
        }
      }
    }
  }
`);

/** The papers that a run read, and the files that it names and no document has. */
export function Papers({ runId }: { runId: string }) {
  const [{ data, error }] = useQuery({ query: PAPERS, variables: { runId } });
  const papers = data?.workflowRun?.papers;
  return (
    <>
      <h2>
        Papers <small>{papers?.totalCount}</small>
      </h2>
      <Problems error={error} />
      <ul className="cards">
        {papers?.edges.map(({ node, missing }) => (
          <li key={node?.docId ?? missing}>
            {node ? (
              <a href={paperAddress(node.docId)}>{node.title ?? node.docId}</a>
            ) : (
              <span className="lost">{missing?.split('/').at(-1)}, not among the documents</span>
            )}
            <small>{node?.author}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
