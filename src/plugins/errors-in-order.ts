import type { GraphQLError } from 'graphql';

/**
 * The errors by the place of their field in the document, those of one field by their places in lists. Root fields
 * are read at once, so which fails first is chance; the same request gives its errors in the same order.
 */
export const inDocumentOrder = (errors: readonly GraphQLError[]): readonly GraphQLError[] =>
  errors.length < 2 ? errors : errors.toSorted((a, b) => compare(place(a), place(b)));

const place = ({ positions, path }: GraphQLError): readonly number[] => [
  positions?.[0] ?? 0,
  ...(path ?? []).filter((key) => typeof key === 'number'),
];

/** As words are sorted, with numbers for letters. */
function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, at) => value !== b[at]);
  if (differing === -1) return a.length - b.length;
  return (a[differing] ?? 0) - (b[differing] ?? -1);
}
