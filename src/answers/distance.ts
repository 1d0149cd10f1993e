import type { EdgeColumn } from '../connection/connection-type.ts';
import { needs } from '../lineage/need.ts';

/** How far a row is away, as a column of the edge that leads to it. */
export const distanceColumn = (description: string): EdgeColumn => ({
  type: 'Int',
  description,
  extensions: needs({ kind: 'value', fields: ['distance'] }),
});
