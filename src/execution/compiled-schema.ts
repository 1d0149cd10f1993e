import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLOutputType,
  GraphQLScalarType,
  type GraphQLSchema,
  GraphQLString,
  Kind,
  type TypeNode,
} from 'graphql';
import { remember } from '../remember.ts';

const schemas = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * The schema as compiled code sees it, to be compiled without serialising built-in types: texts, whole numbers and
 * booleans leave as they were read (`lineage/json-column.ts`). What must be serialised is no built-in type here.
 */
export const compiledSchema = (schema: GraphQLSchema): GraphQLSchema =>
  remember(schemas, schema, () =>
    withCoerced(
      mapSchema(schema, {
        [MapperKind.OBJECT_FIELD]: (field) => ({ ...field, type: replaceLeaf(field.type) }),
      }),
    ),
  );

/** Texts, though not of a built-in type. */
const TEXTS: ReadonlySet<string> = new Set(['BigInt', 'DateTime']);
/** Not every number of the database, and of a sum, is one of JSON: NaN and Infinity are errors. */
const FLOAT = new GraphQLScalarType({ name: 'FiniteFloat', serialize: GraphQLFloat.serialize });

function replaceLeaf(type: GraphQLOutputType): GraphQLOutputType {
  if (type instanceof GraphQLNonNull) return new GraphQLNonNull(replaceLeaf(type.ofType));
  if (type instanceof GraphQLList) return new GraphQLList(replaceLeaf(type.ofType));
  if (TEXTS.has(type.name)) return GraphQLString;
  if (type === GraphQLFloat) return FLOAT;
  // Its values have other names in the answer.
  if (type instanceof GraphQLEnumType)
    return new GraphQLScalarType({ name: `${type.name}Name`, serialize: (value) => type.serialize(value) });
  return type;
}

/**
 * Variables are coerced by graphql-js before compiled code sees them: graphql-jit writes the coercion out, level by
 * level, and never ends for an input type that contains itself, as every `where` does; it also knows no defaults of
 * variables that may not be null. To compiled code each variable has this type, which lets any value through.
 */
const COERCED = new GraphQLScalarType({ name: 'Coerced' });
export const COERCED_TYPE: TypeNode = {
  kind: Kind.NAMED_TYPE,
  name: { kind: Kind.NAME, value: '(coerced)' },
};

/** The schema with one type more that can be looked up, but is not listed. */
function withCoerced(schema: GraphQLSchema): GraphQLSchema {
  const getType: GraphQLSchema['getType'] = (name) => (name === '(coerced)' ? COERCED : schema.getType(name));
  return Object.create(schema, { getType: { value: getType } });
}
