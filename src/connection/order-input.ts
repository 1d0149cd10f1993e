import type { InputRef } from '@pothos/core';
import { remember } from '../remember.ts';
import { builder } from '../schema/builder.ts';
import { columnMeaning, type ListColumn } from './list-column.ts';
import { DIRECTIONS } from './order-direction.ts';

const Direction = builder.enumType('OrderDirection', {
  description:
    'Which way to sort. A missing value counts as the largest unless the direction says otherwise.',
  values: DIRECTIONS,
});

type OrderTerm = Readonly<Record<string, unknown>>;
const orders = new Map<string, InputRef<OrderTerm>>();

/** `<Type>OrderBy`: one column and its direction; a list of them sorts by the first, then the second ... */
export const orderInput = (type: string, columns: readonly ListColumn[]): InputRef<OrderTerm> =>
  remember(orders, type, () =>
    builder.inputRef<OrderTerm>(`${type}OrderBy`).implement({
      description: `One column of ${type} to sort by: give exactly one.`,
      fields: (t) =>
        Object.fromEntries(
          columns
            .filter(({ kind, compared }) => kind !== 'Json' && compared)
            .map((column) => [
              column.field,
              t.field({ type: Direction, description: columnMeaning(column) }),
            ]),
        ),
    }),
  );
