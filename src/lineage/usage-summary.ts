import { builder } from '../schema/builder.ts';
import type { Sum } from './need.ts';

const rows: Sum = { of: 'rows' };
const column = (field: string, ofNothing: 0 | null): Sum => ({ of: 'column', field, ofNothing });

/** Sums over token usage; only what is selected is computed. */
builder.objectType('UsageSummary', {
  description: 'Sums over model calls. Table observability.token_usage.',
  fields: (t) => ({
    calls: t.field({
      type: 'SafeInt',
      description: 'How many calls there were.',
      extensions: { sum: rows },
      resolve: ({ calls }) => Number(calls),
    }),
    ...Object.fromEntries(
      [
        ['inputTokens', 'Tokens sent; calls without a figure count as 0.'],
        ['outputTokens', 'Tokens received; calls without a figure count as 0.'],
        ['totalTokens', 'Tokens in all; calls without a figure count as 0.'],
      ].map(([name = '', description = '']) => [
        name,
        t.field({
          type: 'SafeInt',
          description,
          extensions: { sum: column(name, 0) },
          resolve: (sums) => amount(sums[name]),
        }),
      ]),
    ),
    costUsd: t.float({
      nullable: true,
      description: 'Cost in US dollars of the calls that have one; null when none has.',
      extensions: { sum: column('costUsdTotal', null) },
      resolve: ({ costUsd }) => (costUsd == null ? null : amount(costUsd)),
    }),
  }),
});

/** A sum over a column that this database lacks is an Error, to be reported where it was asked for. */
function amount(value: unknown): number {
  if (value instanceof Error) throw value;
  return Number(value);
}
