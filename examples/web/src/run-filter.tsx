import { type Filter, runsAddress } from './address.ts';
import type { WorkflowRunOrderBy, WorkflowRunOutcome, WorkflowRunWhere } from './graphql/graphql.ts';

const OUTCOMES: readonly WorkflowRunOutcome[] = [
  'COMPLETED',
  'COMPLETED_WITH_FAILURES',
  'FAILED',
  'RUNNING',
  'STALLED',
  'UNKNOWN',
];

interface Order {
  readonly title: string;
  readonly by: WorkflowRunOrderBy;
}

const LATEST: Order = { title: 'latest start', by: { startedAt: 'DESC' } };
const ORDERS: ReadonlyMap<string, Order> = new Map([
  ['', LATEST],
  ['tokens', { title: 'most tokens', by: { totalTokens: 'DESC' } }],
  ['cost', { title: 'dearest', by: { estimatedCostUsd: 'DESC_NULLS_LAST' } }],
  ['duration', { title: 'longest', by: { durationMs: 'DESC_NULLS_LAST' } }],
  ['grounding', { title: 'least grounded', by: { groundedShare: 'ASC' } }],
]);

/** Of an address anything may stand in its filter. */
const orderOf = ({ order }: Filter): Order => ORDERS.get(order) ?? LATEST;

/** The arguments of the list for a filter. */
export function argumentsOf(filter: Filter): { where: WorkflowRunWhere; orderBy: WorkflowRunOrderBy[] } {
  const { text } = filter;
  const { by } = orderOf(filter);
  const outcome = OUTCOMES.find((one) => one === filter.outcome);
  return {
    orderBy: [by],
    where: {
      ...(outcome && { outcome: { eq: outcome } }),
      ...(text && {
        OR: [
          { runId: { icontains: text } },
          { workstreamId: { icontains: text } },
          { arm: { icontains: text } },
        ],
      }),
    },
  };
}

/** The filter stands in the address, so that it can be sent to somebody. */
export function RunFilter({ filter }: { filter: Filter }) {
  const set = (change: Partial<Filter>): void => location.replace(runsAddress({ ...filter, ...change }));
  return (
    <form className="filter" onSubmit={(event) => event.preventDefault()}>
      <label>
        Outcome
        <select value={filter.outcome} onChange={({ target }) => set({ outcome: target.value })}>
          <option value="">any</option>
          {OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcome.toLowerCase().replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        Order
        <select value={filter.order} onChange={({ target }) => set({ order: target.value })}>
          {[...ORDERS].map(([order, { title }]) => (
            <option key={order} value={order}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="grows">
        Run, workstream or arm
        <input type="search" value={filter.text} onChange={({ target }) => set({ text: target.value })} />
      </label>
    </form>
  );
}
