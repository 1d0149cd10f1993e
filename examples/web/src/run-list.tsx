import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from './graphql/index.ts';
import { NextPage } from './next-page.tsx';
import { Problems } from './problems.tsx';

const RUNS = graphql(`
  query Runs($after: String, $where: WorkflowRunWhere) {
    workflowRuns(first: 15, after: $after, where: $where) {
      nodes {
        runId
        status
        createdAt
        workstreamId
        arm
        usage {
          totalTokens
          costUsd
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const STATUSES = ['completed', 'failed', 'running'];

interface Filter {
  readonly status: string;
  readonly text: string;
}

const whereOf = ({ status, text }: Filter) => ({
  ...(status && { status: { eq: status } }),
  ...(text && { OR: [{ runId: { contains: text } }, { workstreamId: { contains: text } }] }),
});

/** Runs, newest first; more of them as the end comes into view. */
export function RunList() {
  const [filter, setFilter] = useState<Filter>({ status: '', text: '' });
  return (
    <>
      <h1>Runs</h1>
      <form>
        <label>
          Status{' '}
          <select
            value={filter.status}
            onChange={({ target: { value: status } }) => setFilter({ ...filter, status })}
          >
            <option value="">any</option>
            {STATUSES.map((status) => (
              <option key={status}>{status}</option>
            ))}
          </select>
        </label>
        <label>
          Run or workstream{' '}
          <input
            type="search"
            value={filter.text}
            onChange={({ target: { value: text } }) => setFilter({ ...filter, text })}
          />
        </label>
      </form>
      <table>
        <thead>
          <tr>
            {['Run', 'Status', 'Created', 'Workstream', 'Arm', 'Tokens', 'US $'].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        {/* Another filter is another list, from its first page. */}
        <Pages key={JSON.stringify(filter)} filter={filter} />
      </table>
    </>
  );
}

function Pages({ filter }: { filter: Filter }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return cursors.map((after, at) => (
    <Page
      key={after}
      filter={filter}
      after={after}
      onNext={at === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : undefined}
    />
  ));
}

interface PageProps {
  readonly filter: Filter;
  readonly after: string | null;
  /** Called with the next cursor when the end of the last page comes into view. */
  readonly onNext: ((cursor: string) => void) | undefined;
}

function Page({ filter, after, onNext }: PageProps) {
  const [{ data, error, fetching }] = useQuery({ query: RUNS, variables: { after, where: whereOf(filter) } });
  const { nodes = [], pageInfo } = data?.workflowRuns ?? {};
  const next = pageInfo?.hasNextPage ? pageInfo.endCursor : undefined;
  return (
    <tbody>
      {nodes.map(({ runId, status, createdAt, workstreamId, arm, usage }) => (
        <tr key={runId}>
          <td>
            <a href={`#/runs/${encodeURIComponent(runId)}`}>{runId}</a>
          </td>
          <td>{status}</td>
          <td>{createdAt?.slice(0, 16).replace('T', ' ')}</td>
          <td>{workstreamId}</td>
          <td>{arm}</td>
          <td className="number">{usage?.totalTokens?.toLocaleString()}</td>
          <td className="number">{usage?.costUsd?.toFixed(2)}</td>
        </tr>
      ))}
      <tr>
        <td colSpan={7} className="end">
          <Problems error={error} />
          {fetching && 'Loading …'}
          {!fetching && !error && !after && nodes.length === 0 && 'No run is like this.'}
          {next && onNext && <NextPage onVisible={() => onNext(next)} />}
        </td>
      </tr>
    </tbody>
  );
}
