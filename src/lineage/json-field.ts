import { getDatamodel } from '../../prisma/generated/pothos-types.ts';
import { builder, type TypeName } from '../builder.ts';
import { slotValue } from '../connection/row.ts';
import type { TableType } from '../database/tables.ts';
import { redact } from '../security/redact.ts';
import type { Need } from './need.ts';

/**
 * Gives a type its JSON columns: redacted whatever is in them, and cut in the database, since a report's payload can
 * be 150 kB where a caller wants one key of it.
 */
export function jsonFields(type: TableType & TypeName, names: readonly string[]): void {
  const documented = getDatamodel().datamodel.models[type]?.fields ?? [];
  builder.objectFields(type, (t) =>
    Object.fromEntries(
      names.map((name) => {
        const need: Need = { kind: 'json', field: name };
        const meaning = documented.find((field) => field.name === name)?.documentation ?? '';
        return [
          name,
          t.field({
            type: 'JSON',
            nullable: true,
            description: `${meaning} Credentials in it are replaced by "[redacted]".`,
            args: {
              path: t.arg.string({
                description:
                  'Only the part under these keys, parted by dots, e.g. "report.questions" or "items.0.id".',
              }),
            },
            extensions: { need },
            resolve: (row, _args, _context, info) => redact(slotValue(row, info)),
          }),
        ];
      }),
    ),
  );
}
