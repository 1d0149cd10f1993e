import { useEffect, useState } from 'react';
import { type Client, type CombinedError, useClient } from 'urql';
import type { TokensQuery } from './graphql/graphql.ts';
import { graphql } from './graphql/index.ts';
import { Problems } from './problems.tsx';

const TOKENS = graphql(`
  query Tokens($runId: String!, $after: String) {
    workflowRun(runId: $runId) {
      tokenUsage(first: 500, after: $after) {
        nodes {
          step
          model
          totalTokens
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Call = NonNullable<NonNullable<TokensQuery['workflowRun']>['tokenUsage']>['nodes'][number];

type Cursor = string | null | undefined;

async function fetchPage(client: Client, runId: string, after: Cursor) {
  const { data, error } = await client.query(TOKENS, { runId, after });
  return { page: data?.workflowRun?.tokenUsage, error };
}

/** All calls of a run, page after page; what has come so far is there at once. */
function useCalls(runId: string): {
  readonly calls: readonly Call[];
  readonly error: CombinedError | undefined;
} {
  const client = useClient();
  const [state, setState] = useState<{ calls: readonly Call[]; error?: CombinedError | undefined }>({
    calls: [],
  });
  useEffect(() => {
    let left = false;
    async function load(): Promise<void> {
      const calls: Call[] = [];
      let after: Cursor = null;
      do {
        const { page, error } = await fetchPage(client, runId, after);
        if (left) return;
        calls.push(...(page?.nodes ?? []));
        setState({ calls: [...calls], error });
        after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
    }
    void load();
    return () => {
      left = true;
    };
  }, [client, runId]);
  return { calls: state.calls, error: state.error };
}

const COLOURS = ['#4269d0', '#efb118', '#ff725c', '#6cc5b0', '#a463f2', '#9c6b4e'];

/** One bar for each step, in the colours of the models. */
export function TokenChart({ runId }: { runId: string }) {
  const { calls, error } = useCalls(runId);
  const models = [...new Set(calls.map(({ model }) => model ?? 'unknown'))].sort();
  const steps = Map.groupBy(calls, ({ step }) => step ?? 'unknown');
  const sum = (of: readonly Call[]): number =>
    of.reduce((tokens, { totalTokens }) => tokens + (totalTokens ?? 0), 0);
  const most = Math.max(1, ...[...steps.values()].map(sum));
  return (
    <figure>
      <Problems error={error} />
      <figcaption>
        {models.map((model, at) => (
          <span key={model} style={{ borderColor: COLOURS[at % COLOURS.length] }}>
            {model}
          </span>
        ))}
      </figcaption>
      {[...steps].map(([step, of]) => (
        <div key={step} className="bar">
          <span>{step}</span>
          {models.map((model, at) => {
            const tokens = sum(of.filter((call) => (call.model ?? 'unknown') === model));
            return (
              <i
                key={model}
                title={`${step}, ${model}: ${tokens.toLocaleString()} tokens`}
                style={{ width: `${(tokens / most) * 50}%`, background: COLOURS[at % COLOURS.length] }}
              />
            );
          })}
          <b>{sum(of).toLocaleString()}</b>
        </div>
      ))}
    </figure>
  );
}
