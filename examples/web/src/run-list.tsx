import { useState } from 'react';
import { useQuery } from 'urql';
import { comparisonAddress, type Filter } from './address.ts';
import { GraphiqlLink } from './graphiql-link.tsx';
import { graphql } from './graphql/index.ts';
import { Problems } from './problems.tsx';
import { argumentsOf, RunFilter } from './run-filter.tsx';
import { RUNS, RunRows } from './run-rows.tsx';

/** What the longest spark bars stand for: the most of all runs of the filter, not only of those that are loaded. */
const MOST = graphql(`
  query Most($where: WorkflowRunWhere!) {
    workflowRuns(first: 1, where: $where, orderBy: [{ totalTokens: DESC }]) {
      totalCount
      nodes {
        totalTokens
      }
    }
    dearest: workflowRuns(first: 1, where: $where, orderBy: [{ estimatedCostUsd: DESC_NULLS_LAST }]) {
      nodes {
        estimatedCostUsd
      }
    }
  }
`);

export function RunList({ filter }: { filter: Filter }) {
  const { where, orderBy } = argumentsOf(filter);
  const [{ data, error }] = useQuery({ query: MOST, variables: { where } });
  const [picked, setPicked] = useState<readonly string[]>([]);
  const most = {
    tokens: data?.workflowRuns?.nodes[0]?.totalTokens ?? 0,
    costUsd: data?.dearest?.nodes[0]?.estimatedCostUsd ?? 0,
  };
  const toggle = (runId: string): void =>
    setPicked(picked.includes(runId) ? picked.filter((one) => one !== runId) : [...picked.slice(-1), runId]);
  const [left, right] = picked;
  return (
    <>
      <div className="title">
        <h1>
          Runs <small>{data?.workflowRuns && `${data.workflowRuns.totalCount} in this list`}</small>
        </h1>
        <GraphiqlLink query={RUNS} variables={{ where, orderBy }} />
      </div>
      <RunFilter filter={filter} />
      <Problems error={error} at={['dearest']} />
      <table className="runs">
        <thead>
          <tr>
            <th>
              <span className="unseen">Compare</span>
            </th>
            <th>Run</th>
            <th>Outcome</th>
            <th className="wide">Started (UTC)</th>
            <th className="wide">Took</th>
            <th>Tokens</th>
            <th>Cost</th>
            <th className="wide">Grounded</th>
          </tr>
        </thead>
        {/* Another filter is another list, from its first page. */}
        <RunRows key={JSON.stringify(filter)} filter={filter} most={most} picked={picked} onPick={toggle} />
      </table>
      {left !== undefined && (
        <p className="tray" role="status">
          {right === undefined ? (
            <>Choose another run to compare with {left}.</>
          ) : (
            <>
              <span>
                {left} and {right}
              </span>
              <a className="button" href={comparisonAddress(left, right)}>
                Compare
              </a>
            </>
          )}
        </p>
      )}
    </>
  );
}
