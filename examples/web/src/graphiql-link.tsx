import { stringifyDocument, type TypedDocumentNode } from 'urql';
import { endpoint } from './client.ts';

interface Props<V> {
  readonly query: TypedDocumentNode<unknown, V>;
  readonly variables: V;
}

/** Opens the question of this page in GraphiQL: query and variables stand behind the #, which no server sees. */
export function GraphiqlLink<V>({ query, variables }: Props<V>) {
  const parameters = new URLSearchParams({
    query: stringifyDocument(query),
    variables: JSON.stringify(variables, null, 2),
  });
  return (
    <a className="button" href={`${endpoint}#${parameters.toString().replaceAll('+', '%20')}`}>
      Open in GraphiQL
    </a>
  );
}
