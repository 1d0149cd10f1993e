import type { TableType } from '../../database/tables.ts';
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
      resolve: (row) => textIn(row[field]),
    }),
  );
}

/** Made of a column that this database may lack: then it is the error that says so. */
function textIn(value: unknown): string | null {
  if (value instanceof Error) throw value;
  return typeof value === 'string' ? value : null;
}
