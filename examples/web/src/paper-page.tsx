import { useQuery } from 'urql';
import { runAddress } from './address.ts';
import { formatCost, formatCount, formatTime, textOf } from './format.ts';
import { GraphiqlLink } from './graphiql-link.tsx';
import { graphql } from './graphql/index.ts';
import { LineagePicture } from './lineage-picture.tsx';
import { Problems } from './problems.tsx';
import { ShortId } from './short-id.tsx';
import { Outcome, Status, toneOf } from './status.tsx';

const PAPER = graphql(`
  query Paper($docId: String!) {
    document(docId: $docId) {
      id
      docId
      title
      author
      metadata {
        publicationYear
        venue
        primaryDoi
        isRetracted: openalexJson(path: "is_retracted")
      }
      citedBy {
        runs(first: 50) {
          totalCount
          nodes {
            runId
            outcome
            startedAt
          }
        }
        questions(first: 30) {
          totalCount
          nodes {
            rowId
            runId
            recordKey
            status
            answer: payloadJson(path: "answer")
          }
        }
        usage {
          calls
          costUsd
          estimatedCostUsd
        }
      }
      impact {
        runs(first: 0) {
          totalCount
        }
        answers(first: 0) {
          totalCount
        }
        usage {
          calls
          totalTokens
          costUsd
          estimatedCostUsd
        }
      }
    }
  }
`);

/** A paper, and what rests on it: the runs that had it, and, apart from them, the answers that cite it. */
export function PaperPage({ docId }: { docId: string }) {
  const [{ data, error, fetching }] = useQuery({ query: PAPER, variables: { docId } });
  const paper = data?.document;
  if (fetching) return <p>Loading …</p>;
  if (!paper) return error ? <Problems error={error} /> : <p>There is no paper {docId}.</p>;
  const { metadata, citedBy, impact } = paper;
  const about = [paper.author, metadata?.publicationYear, metadata?.venue, metadata?.primaryDoi];
  return (
    <>
      <div className="title">
        <h1>{paper.title ?? 'A paper without a title'}</h1>
        <GraphiqlLink query={PAPER} variables={{ docId }} />
      </div>
      <p className="lead">
        {about.filter(Boolean).join(' · ')} <ShortId id={paper.docId} />
      </p>
      {metadata?.isRetracted === true && (
        <p className="notice bad">
          <Status tone="BAD" word="retracted" /> OpenAlex says that this paper was retracted. The answers
          below cite it.
        </p>
      )}
      <Problems error={error} />
      <h2>What rests on it</h2>
      <dl className="facts">
        <div>
          <dt>Answers that cite it</dt>
          <dd>{citedBy?.questions ? formatCount(citedBy.questions.totalCount) : '–'}</dd>
          <dd>in {citedBy?.runs ? formatCount(citedBy.runs.totalCount) : '–'} runs</dd>
        </div>
        <div>
          <dt>To give these again</dt>
          <dd>{formatCost(citedBy?.usage)}</dd>
        </div>
        <div>
          <dt>Runs that had it</dt>
          <dd>{impact?.runs ? formatCount(impact.runs.totalCount) : '–'}</dd>
          <dd>with {impact?.answers ? formatCount(impact.answers.totalCount) : '–'} answers</dd>
        </div>
        <div>
          <dt>To do all of these again</dt>
          <dd>{formatCost(impact?.usage)}</dd>
          <dd>{impact?.usage ? `${formatCount(impact.usage.totalTokens)} tokens` : ''}</dd>
        </div>
      </dl>
      <h2>Lineage</h2>
      <LineagePicture id={paper.id} />
      <h2>Runs whose answers cite it</h2>
      <ul className="cards">
        {citedBy?.runs?.nodes.map(({ runId, outcome, startedAt }) => (
          <li key={runId}>
            <a href={runAddress(runId)}>{runId}</a>
            <Outcome outcome={outcome} />
            <small>{formatTime(startedAt)}</small>
          </li>
        ))}
      </ul>
      <h2>Answers that cite it</h2>
      {citedBy?.questions?.nodes.map(({ rowId, runId, recordKey, status, answer }) => (
        <article key={rowId} className="answer">
          <p>{textOf(answer)}</p>
          <p className="about">
            <Status tone={toneOf(status)} word={`${status ?? 'no'} confidence`} />
            <span>
              <code>{recordKey}</code>
              {runId && (
                <>
                  {' '}
                  of <a href={runAddress(runId)}>{runId}</a>
                </>
              )}
            </span>
          </p>
        </article>
      ))}
    </>
  );
}
