import { scaleUtc } from 'd3-scale';
import { runAddress } from './address.ts';
import { formatDuration } from './format.ts';
import type { RunQuery } from './graphql/graphql.ts';
import { Status, toneOf } from './status.tsx';

type Step = NonNullable<NonNullable<RunQuery['workflowRun']>['steps']>[number];

const timeOf = (time: string | null | undefined): number[] => (time ? [Date.parse(time)] : []);

/** When each step ran; a step without times has a line, and no bar. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  const times = steps.flatMap(({ startedAt, finishedAt }) => [...timeOf(startedAt), ...timeOf(finishedAt)]);
  if (steps.length === 0) return <p>No step of this run has a record.</p>;
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const x = scaleUtc([from, to], [0, 100]);
  const ticks = times.length > 0 && from < to ? x.ticks(6) : [];
  const format = x.tickFormat(6, to - from > 86_400_000 ? '%d %b' : '%H:%M');
  return (
    <figure className="chart">
      <ol>
        {steps.map(({ rowId, step, status, startedAt, finishedAt, reusedFrom }) => {
          const [start] = timeOf(startedAt);
          const [end] = timeOf(finishedAt);
          const took = start !== undefined && end !== undefined ? formatDuration(end - start) : 'no times';
          return (
            <li key={rowId} className="chart-row">
              <span className="chart-name">
                {step} <Status tone={toneOf(status)} word={status ?? 'no status'} />
              </span>
              <span className="chart-area">
                {start !== undefined && (
                  <i
                    className={`bar ${toneOf(status).toLowerCase()}`}
                    style={{ left: `${x(start)}%`, width: `max(3px, ${x(end ?? to) - x(start)}%)` }}
                  />
                )}
              </span>
              <span className="chart-value">
                {reusedFrom ? (
                  <>
                    reused from <a href={runAddress(reusedFrom.runId)}>{reusedFrom.runId}</a>
                  </>
                ) : (
                  took
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <div className="chart-row axis" aria-hidden="true">
        <span className="chart-name">UTC</span>
        <span className="chart-area">
          {ticks.map((tick) => (
            <span key={tick.getTime()} style={{ left: `${x(tick)}%` }}>
              {format(tick)}
            </span>
          ))}
        </span>
        <span className="chart-value" />
      </div>
    </figure>
  );
}
