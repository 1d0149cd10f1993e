import { scaleLinear, scaleOrdinal } from 'd3-scale';
import { formatCost, formatCount } from './format.ts';
import type { RunQuery } from './graphql/graphql.ts';

type Group = NonNullable<NonNullable<RunQuery['workflowRun']>['usageBy']>['nodes'][number];

const COLOURS = [1, 2, 3, 4, 5, 6].map((number) => `var(--series-${number})`);
const sum = (groups: readonly Group[]): number =>
  groups.reduce((tokens, { totalTokens }) => tokens + (totalTokens ?? 0), 0);
const named = (name: string | null | undefined): string => name ?? 'not named';

/** A bar for each step, in the colours of the models. */
export function UsageChart({ groups }: { groups: readonly Group[] }) {
  if (groups.length === 0) return <p>No model was called for this run.</p>;
  const steps = Map.groupBy(groups, ({ step }) => named(step));
  const models = [...new Set(groups.map(({ model }) => named(model)))].sort();
  const colour = scaleOrdinal(models, COLOURS);
  const x = scaleLinear([0, Math.max(1, ...[...steps.values()].map(sum))], [0, 100]).nice();
  return (
    <figure className="chart">
      <figcaption>
        {models.map((model) => (
          <span key={model}>
            <i style={{ background: colour(model) }} /> {model}
          </span>
        ))}
      </figcaption>
      <ol>
        {[...steps].map(([step, of]) => (
          <li key={step} className="chart-row">
            <span className="chart-name">{step}</span>
            <span className="chart-area stacked">
              {of.map((group) => (
                <i
                  key={named(group.model)}
                  className="bar"
                  title={`${step}, ${named(group.model)}: ${formatCount(group.totalTokens)} tokens, ${formatCount(group.calls)} calls, ${formatCost(group)}`}
                  style={{ width: `${x(group.totalTokens ?? 0)}%`, background: colour(named(group.model)) }}
                />
              ))}
            </span>
            <span className="chart-value">{formatCount(sum(of))}</span>
          </li>
        ))}
      </ol>
      <div className="chart-row axis" aria-hidden="true">
        <span className="chart-name">tokens</span>
        <span className="chart-area">
          {x.ticks(5).map((tick) => (
            <span key={tick} style={{ left: `${x(tick)}%` }}>
              {x.tickFormat(5, '~s')(tick)}
            </span>
          ))}
        </span>
        <span className="chart-value" />
      </div>
    </figure>
  );
}
