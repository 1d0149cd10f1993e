const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** A time of the API, to the minute, in UTC. */
export const formatTime = (time: string | null | undefined): string =>
  time ? DAY.format(new Date(time)) : '–';

export const formatCount = (count: number | null | undefined): string => count?.toLocaleString('en') ?? '–';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** Its two largest units: 42 min, 1 h 20 min. */
export function formatDuration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return '–';
  const first = UNITS.findIndex(([, size]) => ms >= size);
  if (first < 0) return `${ms} ms`;
  let rest = ms;
  const parts = UNITS.slice(first, first + 2).map(([name, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count} ${name}` : '';
  });
  return parts.filter(Boolean).join(' ');
}

interface Usage {
  readonly calls: number;
  readonly costUsd?: number | null | undefined;
  /** What is recorded, and the rest by the prices of the models. */
  readonly estimatedCostUsd?: number | null | undefined;
}

const dollars = (cost: number): string => `$ ${cost.toFixed(cost !== 0 && cost < 0.1 ? 4 : 2)}`;

/** A run without calls cost nothing that anybody could record; one with calls may have no recorded price. */
export function formatCost(usage: Usage | null | undefined): string {
  if (!usage || usage.calls === 0) return '–';
  const { costUsd, estimatedCostUsd } = usage;
  if (costUsd != null) return dollars(costUsd);
  return estimatedCostUsd == null ? 'no price recorded' : `about ${dollars(estimatedCostUsd)}`;
}

/** JSON can hold anything, or be withheld. */
export const textOf = (json: unknown): string => (typeof json === 'string' ? json : '–');

/** A share from 0 to 1. */
export const formatShare = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : `${Math.round(share * 100)} %`;
