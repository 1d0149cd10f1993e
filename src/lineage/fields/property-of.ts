import { isRow } from '../../execution/row.ts';

/**
 * What a field without a resolver gives. graphql's own takes the name from `info`, which graphql-jit can give a field
 * from another one.
 */
export const propertyOf =
  (name: string) =>
  (row: unknown): unknown =>
    isRow(row) ? row[name] : undefined;
