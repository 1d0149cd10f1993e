import { useQuery } from 'urql';
import { graphql } from './graphql/index.ts';
import { Problems } from './problems.tsx';
import { TokenChart } from './token-chart.tsx';

const RUN = graphql(`
  query Run($runId: String!) {
    workflowRun(runId: $runId) {
      runId
      status
      startedAt
      finishedAt
      usage {
        calls
        totalTokens
        costUsd
      }
      steps {
        step
        status
        reusedFrom {
          runId
        }
      }
      questions: records(where: { recordKind: { eq: "question" } }) {
        totalCount
        nodes {
          rowId
          recordKey
          status
          question: payloadJson(path: "question")
          answer: payloadJson(path: "answer")
        }
      }
      shards {
        nodes {
          rowId
          shardName
          isActive
          vectors(first: 0) {
            totalCount
          }
        }
      }
      documents {
        nodes {
          docId
          title
          metadata {
            primaryDoi
          }
        }
      }
      retrievalEvents(first: 10) {
        totalCount
        nodes {
          rowId
          method
          topK
          query
        }
      }
    }
  }
`);

const minute = (time: string | null | undefined): string => time?.slice(0, 16).replace('T', ' ') ?? '?';

/** JSON can hold anything, or be withheld. */
const textOf = (json: unknown): string => (typeof json === 'string' ? json : '–');

/** What one query walks to from a run; each part beside what is wrong with it. */
export function RunPage({ runId }: { runId: string }) {
  const [{ data, error, fetching }] = useQuery({ query: RUN, variables: { runId } });
  const run = data?.workflowRun;
  if (fetching) return <p>Loading …</p>;
  if (!run) return error ? <Problems error={error} /> : <p>No table knows the run {runId}.</p>;
  const partOf = (name: string) => <Problems error={error} at={['workflowRun', name]} />;
  return (
    <>
      <h1>{run.runId}</h1>
      <p>
        {run.status ?? 'without a header'}, {minute(run.startedAt)} to {minute(run.finishedAt)};{' '}
        {run.usage?.calls.toLocaleString()} calls, {run.usage?.totalTokens?.toLocaleString()} tokens, ${' '}
        {run.usage?.costUsd?.toFixed(2) ?? '?'}
      </p>

      <h2>Steps</h2>
      {partOf('steps')}
      <ol>
        {run.steps?.map(({ step, status, reusedFrom }) => (
          <li key={step}>
            {step}: {status}
            {reusedFrom && (
              <>
                , reused from{' '}
                <a href={`#/runs/${encodeURIComponent(reusedFrom.runId)}`}>{reusedFrom.runId}</a>
              </>
            )}
          </li>
        ))}
      </ol>

      <h2>Tokens by step and model</h2>
      <TokenChart runId={runId} />

      <h2>
        Questions ({run.questions?.nodes.length ?? 0} of {run.questions?.totalCount ?? 0})
      </h2>
      {partOf('questions')}
      <dl>
        {run.questions?.nodes.map(({ rowId, recordKey, status, question, answer }) => (
          <div key={rowId}>
            <dt>
              {recordKey}, confidence {status ?? 'unknown'}: {textOf(question)}
            </dt>
            <dd>{textOf(answer)}</dd>
          </div>
        ))}
      </dl>

      <h2>Shards</h2>
      {partOf('shards')}
      <ul>
        {run.shards?.nodes.map(({ rowId, shardName, isActive, vectors }) => (
          <li key={rowId}>
            {shardName ?? rowId}: {vectors?.totalCount.toLocaleString()} vectors{isActive || ', not active'}
          </li>
        ))}
      </ul>

      <h2>Papers</h2>
      {partOf('documents')}
      <ul>
        {run.documents?.nodes.map(({ docId, title, metadata }) => (
          <li key={docId}>
            {title ?? docId}
            {metadata?.primaryDoi && ` (${metadata.primaryDoi})`}
          </li>
        ))}
      </ul>

      <h2>
        Retrieval ({run.retrievalEvents?.nodes.length ?? 0} of {run.retrievalEvents?.totalCount ?? 0})
      </h2>
      {partOf('retrievalEvents')}
      <ul>
        {run.retrievalEvents?.nodes.map(({ rowId, method, topK, query }) => (
          <li key={rowId}>
            {method}, top {topK}: {query}
          </li>
        ))}
      </ul>
    </>
  );
}
