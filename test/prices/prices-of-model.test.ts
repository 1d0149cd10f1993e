import { calcPrice, findProvider } from '@pydantic/genai-prices';
import { describe, expect, it } from 'vitest';
import type { OwnPrice } from '../../src/prices/own-prices.ts';
import type { Price } from '../../src/prices/price.ts';
import { pricesOfModel } from '../../src/prices/prices-of-model.ts';

const LINE: OwnPrice = {
  model: 'gpt-5',
  from: null,
  until: null,
  inputUsdPerMillion: undefined,
  outputUsdPerMillion: undefined,
  discount: undefined,
};

/** The price of a call, as SQL looks it up. */
function priceAt(prices: readonly Price[], at: Date, tokens = 0): Price | undefined {
  const clock = at.toISOString().slice(11, 19);
  const found = prices.filter(
    (price) =>
      (price.from === null || new Date(price.from) <= at) &&
      (price.until === null || at < new Date(price.until)) &&
      (price.clockFrom === null || clock >= price.clockFrom) &&
      (price.clockUntil === null || clock < price.clockUntil) &&
      (price.tokensAbove === null || tokens > price.tokensAbove) &&
      (price.tokensUpTo === null || tokens <= price.tokensUpTo),
  );
  expect(found.length, `${at.toISOString()} ${tokens}`).toBeLessThanOrEqual(1);
  return found[0];
}

const cost = (price: Price | undefined, input: number, output: number): number | undefined =>
  price && (input * price.inputUsdPerMillion + output * (price.outputUsdPerMillion ?? Number.NaN)) / 1e6;

describe('the kept list', () => {
  /** Models whose price is one, changed on a day, changes with the time of day, or with the size of a call. */
  const MODELS: readonly string[] = [
    'gpt-5',
    'gpt-5-nano',
    'gpt-5-2025-08-07',
    'GPT-5',
    'o3',
    'deepseek-chat',
    'deepseek-reasoner',
    'claude-sonnet-4-5',
    'gemini-2.5-pro',
  ];
  const MOMENTS = [
    '2024-12-31',
    '2025-02-08T16:29:59Z',
    '2025-02-09T00:29:59Z',
    '2025-06-09',
    '2025-06-10',
    '2025-09-05',
    '2025-09-06',
    '2026-02-01T00:30:00Z',
    '2026-02-01T16:30:00Z',
    '2026-11-25T20:00:00Z',
  ];
  const SIZES = [0, 1, 2500, 128_000, 200_000, 200_001, 272_001, 1_000_000];

  it.each(MODELS)('has the price that the package calculates: %s', (model) => {
    const prices = pricesOfModel(model, []);
    for (const moment of MOMENTS.map((text) => new Date(text)))
      for (const input of SIZES) {
        const expected = calcPrice({ input_tokens: input, output_tokens: 700 }, model, { timestamp: moment });
        expect(cost(priceAt(prices, moment, input), input, 700)).toBeCloseTo(
          Number(expected?.total_price),
          9,
        );
      }
  });

  it('has a price for each model of the provider of the producer at any time, and never two', () => {
    const names = findProvider({ providerId: 'openai' })?.models.map(({ id }) => id) ?? [];
    expect(names.length).toBeGreaterThan(50);
    for (const model of names) {
      const prices = pricesOfModel(model, []);
      for (const moment of MOMENTS.map((text) => new Date(text)))
        for (const input of SIZES) {
          const expected = calcPrice({ input_tokens: input }, model, {
            providerId: 'openai',
            timestamp: moment,
          });
          const price = priceAt(prices, moment, input);
          if (price)
            expect((input * price.inputUsdPerMillion) / 1e6, model).toBeCloseTo(
              Number(expected?.total_price),
              9,
            );
        }
    }
  });

  it('knows models by the names of routers, and embeddings, which have no price for output', () => {
    expect(pricesOfModel('openai/gpt-5', [])).toMatchObject([
      { model: 'openai/gpt-5', inputUsdPerMillion: 1.25 },
    ]);
    expect(pricesOfModel('text-embedding-3-large', [])).toMatchObject([
      { inputUsdPerMillion: 0.13, outputUsdPerMillion: null },
    ]);
  });

  it.each(['', ' ', 'nonsense', 'a/b/c', '/', 'gpt', "'; drop table x", '__proto__'])(
    'does not know %j',
    (model) => {
      expect(pricesOfModel(model, [])).toEqual([]);
    },
  );
});

describe('prices of a file', () => {
  it('go before the list in their time', () => {
    const prices = pricesOfModel('gpt-5', [
      { ...LINE, from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z', inputUsdPerMillion: 7 },
    ]);
    expect(priceAt(prices, new Date('2025-12-31T23:59:59Z'))?.inputUsdPerMillion).toBe(1.25);
    expect(priceAt(prices, new Date('2026-01-01'))).toMatchObject({
      inputUsdPerMillion: 7,
      outputUsdPerMillion: 0,
      source: 'PRICES_FILE',
    });
    expect(priceAt(prices, new Date('2026-02-01'))?.inputUsdPerMillion).toBe(1.25);
  });

  it('name a model of one’s own, also by the beginning of its name, whatever its case', () => {
    const own = [{ ...LINE, model: 'House-*', inputUsdPerMillion: 1, outputUsdPerMillion: 2 }];
    expect(pricesOfModel('house-large', own)).toMatchObject([
      { model: 'house-large', from: null, until: null, inputUsdPerMillion: 1, outputUsdPerMillion: 2 },
    ]);
    expect(pricesOfModel('my-house-large', own)).toEqual([]);
  });

  it('take a discount off the list, in all its steps; of an unknown model there is nothing to take off', () => {
    const own = [{ ...LINE, model: '*', discount: 0.1 }];
    const [small, large] = pricesOfModel('gemini-2.5-pro', own);
    const [listed, listedLarge] = pricesOfModel('gemini-2.5-pro', []);
    expect(small?.inputUsdPerMillion).toBeCloseTo(0.9 * Number(listed?.inputUsdPerMillion), 9);
    expect(large?.outputUsdPerMillion).toBeCloseTo(0.9 * Number(listedLarge?.outputUsdPerMillion), 9);
    expect(large?.tokensAbove).toBe(listedLarge?.tokensAbove);
    expect(small?.source).toContain('less 10 % (PRICES_FILE)');
    expect(pricesOfModel('nonsense', own)).toEqual([]);
  });

  it('of several, the last that is valid wins, and a discount is taken off it', () => {
    const prices = pricesOfModel('gpt-5', [
      { ...LINE, inputUsdPerMillion: 4 },
      { ...LINE, inputUsdPerMillion: 2 },
      { ...LINE, from: '2026-03-01T00:00:00.000Z', discount: 0.5 },
    ]);
    expect(prices.map(({ from, inputUsdPerMillion }) => ({ from, inputUsdPerMillion }))).toEqual([
      { from: null, inputUsdPerMillion: 2 },
      { from: '2026-03-01T00:00:00.000Z', inputUsdPerMillion: 1 },
    ]);
  });
});
