import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { getDatamodel } from '../../../prisma/generated/pothos-types.ts';
import type { TableType } from '../../database/tables.ts';
import { slotValue } from '../../execution/row.ts';
import { builder, isTypeName, type TypeName } from '../../schema/builder.ts';
import { treatmentOf } from '../../security/policies.ts';
import { redactAt } from '../../security/redact-path.ts';
import { needOf, needs } from '../need.ts';
import { propertyOf } from './property-of.ts';

const meaningOf = (type: TableType, field: string): string => {
  const fields = getDatamodel().datamodel.models[type]?.fields ?? [];
  return fields.find(({ name }) => name === field)?.documentation ?? '';
};

/**
 * Gives a type its JSON columns. They can be cut in the database, since a report's payload can be 150 kB where a caller
 * wants one key of it.
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
            description: meaningOf(type, name),
            args: {
              path: t.arg.string({
                description:
                  'Only the part under these keys, separated by dots, e.g. "report.questions" or "items.0.id".',
              }),
            },
            extensions: needs({ kind: 'json', field: name }),
            resolve: (row, _args, _context, info) => slotValue(row, info),
          }),
        ];
      }),
    ),
  );
}

/**
 * Redacts, in a schema that is made, whatever the policies say is redacted, so that no type has to remember it. Throws
 * for a field that gives what must not be given.
 */
export function redactFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !isTypeName(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      const treatments = columnsOf(field).map((column) => treatmentOf(type.name, column));
      // `digest` columns are read by fields that say so by their name: sessionIdDigest.
      if (treatments.includes('never') || (treatments.includes('digest') && !field.name.endsWith('Digest'))) {
        throw new Error(`${type.name}.${field.name} gives a column that src/security/policies keeps back.`);
      }
      if (treatments.includes('redacted')) redactField(field);
    }
  }
  return schema;
}

function columnsOf(field: GraphQLField<unknown, unknown>): readonly string[] {
  const need = needOf(field.extensions);
  if (need?.kind === 'value') return need.fields;
  return need?.kind === 'json' ? [need.field] : [];
}

const SAYS = 'Credentials in it are replaced by "[redacted]".';

/** What a field of an answer adds to its description, and does to its value, where that is made of a redacted column. */
export const REDACTED_PART = { says: SAYS, given: (value: unknown): unknown => redactAt([], value) } as const;

function redactField(field: GraphQLField<unknown, unknown>): void {
  const { resolve = propertyOf(field.name), description } = field;
  field.description = `${description ?? ''} ${SAYS}`.trim();
  field.resolve = (row, args, context, info) => {
    const value: unknown = resolve(row, args, context, info);
    if (value instanceof Error) throw value;
    // What lies below a key that names a secret is one, whether the key or its parent was asked for.
    return redactAt(typeof args.path === 'string' ? args.path.split('.') : [], value);
  };
}
