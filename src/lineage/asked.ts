import type { Where } from '../connection/condition.ts';
import { LineageError } from '../errors.ts';
import type { FieldArguments } from './field-arguments.ts';
import type { Parents } from './parents.ts';
import { NO_PLACE } from './query.ts';

/** What one request asks of a statement: all that can differ between requests of one shape. */
export interface Asked {
  /** Per place of the document, the arguments of the field there, or the error they earned. */
  readonly arguments: readonly (FieldArguments | LineageError)[];
  /** The variables, for @skip and @include. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The prices of models, as JSON, where the statement needs them. */
  readonly prices?: string;
  /** The projects that the caller is bound to. */
  readonly projects: readonly string[] | undefined;
  /** For a part: by what its parents lead to it, a list for each field. */
  readonly keys?: readonly (readonly unknown[])[];
  /** Where the rows that parts belong to are noted while they are read. */
  readonly parents?: Parents;
}

export function argumentsAt(asked: Asked, place: number): FieldArguments {
  const given = place === NO_PLACE ? undefined : asked.arguments[place];
  if (!given || given instanceof LineageError)
    throw new Error('A statement was asked with arguments of another shape.');
  return given;
}

const NOTHING: Where = {};

/** Reads the filter of a field from each request. */
export const whereAt =
  (place: number) =>
  (asked: Asked): Where =>
    argumentsAt(asked, place).where ?? NOTHING;
