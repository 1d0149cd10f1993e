import { sql } from 'kysely';
import { and, Late, parameter, type RowAlias, type Sql } from '../database/sql.ts';
import { type ComputedColumns, type Join, present } from './computed.ts';
import type { Sources } from './source.ts';

/** The prices of models, which each request brings anew. A statement with it needs `Asked.prices`. */
export const PRICES = new Late<{ readonly prices?: string }>(({ prices }) => prices ?? '[]');

/** The prices as rows, each the price of a model in a period, and of calls of a size. No two are of the same call. */
export const pricesAs = (alias: Sql): Sql =>
  sql`jsonb_to_recordset(${parameter(PRICES, 'Json')}) as ${alias}(model text, "from" timestamptz, until timestamptz, "clockFrom" time, "clockUntil" time,
    "tokensAbove" bigint, "tokensUpTo" bigint, "inputUsdPerMillion" numeric, "outputUsdPerMillion" numeric, source text)`;

/** Where a bound is missing there is none. */
const within = (value: Sql, from: Sql, until: Sql): readonly Sql[] => [
  sql`(${value} < ${from}) is not true`,
  sql`(${value} >= ${until}) is not true`,
];

/** What a call costs by the prices: exact, in US dollars; null where a price or a number of tokens is missing. */
function priceOf(row: RowAlias, join: Join): Sql {
  const of = (field: string): Sql => row.column(field);
  const price = join('price', (alias) => ({
    from: pricesAs(alias),
    on: and([
      sql`${alias}.model = ${of('model')}`,
      ...within(of('createdAt'), sql`${alias}."from"`, sql`${alias}.until`),
      ...within(
        sql`(${of('createdAt')} at time zone 'UTC')::time`,
        sql`${alias}."clockFrom"`,
        sql`${alias}."clockUntil"`,
      ),
      sql`(coalesce(${of('inputTokens')}, 0) <= ${alias}."tokensAbove") is not true`,
      sql`(coalesce(${of('inputTokens')}, 0) > ${alias}."tokensUpTo") is not true`,
    ]),
  }));
  const output = sql`${price}."outputUsdPerMillion"`;
  const received = sql`coalesce(${of('outputTokens')}, 0)`;
  // An embedding receives nothing, and has no price for it: a total alone is what was sent. What is received without a
  // price is not free, it has no known cost.
  return sql`(coalesce(${of('inputTokens')}, case when coalesce(${output}, 0) = 0 then ${of('totalTokens')}::bigint - ${received} end) * ${price}."inputUsdPerMillion"
    + case when coalesce(${output}, ${received}) = 0 then 0 else ${of('outputTokens')} * ${output} end) * 0.000001`;
}

/** The recorded cost of a call, with all its digits, else what it costs by the prices. */
function costOfCall(sources: Sources, row: RowAlias, join: Join): Sql {
  const [recorded] = present(sources, 'TokenUsage', row, ['costUsdTotal']);
  const estimated = priceOf(row, join);
  return recorded ? sql`coalesce(${recorded}::text::numeric, ${estimated})` : estimated;
}

export const ESTIMATED_COST = {
  estimatedCostUsd: {
    kind: 'Float',
    nullable: true,
    isDear: true,
    description:
      'Cost in US dollars: what is recorded, else the tokens at the price of the model at the time of the call (see modelPrices). Null where neither is known.',
    sql: (sources: Sources, row: RowAlias, join: Join) => sql`(${costOfCall(sources, row, join)})::float8`,
  },
} satisfies ComputedColumns;
