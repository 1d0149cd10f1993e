import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  isScalarType,
  Kind,
  parseValue,
  print,
  type ValueNode,
} from 'graphql';

/** Scalars that are written without quotes. */
const BARE = new Set(['Int', 'Float', 'SafeInt', 'Boolean']);

/** Scalars in quotes that do not take every text. */
const STARTS: ReadonlyMap<string, string> = new Map([
  ['BigInt', '0'],
  ['DateTime', '2026-01-01T00:00:00Z'],
]);

const isBare = (type: GraphQLInputType): boolean => isScalarType(type) && BARE.has(type.name);

/** What an argument starts with when it is ticked. */
export function emptyValue(given: GraphQLInputType): ValueNode {
  const type = getNullableType(given);
  if (isListType(type)) return { kind: Kind.LIST, values: [emptyValue(type.ofType)] };
  if (isEnumType(type)) return { kind: Kind.ENUM, value: type.getValues()[0]?.name ?? '' };
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return {
      kind: Kind.OBJECT,
      fields: fields.map(({ name, type: of }) => ({
        kind: Kind.OBJECT_FIELD,
        name: { kind: Kind.NAME, value: name },
        value: emptyValue(of),
      })),
    };
  }
  if (isScalarType(type) && type.name === 'Boolean') return { kind: Kind.BOOLEAN, value: true };
  if (isBare(type)) return { kind: Kind.INT, value: '10' };
  return { kind: Kind.STRING, value: STARTS.get(type.name) ?? '' };
}

/** What is typed into a field: a variable, a number, a text without its quotes. Undefined while it is none of them. */
export function typedValue(given: GraphQLInputType, text: string): ValueNode | undefined {
  const type = getNullableType(given);
  if (!/^\$[A-Za-z_]\w*$/.test(text) && !isBare(type)) return { kind: Kind.STRING, value: text };
  try {
    const value = parseValue(text);
    return value.kind === Kind.VARIABLE || value.kind === Kind.INT || value.kind === Kind.FLOAT
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

/** The inverse of `typedValue`. */
export const shownValue = (value: ValueNode): string =>
  value.kind === Kind.STRING ? value.value : print(value);
