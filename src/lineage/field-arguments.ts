import type { Where } from '../connection/condition.ts';
import type { Order, Page } from '../connection/keyset.ts';

/** The arguments of one selected field in one request, checked. Requests of one `shape` share a statement. */
export interface FieldArguments {
  readonly shape: string;
  readonly page: Page;
  readonly orders: readonly Order[];
  /** The order in place of one that nobody asked for, where its columns cannot be read. */
  readonly otherwise?: readonly Order[];
  readonly where: Where | undefined;
  /** For a JSON field: the keys that lead to the part asked for, as far as the database follows them. */
  readonly path: readonly string[];
  /** The arguments that the relation declares itself. */
  readonly own: unknown;
}

const NO_PAGE: Page = { limit: 0, backward: false, after: undefined, before: undefined };
export const NO_ARGUMENTS: FieldArguments = {
  shape: '',
  page: NO_PAGE,
  orders: [],
  where: undefined,
  path: [],
  own: undefined,
};
