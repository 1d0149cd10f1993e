import type { TableType } from '../../database/tables.ts';
import { numberIn, textIn } from '../../execution/row.ts';
import { builder, type TypeName } from '../../schema/builder.ts';
import { rowsNamed } from '../joined.ts';
import { needs } from '../need.ts';
import { kindOf } from '../row-type.ts';

/** What a column means, whether a table holds it or not. */
export const meaningOfColumn = (type: TypeName, field: string): string =>
  rowsNamed(type).columns.get(field)?.description ?? '';

/** Gives the type of a table a column that the table does not hold: a text or a number. */
export function computedField(type: TableType, field: string): void {
  const options = {
    nullable: true,
    description: meaningOfColumn(type, field),
    extensions: needs({ kind: 'value', fields: [field] }),
  } as const;
  const isNumber = kindOf(rowsNamed(type), field) === 'Float';
  builder.objectField(type, field, (t) =>
    isNumber
      ? t.float({ ...options, resolve: (row) => numberIn(row, field) })
      : t.string({ ...options, resolve: (row) => textIn(row, field) }),
  );
}
