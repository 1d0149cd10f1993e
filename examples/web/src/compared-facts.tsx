import { runAddress } from './address.ts';
import { formatCost, formatCount, formatDuration, formatShare, formatTime } from './format.ts';
import type { ComparisonQuery } from './graphql/graphql.ts';
import { Outcome } from './status.tsx';

type Comparison = NonNullable<ComparisonQuery['compareRuns']>;
type Run = NonNullable<NonNullable<Comparison['runs']>[number]['run']>;
type Setting = NonNullable<Comparison['configuration']>[number];

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

/** What the runs took, and the settings in which they differ. */
export function ComparedFacts({ runs, settings }: { runs: readonly Run[]; settings: readonly Setting[] }) {
  return (
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
        {settings.map(({ path, values }) => (
          <tr key={path}>
            <th scope="row">
              Setting <code>{path}</code>
            </th>
            {runs.map(({ runId }) => (
              <td key={runId}>{textOfSetting(values?.find((one) => one.runId === runId))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Value = NonNullable<Setting['values']>[number];

const textOfSetting = (given: Value | undefined): string =>
  given?.isSet ? JSON.stringify(given.value) : '–';
