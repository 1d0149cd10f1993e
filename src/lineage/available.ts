import { LineageError } from '../errors.ts';

/** What can be had, or the error that says why it cannot: what is missing takes along only what needs it. */
export function attempt<Made>(make: () => Made): Made | LineageError {
  try {
    return make();
  } catch (error) {
    if (error instanceof LineageError) return error;
    throw error;
  }
}

/**
 * The ways that can be had. A table or column that the database lacks, or that the caller may not read, takes along the
 * way that needs it; the error is thrown where none is left.
 */
export function available<Part>(ways: readonly (() => readonly Part[])[]): readonly Part[] {
  const found = ways.map(attempt);
  const parts = found.flatMap((one) => (one instanceof LineageError ? [] : one));
  const lacking = found.find((one) => one instanceof LineageError);
  if (parts.length === 0 && lacking) throw lacking;
  return parts;
}
