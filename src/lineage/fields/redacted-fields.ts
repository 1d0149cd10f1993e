import { getDatamodel } from '../../../prisma/generated/pothos-types.ts';
import type { TableType } from '../../database/tables.ts';
import { slotValue } from '../../execution/row.ts';
import { builder, type TypeName } from '../../schema/builder.ts';
import { redact, redactText } from '../../security/redact.ts';
import { needs } from '../need.ts';

const REDACTED = 'Credentials in it are replaced by "[redacted]".';

const meaningOf = (type: TableType, field: string): string => {
  const fields = getDatamodel().datamodel.models[type]?.fields ?? [];
  return fields.find(({ name }) => name === field)?.documentation ?? '';
};

/**
 * Gives a type its JSON columns: redacted whatever is in them, and cut in the database, since a report's payload can
 * be 150 kB where a caller wants one key of it.
 */
export function jsonFields(type: TableType & TypeName, names: readonly string[]): void {
  builder.objectFields(type, (t) =>
    Object.fromEntries(
      names.map((name) => {
        return [
          name,
          t.field({
            type: 'JSON',
            nullable: true,
            description: `${meaningOf(type, name)} ${REDACTED}`,
            args: {
              path: t.arg.string({
                description:
                  'Only the part under these keys, separated by dots, e.g. "report.questions" or "items.0.id".',
              }),
            },
            extensions: needs({ kind: 'json', field: name }),
            resolve: (row, _args, _context, info) => redact(slotValue(row, info)),
          }),
        ];
      }),
    ),
  );
}

/** Gives a type its text columns that quote other programs, and so may quote a URL with a password. */
export function redactedTextFields(type: TableType & TypeName, names: readonly string[]): void {
  builder.objectFields(type, (t) =>
    Object.fromEntries(
      names.map((name) => {
        return [
          name,
          t.string({
            nullable: true,
            description: `${meaningOf(type, name)} ${REDACTED}`,
            extensions: needs({ kind: 'value', fields: [name] }),
            resolve: ({ [name]: value }) => {
              if (value instanceof Error) throw value;
              return typeof value === 'string' ? redactText(value) : null;
            },
          }),
        ];
      }),
    ),
  );
}
