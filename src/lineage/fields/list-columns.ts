import type { ListColumn } from '../../connection/list-column.ts';
import { treatmentOf } from '../../security/policies.ts';
import type { RowType } from '../row-type.ts';

/** The columns by which a type can be filtered and sorted. */
export const listColumns = ({ name, columns }: RowType): readonly ListColumn[] =>
  [...columns.values()].flatMap((column) => {
    const treatment = treatmentOf(name, column.field);
    if (column.kind === 'Json' || treatment === 'digest' || treatment === 'never') return [];
    return [{ ...column, compared: treatment === 'open' }];
  });
