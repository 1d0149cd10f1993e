import { sql } from 'kysely';
import { and } from '../database/sql.ts';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { listOf, type Row } from '../execution/row.ts';
import { pricesAs } from '../lineage/estimated-cost.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, rowOf } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { columnFields } from './column-fields.ts';

const MODEL_PRICE: RowType = {
  name: 'ModelPrice',
  columns: columnsByField([
    derivedColumn('model', 'String', { nullable: false, description: 'The model, as calls name it.' }),
    derivedColumn('from', 'DateTime', {
      description: 'The first moment at which the price is valid; null: no price of the list is older.',
    }),
    derivedColumn('until', 'DateTime', {
      description: 'The first moment at which it is not valid any more; null: it still is.',
    }),
    derivedColumn('clockFrom', 'String', {
      description: 'The time of day in UTC, as hh:mm:ss, from which it is valid each day; null: all day.',
    }),
    derivedColumn('clockUntil', 'String', {
      description:
        'The time of day in UTC, as hh:mm:ss, until which it is valid; null: to the end of the day.',
    }),
    derivedColumn('tokensAbove', 'Int', {
      description: 'It is the price of calls that send more tokens than this; null: of the smallest, too.',
    }),
    derivedColumn('tokensUpTo', 'Int', {
      description: 'It is the price of calls that send at most this many tokens; null: of the largest, too.',
    }),
    derivedColumn('inputUsdPerMillion', 'Float', {
      nullable: false,
      description: 'US dollars for a million tokens that are sent.',
    }),
    derivedColumn('outputUsdPerMillion', 'Float', {
      description:
        'US dollars for a million tokens that are received; null where it is not known: such calls have no price, except those that receive none (embeddings).',
    }),
    derivedColumn('source', 'String', {
      nullable: false,
      description:
        'Where the price comes from: the kept list with its version, provider and model, or PRICES_FILE.',
    }),
  ]),
  key: ['model', 'from', 'clockFrom', 'tokensAbove'],
  defaultOrder: [],
};

/** A caller who is bound to projects learns of the models of their calls only. */
const PRICES_USED: Relation = {
  name: 'Query.modelPrices',
  to: MODEL_PRICE,
  as: 'list',
  startsAt: [],
  description: '',
  reads: ['TokenUsage'],
  // The price that ends first comes first: those without an end stand last.
  orderBy: ['model', 'until', 'clockUntil', 'tokensUpTo'].map((field) => ({ field })),
  source: (sources) => {
    const alias = sql.ref(sources.alias('prices'));
    const calls = sources.table('TokenUsage');
    const named = sql`exists (select from ${calls.from} where ${and([
      sql`${calls.row.column('model')} = ${alias}.model`,
      ...calls.where,
    ])})`;
    return {
      from: pricesAs(alias),
      where: calls.where.length > 0 ? [named] : [],
      row: rowOf(MODEL_PRICE, (field) => sql`${alias}.${sql.ref(field)}`),
    };
  },
};

const ModelPrice = builder.objectRef<Row>('ModelPrice').implement({
  description: 'What tokens of a model cost, by which estimatedCostUsd is made.',
});
columnFields(ModelPrice, MODEL_PRICE);

builder.queryField('modelPrices', (t) =>
  t.field({
    type: [ModelPrice],
    nullable: { list: true, items: false },
    description:
      'The prices of the models that the model calls of this database name; not those of models without a price (see unpricedModels). No two are of the same call.',
    extensions: needs({ kind: 'rows', relation: PRICES_USED }),
    resolve: async (_root, _args, { lineage, report }, info) =>
      listOf(await lineage.root(info), (limit) => report(info, limit)),
  }),
);
