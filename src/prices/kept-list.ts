import { readFileSync } from 'node:fs';
import { calcPrice, type PriceCalculation, type TieredPrices } from '@pydantic/genai-prices';
import type { Rate, Step } from './price.ts';

/** The providers that are asked about a name by which no provider knows its own; the producer calls models of the first. */
const PROVIDERS = ['openai', 'anthropic', 'google'] as const;

const PACKAGE = '@pydantic/genai-prices';

/** The name of the list and its version, which says as of when its prices are. */
const LIST = `${PACKAGE} ${versionOf(PACKAGE)}`;

/** The kept list of prices, @pydantic/genai-prices: it ships its data, and asks nobody. */
export interface KeptPrices {
  /** The days, `2026-01-31`, on which a price changes. */
  readonly days: readonly string[];
  /** The times of the day in UTC, in seconds, at which a price changes. */
  readonly seconds: readonly number[];
  at(moment: Date): Rate | undefined;
}

/** What the list knows of a model; undefined where it does not know it. */
export function keptPrices(model: string): KeptPrices | undefined {
  const ask = (moment: Date): PriceCalculation | undefined => {
    const [provider = '', ...rest] = model.split('/');
    const asked: readonly { readonly name: string; readonly providerId?: string }[] = [
      { name: model },
      ...(rest.length > 0 ? [{ name: rest.join('/'), providerId: provider }, { name: rest.join('/') }] : []),
      ...PROVIDERS.map((providerId) => ({ name: model, providerId })),
    ];
    for (const { name, ...of } of asked) {
      const found = calcPrice({ input_tokens: 1 }, name, { ...of, timestamp: moment });
      if (found) return found;
    }
    return undefined;
  };
  const known = ask(new Date());
  if (!known) return undefined;
  const { prices } = known.model;
  const constraints = Array.isArray(prices) ? prices.flatMap(({ constraint }) => constraint ?? []) : [];
  return {
    days: constraints.flatMap((one) => ('start_date' in one ? [one.start_date] : [])),
    seconds: constraints.flatMap((one) =>
      'start_time' in one ? [one.start_time, one.end_time].map(secondsOf) : [],
    ),
    at: (moment) => {
      const found = ask(moment);
      if (!found) return undefined;
      const { input_mtok: input, output_mtok: output } = found.model_price;
      const source = `${LIST}, ${found.provider.id}/${found.model.id}`;
      return input === undefined ? undefined : { input: stepsOf(input), output: stepsOf(output), source };
    },
  };
}

/** `16:30:00Z`, or with another offset. */
const secondsOf = (time: string): number => (new Date(`1970-01-02T${time}`).getTime() / 1000) % 86_400;

/** None where the list has no price: that is not known, and not 0. */
const stepsOf = (price: number | TieredPrices | undefined): readonly Step[] => {
  if (price === undefined) return [];
  return typeof price === 'object'
    ? [
        { above: -1, usd: price.base },
        ...price.tiers
          .map(({ start, price: usd }) => ({ above: start, usd }))
          .sort((one, other) => one.above - other.above),
      ]
    : [{ above: -1, usd: price }];
};

/** The package lets nobody import its package.json. */
function versionOf(name: string): string {
  const file = new URL('../package.json', import.meta.resolve(name));
  const { version }: { readonly version?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
  return String(version);
}
