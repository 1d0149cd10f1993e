import { isTableType } from '../database/tables.ts';
import type { Distribution, Sources } from './source.ts';

/** Where rows of a type lie in a distributed database. A run lies where its header does. */
export function distributionOf(type: string, sources: Sources): Distribution | undefined {
  const table = type === 'WorkflowRun' ? 'RunRecord' : type;
  return isTableType(table) ? sources.distributionOf(table) : undefined;
}
