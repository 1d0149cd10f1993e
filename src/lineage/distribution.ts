import { isTableType, type TableType } from '../database/tables.ts';
import type { Distribution, Sources } from './source.ts';

/** The table in which the rows of a type lie; a run lies where its header does. Undefined for rows of answers. */
export function tableOf(type: string): TableType | undefined {
  if (type === 'WorkflowRun') return 'RunRecord';
  return isTableType(type) ? type : undefined;
}

/** Where rows of a type lie in a distributed database. */
export function distributionOf(type: string, sources: Sources): Distribution | undefined {
  const table = tableOf(type);
  return table && sources.distributionOf(table);
}
