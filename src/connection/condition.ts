import type { OperatorName } from './operators.ts';

/** What a caller wrote as `where`: per field its operators, beside AND, OR and NOT. */
export interface Where {
  readonly [fieldOrLogic: string]: unknown;
}

/** How many of the rows that a row leads to must fulfil a filter of their own. */
export type Quantifier = 'some' | 'none' | 'every';

/** What a filter says. Values are not part of it: `at` says where each stands in `Filter.values`. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: OperatorName;
      /** Where the value stands among the values; of a flag, which is part of the SQL, the flag itself. */
      readonly given: number | boolean;
    }
  | {
      readonly kind: 'related';
      readonly field: string;
      readonly quantifier: Quantifier;
      /** Where the inner filter stands among the values. */
      readonly at: number;
      readonly inner: Condition;
    };

/** A filter, read once: what it says, and its values in the order in which they stand there. */
export interface Filter {
  readonly condition: Condition;
  readonly values: readonly unknown[];
}

export const isWhere = (value: unknown): value is Where =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * How many conditions a filter has, those of inner filters included; a part without any counts as one. Walks without
 * recursion and checks nothing, so that it can count what a caller sent before anything else looks at it.
 */
export function countConditions(where: unknown): number {
  let count = 0;
  const open: unknown[] = isWhere(where) ? [where] : [];
  while (open.length > 0) {
    const next = open.pop();
    const parts = isWhere(next) ? Object.values(next) : Array.isArray(next) && next.some(isWhere) ? next : [];
    if (parts.length === 0) count += 1;
    for (const part of parts) open.push(part);
  }
  return count;
}
