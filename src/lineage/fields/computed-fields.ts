import type { TableType } from '../../database/tables.ts';
import { textIn } from '../../execution/row.ts';
import { builder, type TypeName } from '../../schema/builder.ts';
import { rowsNamed } from '../joined.ts';
import { needs } from '../need.ts';

/** What a column means, whether a table holds it or not. */
export const meaningOfColumn = (type: TypeName, field: string): string =>
  rowsNamed(type).columns.get(field)?.description ?? '';

/** Gives the type of a table a text that the table does not hold. */
export function computedTextField(type: TableType, field: string): void {
  builder.objectField(type, field, (t) =>
    t.string({
      nullable: true,
      description: meaningOfColumn(type, field),
      extensions: needs({ kind: 'value', fields: [field] }),
      resolve: (row) => textIn(row, field),
    }),
  );
}
