import type { ListColumn } from '../../connection/list-column.ts';
import { columnsOf, isTableType, TABLES, type Table } from '../../database/tables.ts';
import { treatmentOf } from '../../security/policies.ts';
import type { RowType } from '../row-type.ts';

/** The columns by which a type can be filtered and sorted. */
export const listColumns = ({ name, columns }: RowType): readonly ListColumn[] =>
  [...columns.values()].flatMap((column) => {
    const treatment = treatmentOf(name, column.field);
    if (column.kind === 'Json' || treatment === 'digest' || treatment === 'never') return [];
    return [{ ...column, compared: treatment === 'open', isUnserved: isUnserved(name, column.field) }];
  });

/** Computed columns read rows of other tables, which the descriptions of these say. */
function isUnserved(name: string, field: string): boolean {
  if (!isTableType(name) || !columnsOf(name).has(field)) return false;
  const { indexed }: Table = TABLES[name];
  return indexed !== undefined && !indexed.includes(field);
}
