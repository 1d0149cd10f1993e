import { useState } from 'react';
import { useQuery } from 'urql';
import { runAddress } from './address.ts';
import { CitationButton } from './citation-button.tsx';
import { formatCost, textOf } from './format.ts';
import { graphql } from './graphql/index.ts';
import { NextPage } from './next-page.tsx';
import { Problems } from './problems.tsx';
import { Status, toneOf } from './status.tsx';

const ANSWERS = graphql(`
  query Answers($runId: String!, $after: String) {
    workflowRun(runId: $runId) {
      records(first: 8, after: $after, where: { recordKind: { eq: "question" } }, orderBy: [{ recordKey: ASC }]) {
        totalCount
        nodes {
          rowId
          recordKey
          status
          question: payloadJson(path: "question")
          answer: payloadJson(path: "answer")
          score: payloadJson(path: "confidence_score")
          reusedFrom {
            runId
          }
          usage {
            calls
            totalTokens
            costUsd
            estimatedCostUsd
          }
          citations(first: 10) {
            nodes {
              position
              page
              startWord
              endWord
              status
              why
              document {
                title
                author
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export function Answers({ runId }: { runId: string }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <section className="answers">
      {cursors.map((after, at) => (
        <Page
          key={after}
          runId={runId}
          after={after}
          onNext={at === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : undefined}
        />
      ))}
    </section>
  );
}

interface PageProps {
  readonly runId: string;
  readonly after: string | null;
  readonly onNext: ((cursor: string) => void) | undefined;
}

function Page({ runId, after, onNext }: PageProps) {
  const [{ data, error, fetching }] = useQuery({ query: ANSWERS, variables: { runId, after } });
  const { nodes = [], pageInfo, totalCount = 0 } = data?.workflowRun?.records ?? {};
  const next = pageInfo?.hasNextPage ? pageInfo.endCursor : undefined;
  return (
    <>
      {after === null && (
        <h2>
          Answers <small>{totalCount}</small>
        </h2>
      )}
      <Problems error={error} />
      {fetching && <p>Loading …</p>}
      {nodes.map(({ rowId, recordKey, status, question, answer, score, reusedFrom, usage, citations }) => (
        <article key={rowId} className="answer">
          <h3>
            <code>{recordKey}</code> {textOf(question)}
          </h3>
          <p>{textOf(answer)}</p>
          <div className="about">
            <Status tone={toneOf(status)} word={`${status ?? 'no'} confidence`} />
            {typeof score === 'number' && (
              <meter min={0} max={1} value={score} aria-label="Confidence">
                {score}
              </meter>
            )}
            {citations?.nodes.map((citation) => (
              <CitationButton key={citation.position} recordId={rowId} citation={citation} />
            ))}
            {citations?.nodes.length === 0 && <span>no source named</span>}
            {reusedFrom && (
              <span>
                taken over from <a href={runAddress(reusedFrom.runId)}>{reusedFrom.runId}</a>
              </span>
            )}
            {usage && usage.calls > 0 && <span>{formatCost(usage)}</span>}
          </div>
        </article>
      ))}
      {next && onNext && <NextPage key={next} onVisible={() => onNext(next)} />}
    </>
  );
}
