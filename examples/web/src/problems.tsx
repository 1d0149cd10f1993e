import type { CombinedError } from 'urql';

interface Props {
  readonly error: CombinedError | undefined;
  /** Only errors of this field of the answer, e.g. `['workflowRun', 'records']`; all by default. */
  readonly at?: readonly string[];
}

/** What did not load. An answer can hold both: a part that failed is null, and its error names where and why. */
export function Problems({ error, at = [] }: Props) {
  if (!error) return null;
  if (error.networkError && error.graphQLErrors.length === 0) {
    return <p role="alert">The server does not answer: {error.networkError.message}</p>;
  }
  const here = error.graphQLErrors.filter(({ path = [] }) => at.every((name, level) => path[level] === name));
  // Rows fail alike: said once.
  const messages = new Map(here.map(({ message, extensions }) => [message, String(extensions.code)]));
  return [...messages].map(([message, code]) => (
    <p role="alert" key={message}>
      <code>{code}</code> {message}
    </p>
  ));
}
