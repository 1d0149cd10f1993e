import { useState } from 'react';
import { useQuery } from 'urql';
import { ComparedAnswers } from './compared-answers.tsx';
import { ComparedFacts } from './compared-facts.tsx';
import { GraphiqlLink } from './graphiql-link.tsx';
import { graphql } from './graphql/index.ts';
import { Problems } from './problems.tsx';

const COMPARISON = graphql(`
  query Comparison($runIds: [String!]!) {
    compareRuns(runIds: $runIds) {
      runs {
        run {
          runId
          outcome
          startedAt
          durationMs
          arm
          grounding {
            groundedShare
            confidence
          }
          usage {
            calls
            totalTokens
            costUsd
            estimatedCostUsd
          }
        }
      }
      configuration {
        path
        values {
          runId
          isSet
          value
        }
      }
      questions {
        questionId
        isDifferent
        runs {
          runId
          status
          answer
          record {
            question: payloadJson(path: "question")
          }
        }
      }
    }
  }
`);

/** Two runs beside each other: what they took, how they were set, and what they answer to the same questions. */
export function ComparisonPage({ left, right }: { left: string; right: string }) {
  const variables = { runIds: [left, right] };
  const [{ data, error, fetching }] = useQuery({ query: COMPARISON, variables });
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  if (fetching) return <p>Loading …</p>;
  const comparison = data?.compareRuns;
  const runs = (comparison?.runs ?? []).flatMap(({ run }) => run ?? []);
  const unknown = variables.runIds.find((runId) => runs.every((run) => run.runId !== runId));
  if (!comparison || unknown !== undefined) {
    return error ? <Problems error={error} /> : <p>No table knows the run {unknown}.</p>;
  }
  const questions = comparison.questions ?? [];
  const different = questions.filter(({ isDifferent }) => isDifferent);
  return (
    <>
      <div className="title">
        <h1>Two runs</h1>
        <GraphiqlLink query={COMPARISON} variables={variables} />
      </div>
      <Problems error={error} />
      <ComparedFacts runs={runs} settings={comparison.configuration ?? []} />
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
      <ComparedAnswers runIds={variables.runIds} questions={onlyDifferent ? different : questions} />
    </>
  );
}
