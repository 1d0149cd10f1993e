import { type GraphQLField, type GraphQLSchema, getNullableType, isEnumType, isObjectType } from 'graphql';
import { storedValue } from '../../errors.ts';
import { isTypeName } from '../../schema/builder.ts';
import { propertyOf } from './property-of.ts';

/**
 * In a schema that is made, checks each field of a closed set: a value outside of it, which a database without the
 * CHECK can hold, is an error at its field and takes neither its row nor its list along.
 */
export function checkClosedSets(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !isTypeName(type.name)) continue;
    for (const field of Object.values(type.getFields())) checkField(type.name, field);
  }
  return schema;
}

function checkField(owner: string, field: GraphQLField<unknown, unknown>): void {
  const named = getNullableType(field.type);
  if (!isEnumType(named)) return;
  const known = new Set(named.getValues().map(({ value }) => value));
  const { resolve = propertyOf(field.name) } = field;
  field.resolve = (row, args, context, info) => {
    const value: unknown = resolve(row, args, context, info);
    if (value instanceof Error) throw value;
    if (value != null && !known.has(value)) throw storedValue(`${owner}.${field.name}`);
    return value;
  };
}
