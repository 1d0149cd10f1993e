import { builder } from '../schema/builder.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './keyset.ts';
import { orderInput } from './order-input.ts';
import { type ListedType, whereInput } from './where-input.ts';

/** Which page of a list. */
export const pageArguments = () =>
  builder.args((t) => ({
    first: t.int({
      description: `How many rows from the start (or after the cursor): 0 to ${MAX_PAGE_SIZE}, ${DEFAULT_PAGE_SIZE} by default.`,
    }),
    after: t.string({ description: 'Rows after this cursor only.' }),
    last: t.int({ description: `How many rows from the end (or before the cursor): 0 to ${MAX_PAGE_SIZE}.` }),
    before: t.string({ description: 'Rows before this cursor only.' }),
  }));

/** The arguments of every list: which rows, in which order, and which page of them. */
export const connectionArguments = (
  type: ListedType,
  /** Whose rows the filter is about: of a list of sums, those that are summed. */
  filtered = type,
) => ({
  ...pageArguments(),
  ...builder.args((t) => ({
    where: t.field({ type: whereInput(filtered), description: 'Which rows; all by default.' }),
    orderBy: t.field({
      type: [orderInput(type.name, type.columns)],
      description: 'Sorted by the first, then the second ...; the key decides between equals.',
    }),
  })),
});
