import { textOf } from './format.ts';
import type { ComparisonQuery } from './graphql/graphql.ts';
import { Status, toneOf } from './status.tsx';

type Question = NonNullable<NonNullable<ComparisonQuery['compareRuns']>['questions']>[number];

interface Props {
  readonly runIds: readonly string[];
  readonly questions: readonly Question[];
}

/** The answers of the runs to each question, beside each other. */
export function ComparedAnswers({ runIds, questions }: Props) {
  return questions.map(({ questionId, runs }) => (
    <article key={questionId} className="answer">
      <h3>
        <code>{questionId}</code> {textOf(runs?.[0]?.record?.question)}
      </h3>
      <div className="pair">
        {runIds.map((runId) => {
          const given = runs?.find((one) => one.runId === runId);
          return (
            <div key={runId}>
              <p>{given ? textOf(given.answer) : 'not asked'}</p>
              <p className="about">
                {given && <Status tone={toneOf(given.status)} word={`${given.status ?? 'no'} confidence`} />}
                <span>{runId}</span>
              </p>
            </div>
          );
        })}
      </div>
    </article>
  ));
}
