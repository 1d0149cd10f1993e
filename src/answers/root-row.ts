import type { Row } from '../execution/row.ts';

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** What `lineage.root` found, where a root field gives one row or one page. */
export const rootRow = (found: unknown): Row | null => (isRow(found) ? found : null);
