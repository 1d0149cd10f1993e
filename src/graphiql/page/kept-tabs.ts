import type { Tab } from './example-tab.ts';

/** Where GraphiQL keeps its tabs and what its editors hold, and where we keep the examples as it was given them. */
const TABS = 'graphiql:tabState';
const QUERY = 'graphiql:query';
const VARIABLES = 'graphiql:variables';
const GIVEN = 'lineage-examples';

/** The part of `localStorage` that is needed. */
interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function read(storage: Kept, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    // Not ours to mend: GraphiQL starts anew then.
    return null;
  }
}

const isSame = (tab: Fields, given: unknown): boolean =>
  isFields(given) && tab.query === given.query && tab.variables === given.variables;

function edit(storage: Kept, { query, variables }: Fields | Tab): void {
  storage.setItem(QUERY, String(query ?? ''));
  storage.setItem(VARIABLES, String(variables ?? ''));
}

/**
 * A browser keeps the tabs of its last visit. Examples that nobody changed since then get the values of the database of
 * today, which may be another one at the same address. The editors start with what the open tab holds.
 */
export function renewExamples(storage: Kept, tabs: readonly Tab[]): void {
  const kept = read(storage, TABS);
  const given = read(storage, GIVEN);
  storage.setItem(GIVEN, JSON.stringify(tabs));
  if (!isFields(kept) || !Array.isArray(kept.tabs)) {
    // GraphiQL itself would start with the query of its first tab, and without the variables.
    if (tabs[0]) edit(storage, tabs[0]);
    return;
  }
  if (!Array.isArray(given)) return;
  const renewed: readonly unknown[] = kept.tabs.map((tab: unknown) => {
    const place = isFields(tab) ? given.findIndex((one) => isSame(tab, one)) : -1;
    const now = tabs[place];
    return isFields(tab) && now ? { ...tab, ...now } : tab;
  });
  storage.setItem(TABS, JSON.stringify({ ...kept, tabs: renewed }));
  const open = renewed[Number(kept.activeTabIndex)];
  if (isFields(open)) edit(storage, open);
}
