import { useState } from 'react';
import { useQuery } from 'urql';
import { runAddress } from './address.ts';
import { formatCost, formatCount, formatDuration, formatShare, formatTime, textOf } from './format.ts';
import { GraphiqlLink } from './graphiql-link.tsx';
import type { ComparedRunFragment } from './graphql/graphql.ts';
import { graphql } from './graphql/index.ts';
import { Problems } from './problems.tsx';
import { Outcome, Status, toneOf } from './status.tsx';

const COMPARISON = graphql(`
  query Comparison($left: String!, $right: String!) {
    left: workflowRun(runId: $left) {
      ...ComparedRun
    }
    right: workflowRun(runId: $right) {
      ...ComparedRun
    }
  }
  fragment ComparedRun on WorkflowRun {
    runId
    outcome
    startedAt
    durationMs
    arm
    usage {
      calls
      totalTokens
      costUsd
    }
    grounding {
      groundedShare
      confidence
    }
    records(first: 200, where: { recordKind: { eq: "question" } }, orderBy: [{ recordKey: ASC }]) {
      nodes {
        rowId
        recordKey
        status
        question: payloadJson(path: "question")
        answer: payloadJson(path: "answer")
      }
    }
  }
`);

type Run = ComparedRunFragment;
type Answer = NonNullable<Run['records']>['nodes'][number];

const FACTS: readonly { readonly name: string; readonly of: (run: Run) => string }[] = [
  { name: 'Arm', of: ({ arm }) => arm ?? '–' },
  { name: 'Started (UTC)', of: ({ startedAt }) => formatTime(startedAt) },
  { name: 'Took', of: ({ durationMs }) => formatDuration(durationMs) },
  { name: 'Model calls', of: ({ usage }) => (usage ? formatCount(usage.calls) : '–') },
  { name: 'Tokens', of: ({ usage }) => (usage && usage.calls > 0 ? formatCount(usage.totalTokens) : '–') },
  { name: 'Cost', of: ({ usage }) => formatCost(usage) },
  { name: 'Grounded answers', of: ({ grounding }) => formatShare(grounding?.groundedShare) },
  { name: 'Mean confidence', of: ({ grounding }) => formatShare(grounding?.confidence) },
];

/** Two runs beside each other: what they took, and what they answer to the same questions. */
export function ComparisonPage({ left, right }: { left: string; right: string }) {
  const variables = { left, right };
  const [{ data, error, fetching }] = useQuery({ query: COMPARISON, variables });
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  if (fetching) return <p>Loading …</p>;
  const { left: first, right: second } = data ?? {};
  if (!first || !second) {
    return error ? <Problems error={error} /> : <p>No table knows the run {first ? right : left}.</p>;
  }
  const runs = [first, second];
  const questions = pairsOf(first, second);
  const different = questions.filter(({ answers: [a, b] }) => textOf(a?.answer) !== textOf(b?.answer));
  return (
    <>
      <div className="title">
        <h1>Two runs</h1>
        <GraphiqlLink query={COMPARISON} variables={variables} />
      </div>
      <Problems error={error} />
      <table className="comparison">
        <thead>
          <tr>
            <td />
            {runs.map(({ runId, outcome }) => (
              <th key={runId} scope="col">
                <a href={runAddress(runId)}>{runId}</a> <Outcome outcome={outcome} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FACTS.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {runs.map((run) => (
                <td key={run.runId}>{of(run)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h2>
        Answers <small>{`${different.length} of ${questions.length} differ`}</small>
      </h2>
      <label className="check">
        <input
          type="checkbox"
          checked={onlyDifferent}
          onChange={({ target }) => setOnlyDifferent(target.checked)}
        />
        Only those that differ
      </label>
      {(onlyDifferent ? different : questions).map(({ key, answers }) => (
        <article key={key} className="answer">
          <h3>
            <code>{key}</code> {textOf((answers[0] ?? answers[1])?.question)}
          </h3>
          <div className="pair">
            {answers.map((answer, at) => (
              <div key={runs[at]?.runId}>
                <p>{answer ? textOf(answer.answer) : 'not asked'}</p>
                <p className="about">
                  {answer && (
                    <Status tone={toneOf(answer.status)} word={`${answer.status ?? 'no'} confidence`} />
                  )}
                  <span>{runs[at]?.runId}</span>
                </p>
              </div>
            ))}
          </div>
        </article>
      ))}
    </>
  );
}

interface Pair {
  readonly key: string;
  readonly answers: readonly [Answer | undefined, Answer | undefined];
}

/** Questions have the same keys in all runs of a question set. */
function pairsOf(first: Run, second: Run): readonly Pair[] {
  const [a, b] = [first, second].map(
    ({ records }) => new Map(records?.nodes.map((answer) => [answer.recordKey ?? answer.rowId, answer])),
  );
  const keys = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])].sort();
  return keys.map((key) => ({ key, answers: [a?.get(key), b?.get(key)] }));
}
