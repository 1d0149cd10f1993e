import type { ObjectRef } from '@pothos/core';
import { sql } from 'kysely';
import { earliest, exactSum, latest, type RowAlias, type Sql } from '../database/sql.ts';
import type { Column } from '../database/tables.ts';
import { storedValue } from '../errors.ts';
import { numberIn, type Row, textIn, textsIn } from '../execution/row.ts';
import type { Measures } from '../lineage/grouped.ts';
import { needs } from '../lineage/need.ts';
import { builder } from '../schema/builder.ts';

/** What is summed over model calls. A call can be absent, all its columns null, in an empty bucket of time. */
interface Measure {
  readonly kind: Column['kind'];
  readonly description: string;
  readonly sql: (call: RowAlias) => Sql;
}

const total = (field: string) => (call: RowAlias) => sql`coalesce(sum(${call.column(field)}), 0)`;
const percentile = (share: number) => (call: RowAlias) =>
  sql`percentile_cont(${sql.lit(share)}) within group (order by ${call.column('latencyMs')})`;

const recorded = (call: RowAlias): Sql => sql`count(${call.column('costUsdTotal')})`;
const isUnpriced = (call: RowAlias): Sql => sql`${call.column('estimatedCostUsd')} is null`;

const COUNTS = {
  calls: {
    description: 'How many calls there were.',
    sql: (call) => sql`count(${call.column('rowId')})`,
  },
  inputTokens: { description: 'Tokens sent; calls without a figure count as 0.', sql: total('inputTokens') },
  outputTokens: {
    description: 'Tokens received; calls without a figure count as 0.',
    sql: total('outputTokens'),
  },
  totalTokens: {
    description: 'Tokens in all; calls without a figure count as 0.',
    sql: total('totalTokens'),
  },
  pricedCalls: {
    description: 'The same as recordedCalls: those that costUsd sums.',
    sql: recorded,
  },
  callsWithoutTokens: {
    description: 'How many of the calls have no figure for their tokens in all.',
    sql: (call) => sql`count(${call.column('rowId')}) filter (where ${call.column('totalTokens')} is null)`,
  },
  recordedCalls: {
    description: 'How many of the calls have a recorded cost.',
    sql: recorded,
  },
  estimatedCalls: {
    description: 'How many of the calls have no recorded cost, but tokens and a model with a price.',
    sql: (call) =>
      sql`count(${call.column('estimatedCostUsd')}) filter (where ${call.column('costUsdTotal')} is null)`,
  },
  unpricedCalls: {
    description: 'How many of the calls have neither: estimatedCostUsd leaves them out.',
    sql: (call) => sql`count(${call.column('rowId')}) filter (where ${isUnpriced(call)})`,
  },
  cacheHits: {
    description: 'How many of the calls were answered from a cache.',
    sql: (call) => sql`count(*) filter (where ${call.column('cacheHit')})`,
  },
} as const satisfies Readonly<Record<string, Omit<Measure, 'kind'>>>;

const LATENCIES = {
  p50: { description: 'Half of the calls took at most this long.', sql: percentile(0.5) },
  p95: { description: '95 of 100 calls took at most this long.', sql: percentile(0.95) },
  p99: { description: '99 of 100 calls took at most this long.', sql: percentile(0.99) },
  max: { description: 'The slowest call.', sql: (call: RowAlias) => sql`max(${call.column('latencyMs')})` },
  mean: {
    description: 'The mean of all calls that have a latency.',
    sql: (call: RowAlias) => sql`avg(${call.column('latencyMs')})::double precision`,
  },
} as const;

const MOMENTS = {
  firstAt: {
    description: 'When the first call was recorded; null without calls.',
    sql: (call: RowAlias) => earliest(call.column('createdAt')),
  },
  lastAt: {
    description: 'When the last call was recorded; null without calls.',
    sql: (call: RowAlias) => latest(call.column('createdAt')),
  },
} as const;

const COSTS = {
  costUsd: {
    description: 'Recorded cost in US dollars of the calls that have one; null when none has.',
    sql: (call: RowAlias) => exactSum(call.column('costUsdTotal')),
  },
  estimatedCostUsd: {
    description:
      'Cost in US dollars: what is recorded, else the tokens at the price of the model at the time of the call (see modelPrices). Null when no call has either; see unpricedCalls.',
    sql: (call: RowAlias) => exactSum(call.column('estimatedCostUsd')),
  },
} as const;

