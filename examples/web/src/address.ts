import { useEffect, useState } from 'react';

/** What narrows and orders the list of runs. */
export interface Filter {
  readonly outcome: string;
  readonly text: string;
  readonly order: string;
}

/** What is shown, as the address says it: behind the #, so that any file server can serve this page. */
export type Address =
  | { readonly is: 'runs'; readonly filter: Filter }
  | { readonly is: 'run'; readonly runId: string }
  | { readonly is: 'paper'; readonly docId: string }
  | { readonly is: 'comparison'; readonly left: string; readonly right: string };

export const runAddress = (runId: string): string => `#/runs/${encodeURIComponent(runId)}`;
export const paperAddress = (docId: string): string => `#/papers/${encodeURIComponent(docId)}`;
export const comparisonAddress = (left: string, right: string): string =>
  `#/compare/${encodeURIComponent(left)}/${encodeURIComponent(right)}`;

export function runsAddress(filter: Filter): string {
  const parameters = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  return parameters.size > 0 ? `#/runs?${parameters}` : '#/runs';
}

function readAddress(hash: string): Address {
  const [path = '', search = ''] = hash.replace(/^#\//, '').split('?', 2);
  const [page, first = '', second = ''] = path.split('/').map(decoded);
  if (page === 'runs' && first !== '') return { is: 'run', runId: first };
  if (page === 'papers' && first !== '') return { is: 'paper', docId: first };
  if (page === 'compare' && second !== '') return { is: 'comparison', left: first, right: second };
  const given = new URLSearchParams(search);
  const value = (name: string): string => given.get(name) ?? '';
  return { is: 'runs', filter: { outcome: value('outcome'), text: value('text'), order: value('order') } };
}

/** As it is, where somebody has cut an address within a sign. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function useAddress(): Address {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = (): void => setHash(location.hash);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return readAddress(hash);
}
