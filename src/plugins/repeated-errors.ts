import { GraphQLError } from 'graphql';

/** The path of a field with its places in lists left out; undefined where it lies in no list. */
function fieldInList({ path }: GraphQLError): string | undefined {
  if (!path?.some((key) => typeof key === 'number')) return undefined;
  return JSON.stringify(path.map((key) => (typeof key === 'number' ? 0 : key)));
}

/**
 * One field that fails in the same way for each of 500 rows is one error: the first, whose `extensions.count` says how
 * often. Errors that differ in anything but their place in a list stay apart.
 */
export function groupRepeated(errors: readonly GraphQLError[]): GraphQLError[] {
  const groups = new Map<string | GraphQLError, GraphQLError[]>();
  for (const error of errors) {
    const field = fieldInList(error);
    const key = field === undefined ? error : JSON.stringify([field, error.message, error.extensions]);
    const group = groups.get(key);
    if (group) group.push(error);
    else groups.set(key, [error]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const { message, nodes, source, positions, path, extensions } = first;
    return new GraphQLError(message, {
      nodes: nodes ?? null,
      source,
      positions,
      path,
      extensions: { ...extensions, count: group.length },
    });
  });
}
