import type { Tab } from './example-tab.ts';

interface Address {
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** The query and variables that an address asks to be opened with: behind # as `shareLink` writes them, or behind ?. */
export function sharedTab({ search, hash }: Pick<Address, 'search' | 'hash'>): Tab | undefined {
  for (const part of [hash, search]) {
    const parameters = new URLSearchParams(part.slice(1));
    const query = parameters.get('query');
    if (query) return { query, variables: parameters.get('variables') ?? '' };
  }
  return undefined;
}

/**
 * An address that opens the same query and variables; headers and the token are no part of it. They stand behind #, which
 * a browser sends to no server and no log.
 */
export function shareLink({ origin, pathname }: Pick<Address, 'origin' | 'pathname'>, tab: Tab): string {
  const parameters = new URLSearchParams({ query: tab.query });
  if (tab.variables.trim() !== '') parameters.set('variables', tab.variables);
  // Programs that find links in texts end them at a +.
  return `${origin}${pathname}#${parameters.toString().replaceAll('+', '%20')}`;
}
