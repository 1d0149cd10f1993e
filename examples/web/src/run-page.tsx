import { useQuery } from 'urql';
import { comparisonAddress, runAddress } from './address.ts';
import { Answers } from './answers.tsx';
import { formatCost, formatCount, formatDuration, formatShare, formatTime } from './format.ts';
import { GraphiqlLink } from './graphiql-link.tsx';
import { graphql } from './graphql/index.ts';
import { LineagePicture } from './lineage-picture.tsx';
import { Papers } from './papers.tsx';
import { Problems } from './problems.tsx';
import { ShortId } from './short-id.tsx';
import { Outcome } from './status.tsx';
import { Timeline } from './timeline.tsx';
import { UsageChart } from './usage-chart.tsx';

const RUN = graphql(`
  query Run($runId: String!) {
    workflowRun(runId: $runId) {
      id
      runId
      outcome
      outcomeReason
      startedAt
      finishedAt
      durationMs
      gitSha
      triggerSource
      parent {
        runId
      }
      workstream {
        workstreamId
        runs(first: 10) {
          nodes {
            runId
            arm
          }
        }
      }
      usage {
        calls
        totalTokens
        costUsd
        estimatedCostUsd
      }
      usageBy(groupBy: [STEP, MODEL]) {
        nodes {
          step
          model
          totalTokens
          costUsd
          estimatedCostUsd
          calls
        }
      }
      steps {
        rowId
        step
        status
        startedAt
        finishedAt
        reusedFrom {
          runId
        }
      }
      grounding {
        answers
        groundedAnswers
        groundedShare
        confidence
      }
    }
  }
`);

/** What one query walks to from a run; each part beside what is wrong with it. */
export function RunPage({ runId }: { runId: string }) {
  const [{ data, error, fetching }] = useQuery({ query: RUN, variables: { runId } });
  const run = data?.workflowRun;
  if (fetching) return <p>Loading …</p>;
  if (!run) return error ? <Problems error={error} /> : <p>No table knows the run {runId}.</p>;
  const partOf = (name: string) => <Problems error={error} at={['workflowRun', name]} />;
  const { usage, grounding, parent, workstream } = run;
  const others = [
    ...(workstream?.runs?.nodes ?? []).map((one) => ({
      runId: one.runId,
      why: `arm ${one.arm ?? 'unnamed'}`,
    })),
    ...(parent ? [{ runId: parent.runId, why: 'its parent' }] : []),
  ].filter((one) => one.runId !== run.runId);
  return (
    <>
      <div className="title">
        <h1>{run.runId}</h1>
        <Outcome outcome={run.outcome} />
        <GraphiqlLink query={RUN} variables={{ runId }} />
      </div>
      <p className="lead">
        {run.outcomeReason}
        {run.gitSha && (
          <>
            {' '}
            Revision <ShortId id={run.gitSha} />
          </>
        )}
      </p>
      <dl className="facts">
        <Fact name="Started (UTC)" value={formatTime(run.startedAt)} />
        <Fact name="Took" value={formatDuration(run.durationMs)} />
        <Fact
          name="Tokens"
          value={usage && usage.calls > 0 ? formatCount(usage.totalTokens) : '–'}
          more={usage ? `in ${formatCount(usage.calls)} model calls` : ''}
        />
        <Fact name="Cost" value={formatCost(usage)} />
        <Fact
          name="Grounded answers"
          value={grounding ? `${grounding.groundedAnswers} of ${grounding.answers}` : '–'}
          more="whose source was found"
        />
        <Fact name="Mean confidence" value={formatShare(grounding?.confidence)} />
      </dl>
      {partOf('grounding')}
      {others.length > 0 && (
        <p>
          Compare with{' '}
          {others.map((one) => (
            <a key={one.runId} className="button" href={comparisonAddress(run.runId, one.runId)}>
              {one.runId} ({one.why})
            </a>
          ))}
          {parent && (
            <>
              {' '}
              or open its parent <a href={runAddress(parent.runId)}>{parent.runId}</a>
            </>
          )}
        </p>
      )}

      <h2>Lineage</h2>
      <LineagePicture id={run.id} />

      <h2>Steps</h2>
      {partOf('steps')}
      <Timeline steps={run.steps ?? []} />

      <h2>Tokens by step and model</h2>
      {partOf('usageBy')}
      <UsageChart groups={run.usageBy?.nodes ?? []} />

      <Answers runId={runId} />
      <Papers runId={runId} />
    </>
  );
}

function Fact({ name, value, more }: { name: string; value: string; more?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {more && <dd>{more}</dd>}
    </div>
  );
}