/** How many models are named. */
const MODELS_NAMED = 50;

const UNPRICED_MODELS: Measure = {
  kind: 'Json',
  description: `The models of unpricedCalls in the order of the alphabet, at most ${MODELS_NAMED}.`,
  sql: (call) =>
    sql`to_jsonb((array_agg(distinct ${call.column('model')}) filter (where ${call.column('rowId')} is not null and ${isUnpriced(call)} and ${call.column('model')} is not null))[1:${sql.lit(MODELS_NAMED)}])`,
};

/** `latencyP95Ms`: the columns behind `latencyMs { p95 }`, by which groups can be sorted. */
const latencyField = (name: string): string => `latency${name.charAt(0).toUpperCase()}${name.slice(1)}Ms`;

const withKind = (
  kind: Measure['kind'],
  of: Readonly<Record<string, Omit<Measure, 'kind'>>>,
): [string, Measure][] => Object.entries(of).map(([name, measure]) => [name, { kind, ...measure }]);

/** The one table of measures: `UsageSummary` and `UsageGroup` have them all. */
const ALL: readonly (readonly [string, Measure])[] = [
  ...withKind('Float', COUNTS),
  ...withKind('Float', COSTS),
  ['unpricedModels', UNPRICED_MODELS],
  ...withKind('Float', LATENCIES).map(([name, measure]): [string, Measure] => [
    latencyField(name),
    { ...measure, description: `Latency in milliseconds. ${measure.description}` },
  ]),
  ...withKind('DateTime', MOMENTS),
];

export const USAGE_MEASURES: Measures = Object.fromEntries(ALL.map(([name, measure]) => [name, measure.sql]));

export const MEASURE_COLUMNS: readonly Column[] = ALL.map(([field, { kind, description }]) => ({
  field,
  name: field,
  kind,
  nullable: true,
  description,
}));

const LatencySummary = builder.objectRef<Row>('LatencySummary').implement({
  description:
    'Latencies of model calls in milliseconds, over the calls that have one; null when none has. Percentiles are interpolated.',
  fields: (t) =>
    Object.fromEntries(
      Object.entries(LATENCIES).map(([name, { description }]) => [
        name,
        t.float({ nullable: true, description, resolve: (sums) => numberIn(sums, latencyField(name)) }),
      ]),
    ),
});

/** Gives a type the measures as fields. */
export function measureFields(type: ObjectRef<typeof builder.$inferSchemaTypes, Row>): void {
  builder.objectFields(type, (t) => ({
    ...Object.fromEntries(
      Object.entries(COUNTS).map(([name, { description }]) => [
        name,
        t.field({
          type: 'SafeInt',
          // A database may lack the column that is summed, or keep it back.
          nullable: name !== 'calls',
          description,
          extensions: needs({ kind: 'value', fields: [name] }),
          resolve: (sums) => whole(sums, name, type.name),
        }),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(COSTS).map(([name, { description }]) => [
        name,
        t.float({
          nullable: true,
          description,
          extensions: needs({ kind: 'value', fields: [name] }),
          resolve: (sums) => numberIn(sums, name),
        }),
      ]),
    ),
    unpricedModels: t.stringList({
      nullable: { list: true, items: false },
      description: UNPRICED_MODELS.description,
      extensions: needs({ kind: 'value', fields: ['unpricedModels'] }),
      resolve: (sums) => textsIn(sums, 'unpricedModels'),
    }),
    latencyMs: t.field({
      type: LatencySummary,
      description: 'How long the calls took, in milliseconds.',
      extensions: needs({ kind: 'value', fields: Object.keys(LATENCIES).map(latencyField) }),
      resolve: (sums) => sums,
    }),
    ...Object.fromEntries(
      Object.entries(MOMENTS).map(([name, { description }]) => [
        name,
        t.field({
          type: 'DateTime',
          nullable: true,
          description,
          extensions: needs({ kind: 'value', fields: [name] }),
          resolve: (sums) => textIn(sums, name),
        }),
      ]),
    ),
  }));
}

function whole(sums: Row, field: string, type: string): number {
  const sum = numberIn(sums, field);
  if (sum === null || !Number.isSafeInteger(sum)) throw storedValue(`${type}.${field}`);
  return sum;
}
