import type { InputRef } from '@pothos/core';
import type { Column, ColumnKind } from '../database/tables.ts';
import { builder } from '../schema/builder.ts';
import { CLOSED_SETS } from '../schema/closed-sets.ts';
import type { Where } from './where.ts';

type Filterable = Exclude<ColumnKind, 'Json'>;
type Operators = Readonly<Record<string, unknown>>;

const COMPARED = ['lt', 'lte', 'gt', 'gte'] as const;
const OPERATORS: Readonly<Record<Filterable, readonly string[]>> = {
  String: [...COMPARED, 'contains', 'startsWith'],
  Int: COMPARED,
  BigInt: COMPARED,
  Float: COMPARED,
  DateTime: COMPARED,
  Boolean: [],
};

const MEANING: Readonly<Record<string, string>> = {
  eq: 'Equal.',
  ne: 'Not equal. Rows without a value do not match; add isNull for them.',
  lt: 'Less (timestamps: earlier).',
  lte: 'Less or equal.',
  gt: 'Greater (timestamps: later).',
  gte: 'Greater or equal.',
  contains: 'Contains this text; case matters.',
  startsWith: 'Starts with this text; case matters.',
};

const isFilterable = (column: Column): column is Column & { kind: Filterable } => column.kind !== 'Json';

const operators = new Map<string, InputRef<Operators>>();

/** The conditions on one column, e.g. `StringFilter`; one input per scalar and enum, shared by all types. */
function operatorsOn(owner: string, { field, kind }: Column & { kind: Filterable }): InputRef<Operators> {
  const closed = CLOSED_SETS.get(`${owner}.${field}`);
  const type = closed ?? kind;
  const name = closed?.name ?? kind;
  const known = operators.get(name);
  if (known) return known;
  const ref = builder.inputRef<Operators>(`${name}Filter`);
  operators.set(name, ref);
  ref.implement({
    description: `Conditions on a ${name}; all that are given must hold.`,
    fields: (t) => ({
      ...Object.fromEntries(
        ['eq', 'ne', ...(closed ? [] : OPERATORS[kind])].map((operator) => [
          operator,
          t.field({ type, description: MEANING[operator] ?? operator }),
        ]),
      ),
      in: t.field({ type: [type], description: 'One of these.' }),
      notIn: t.field({ type: [type], description: 'None of these.' }),
      isNull: t.boolean({ description: 'true: has no value. false: has one.' }),
    }),
  });
  return ref;
}

const wheres = new Map<string, InputRef<Where>>();

/** `<Type>Where`: the one grammar of filters, over the columns of a type. */
export function whereInput(type: string, columns: readonly Column[]): InputRef<Where> {
  const known = wheres.get(type);
  if (known) return known;
  const ref = builder.inputRef<Where>(`${type}Where`);
  wheres.set(type, ref);
  ref.implement({
    description: `Which rows of ${type}: all conditions given must hold. A row without a value in a column matches only isNull there.`,
    fields: (t) => ({
      ...Object.fromEntries(
        columns
          .filter(isFilterable)
          .map((column) => [
            column.field,
            t.field({ type: operatorsOn(type, column), description: `By ${column.field}.` }),
          ]),
      ),
      AND: t.field({ type: [ref], description: 'All of these hold; an empty list holds.' }),
      OR: t.field({ type: [ref], description: 'At least one of these holds; an empty list does not.' }),
      NOT: t.field({ type: ref, description: 'This does not hold.' }),
    }),
  });
  return ref;
}
