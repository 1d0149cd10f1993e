import { keptPrices } from './kept-list.ts';
import type { OwnPrice } from './own-prices.ts';
import type { Price, Rate, Step } from './price.ts';

const DAY = 86_400;

/**
 * The prices of a model, each valid where no other is: by date, by time of day and by size of the call. Where prices
 * change is taken from the list and the file; what they are in between is asked of both, so that the rules of the list
 * are kept there alone.
 */
export function pricesOfModel(model: string, own: readonly OwnPrice[]): readonly Price[] {
  const lines = own.filter((line) => isOf(line, model));
  const kept = keptPrices(model);
  if (!kept && lines.length === 0) return [];
  const rateAt = (moment: Date): Rate | undefined => {
    const rate = kept?.at(moment);
    return lines.filter((line) => isValid(line, moment)).reduce(applied, rate);
  };
  const days = intervals([
    ...(kept?.days ?? []).map((day) => `${day}T00:00:00.000Z`),
    ...lines.flatMap(({ from, until }) => [from, until].filter((at) => at !== null)),
  ]);
  const clock = intervals(kept?.seconds ?? []);
  const found = days.flatMap(([from, until]) =>
    clock.flatMap(([clockFrom, clockUntil]) => {
      const rate = rateAt(sample(from, until, clock.length > 1 ? (clockFrom ?? 0) : null));
      if (!rate) return [];
      const period = { model, from, until, clockFrom: time(clockFrom), clockUntil: time(clockUntil) };
      const bySize = intervals(
        [...rate.input, ...rate.output].flatMap(({ above }) => (above < 0 ? [] : [above])),
      );
      return bySize.map(
        ([tokensAbove, tokensUpTo]): Price => ({
          ...period,
          tokensAbove,
          tokensUpTo,
          inputUsdPerMillion: stepAt(rate.input, tokensAbove) ?? 0,
          outputUsdPerMillion: stepAt(rate.output, tokensAbove),
          source: rate.source,
        }),
      );
    }),
  );
  return merged(found);
}

function isOf({ model: named }: OwnPrice, model: string): boolean {
  const [own, asked] = [named.toLowerCase(), model.toLowerCase()];
  return own.endsWith('*') ? asked.startsWith(own.slice(0, -1)) : own === asked;
}

const isValid = ({ from, until }: OwnPrice, moment: Date): boolean =>
  (from === null || new Date(from) <= moment) && (until === null || moment < new Date(until));

/** A price of the file takes the place of what was known; a discount is taken off it. */
function applied(rate: Rate | undefined, line: OwnPrice): Rate | undefined {
  const { discount, inputUsdPerMillion = 0, outputUsdPerMillion = 0 } = line;
  if (discount === undefined)
    return {
      input: [{ above: -1, usd: inputUsdPerMillion }],
      output: [{ above: -1, usd: outputUsdPerMillion }],
      source: 'PRICES_FILE',
    };
  if (!rate) return undefined;
  // Twelve digits: what is lost by binary fractions is not a part of a price.
  const less = ({ above, usd }: Step): Step => ({
    above,
    usd: Number((usd * (1 - discount)).toPrecision(12)),
  });
  return {
    input: rate.input.map(less),
    output: rate.output.map(less),
    source: `${rate.source}, less ${Number((discount * 100).toPrecision(12))} % (PRICES_FILE)`,
  };
}

/** From one bound to the next, each once and in order; before the first and after the last there is none. */
function intervals<Bound extends string | number>(
  bounds: readonly Bound[],
): readonly (readonly [Bound | null, Bound | null])[] {
  const sorted = [...new Set(bounds)].sort((one, other) => (one < other ? -1 : 1));
  return [null, ...sorted].map((from, index) => [from, sorted[index] ?? null]);
}

/** A moment in the period: at its start, or the day before its end, at that time of the day. */
function sample(from: string | null, until: string | null, clock: number | null): Date {
  const start =
    from !== null ? Date.parse(from) : until !== null ? Date.parse(until) - 2 * DAY * 1000 : Date.now();
  const day = Math.floor(start / 1000 / DAY) * DAY;
  // A period that starts within a day is asked about a day later, if it lasts as long.
  if (clock === null) return new Date(start);
  const at = (day + clock) * 1000;
  return new Date(at < start ? at + DAY * 1000 : at);
}

const stepAt = (steps: readonly Step[], above: number | null): number | null =>
  steps.findLast((step) => step.above <= (above ?? -1))?.usd ?? null;

const time = (seconds: number | null): string | null =>
  seconds === null ? null : new Date(seconds * 1000).toISOString().slice(11, 19);

/** Prices that are the same before and after a bound are one. */
function merged(prices: readonly Price[]): readonly Price[] {
  const found: Price[] = [];
  for (const price of prices) {
    const before = found.at(-1);
    const goesOn =
      before &&
      before.until !== null &&
      before.until === price.from &&
      JSON.stringify({ ...before, from: null, until: null }) ===
        JSON.stringify({ ...price, from: null, until: null });
    if (goesOn) found[found.length - 1] = { ...before, until: price.until };
    else found.push(price);
  }
  return found;
}
