import type { Order } from './keyset.ts';

/** The directions of an order, for callers. */
export const DIRECTIONS = {
  ASC: { description: 'Smallest, earliest, first of the alphabet first; missing values last.' },
  DESC: { description: 'Largest, latest, last of the alphabet first; missing values first.' },
  ASC_NULLS_FIRST: { description: 'As ASC, but missing values first. No index serves it.' },
  DESC_NULLS_LAST: { description: 'As DESC, but missing values last. No index serves it.' },
} as const;

/** In a column that is never null it does not matter where nulls would stand, and an index may serve the order. */
export const orderIn = (field: string, direction: string, nullable: boolean): Order => ({
  field,
  descending: direction.startsWith('DESC'),
  ...(nullable && direction.includes('NULLS') && { nullsSmallest: true }),
});
