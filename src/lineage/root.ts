import type { RowType } from './row-type.ts';

/** The row that root fields stand in: it has no columns. */
export const ROOT: RowType = { name: 'Query', columns: new Map(), key: [], defaultOrder: [] };
