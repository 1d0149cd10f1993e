import { useState } from 'react';
import { useQuery } from 'urql';
import { type Filter, runAddress } from './address.ts';
import { formatCost, formatCount, formatDuration, formatShare, formatTime } from './format.ts';
import { graphql } from './graphql/index.ts';
import { NextPage } from './next-page.tsx';
import { Problems } from './problems.tsx';
import { argumentsOf } from './run-filter.tsx';
import { SparkBar } from './spark-bar.tsx';
import { Outcome } from './status.tsx';

export const RUNS = graphql(`
  query Runs($after: String, $where: WorkflowRunWhere, $orderBy: [WorkflowRunOrderBy!]) {
    workflowRuns(first: 15, after: $after, where: $where, orderBy: $orderBy) {
      nodes {
        runId
        outcome
        startedAt
        durationMs
        workstreamId
        arm
        groundedShare
        usage {
          calls
          totalTokens
          costUsd
          estimatedCostUsd
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface Props {
  readonly filter: Filter;
  readonly most: { readonly tokens: number; readonly costUsd: number };
  readonly picked: readonly string[];
  readonly onPick: (runId: string) => void;
}

/** Page after page, as the end of the list comes into view. */
export function RunRows(props: Props) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return cursors.map((after, at) => (
    <Page
      key={after}
      {...props}
      after={after}
      onNext={at === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : undefined}
    />
  ));
}

interface PageProps extends Props {
  readonly after: string | null;
  /** Called with the next cursor when the end of the last page comes into view. */
  readonly onNext: ((cursor: string) => void) | undefined;
}

function Page({ filter, most, picked, onPick, after, onNext }: PageProps) {
  const variables = { after, ...argumentsOf(filter) };
  const [{ data, error, fetching }] = useQuery({ query: RUNS, variables });
  const { nodes = [], pageInfo } = data?.workflowRuns ?? {};
  const next = pageInfo?.hasNextPage ? pageInfo.endCursor : undefined;
  return (
    <tbody>
      {nodes.map(({ runId, outcome, startedAt, durationMs, workstreamId, arm, groundedShare, usage }) => (
        <tr key={runId}>
          <td>
            <input
              type="checkbox"
              aria-label={`Compare ${runId}`}
              checked={picked.includes(runId)}
              onChange={() => onPick(runId)}
            />
          </td>
          <td>
            <a href={runAddress(runId)}>{runId}</a>
            {workstreamId && (
              <small>
                {workstreamId}
                {arm && `, arm ${arm}`}
              </small>
            )}
          </td>
          <td>
            <Outcome outcome={outcome} />
          </td>
          <td className="wide">{formatTime(startedAt)}</td>
          <td className="wide">{formatDuration(durationMs)}</td>
          <td className="figure">
            <SparkBar
              value={usage?.totalTokens ?? 0}
              most={most.tokens}
              text={usage && usage.calls > 0 ? formatCount(usage.totalTokens) : 'no calls'}
            />
          </td>
          <td className="figure">
            <SparkBar
              value={usage?.costUsd ?? usage?.estimatedCostUsd ?? 0}
              most={most.costUsd}
              text={formatCost(usage)}
            />
          </td>
          <td className="wide">{formatShare(groundedShare)}</td>
        </tr>
      ))}
      <tr>
        <td colSpan={8} className="end">
          <Problems error={error} />
          {fetching && 'Loading …'}
          {!fetching && !error && !after && nodes.length === 0 && 'No run is like this.'}
          {next && onNext && <NextPage onVisible={() => onNext(next)} />}
        </td>
      </tr>
    </tbody>
  );
}
