import type { GraphQLResolveInfo } from 'graphql';
import { type Row, SLOTS } from '../execution/row.ts';
import type { FoundNeed } from './need.ts';
import { NODE_TYPES, type Reference, references } from './nodes.ts';
import type { Cell } from './query.ts';
import type { Cost, Relation } from './relation.ts';

/** Rows of any type that a root field looks for by statements of its own, to describe them by one more. */
export interface Sought {
  /** What they can be, and when they are found, what they are. */
  readonly types: readonly string[];
  /** Empty until they are found. */
  readonly rows: readonly Reference[];
  /** What the field itself reads of a row of this type. */
  readonly cells: (type: string) => readonly Cell[];
  /** What finding and describing them may cost, known before. */
  readonly cost: Cost;
}

/** How many rows are found at most, whatever the arguments are. */
export const MAX_FOUND = 1000;

/** The need of a root field whose rows stand at `at` in its answer; `read` throws BAD_USER_INPUT. */
export function found(
  name: string,
  at: readonly string[],
  read: (given: Readonly<Record<string, unknown>>) => Sought,
): FoundNeed {
  const relation: Relation<Sought> = {
    ...references<Sought>(name, ({ rows }) => rows),
    types: (sought) => sought?.types ?? NODE_TYPES,
    cost: ({ cost }) => cost,
    args: { read: (given) => ({ value: read(given), shape: '' }) },
  };
  return {
    kind: 'found',
    relation,
    at,
    cells: (type, sought: Sought | undefined) => sought?.cells(type) ?? [],
  };
}

/** Where a row keeps what the field itself reads of it. */
export const FOUND = 'found';
/** Where it keeps what is selected of it under these names of the answer, which have no dots. */
export const selectedAt = (path: readonly string[]): string => path.join('.');

/** What is selected of a row at this field of the answer: the row itself, or null when it is gone by now. */
export function selectedOf(row: Row, { path }: GraphQLResolveInfo): unknown {
  const names: string[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev)
    if (typeof at.key === 'string') names.unshift(at.key);
  // The first is the root field, to which the rows belong.
  const value = row[SLOTS]?.[selectedAt(names.slice(1))];
  if (value instanceof Error) throw value;
  return value;
}
