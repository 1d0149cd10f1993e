import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Draws a random value of fast-check; shrinking works on all that was drawn. */
type Draw = GeneratorValue;

const MAX_DEPTH = 6;

/** Drawn by place: fast-check compares what it draws from, and types of a schema refer to each other without end. */
function pick<Item>(items: readonly Item[], draw: Draw): Item {
  const item = items[draw(fc.nat, { max: items.length - 1 })];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** Texts that callers might send: known ids, words of the data, and what has broken programs before. */
const TEXTS = [
  'demo-walk',
  'completed',
  'labor',
  'gpt-5',
  '',
  ' ',
  '%',
  "'; drop table ingestion.documents; --",
  '" or 1=1',
  '\\',
  '\u0000',
  '\ud800',
  '😀',
  'x'.repeat(5000),
  '$1',
  '{"a":1}',
  'V29ya2Zsb3dSdW46ZGVtby13YWxr',
  'null',
] as const;

/** A valid query against the schema, drawn at random: fields, aliases, fragments, and arguments of the right kind. */
export function randomQuery(schema: GraphQLSchema, draw: Draw): string {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  return `query ${selection(schema, query, draw, 0)}`;
}

function selection(schema: GraphQLSchema, type: GraphQLObjectType, draw: Draw, depth: number): string {
  const fields = Object.values(type.getFields()).filter(
    (field) => depth < MAX_DEPTH || !isComposite(getNamedType(field.type)),
  );
  if (fields.length === 0) return '{ __typename }';
  const count = draw(fc.integer, depth === 0 ? { min: 2, max: 5 } : { min: 1, max: 4 });
  const chosen = Array.from({ length: count }, (_, index) => {
    const field = pick(fields, draw);
    const below = getNamedType(field.type);
    // Fields of one name with other arguments cannot be merged, so each has a name of its own.
    const head = `f${index}: ${field.name}${argumentsOf(field.args, draw)}`;
    if (!isComposite(below)) return head;
    const object = isObjectType(below) ? below : pick(schema.getPossibleTypes(below), draw);
    const inner = selection(schema, object, draw, depth + 1);
    return isObjectType(below) ? `${head} ${inner}` : `${head} { __typename ... on ${object.name} ${inner} }`;
  });
  const wrapped = draw(fc.integer, { min: 0, max: 9 }) === 0;
  return wrapped ? `{ ... on ${type.name} { ${chosen.join(' ')} } }` : `{ ${chosen.join(' ')} }`;
}

const isComposite = (type: unknown) => isObjectType(type) || isInterfaceType(type);

function argumentsOf(args: readonly GraphQLArgument[], draw: Draw): string {
  const given = args.filter((arg) => {
    // Cursors out of the blue are refused, which hides all below.
    const rarely = /^(after|before|last|path)$/.test(arg.name);
    return isRequiredArgument(arg) || draw(fc.nat, { max: rarely ? 20 : 3 }) === 0;
  });
  return given.length === 0 ? '' : `(${given.map((arg) => written(arg, draw, 0)).join(', ')})`;
}

const written = (of: GraphQLArgument | GraphQLInputField, draw: Draw, depth: number): string =>
  `${of.name}: ${value(of.type, draw, depth)}`;

function value(given: GraphQLInputType, draw: Draw, depth: number): string {
  const type = getNullableType(given);
  if (type === given && draw(fc.integer, { min: 0, max: 19 }) === 0) return 'null';
  if (isListType(type)) {
    const length = draw(fc.integer, { min: 0, max: 3 });
    return `[${Array.from({ length }, () => value(type.ofType, draw, depth)).join(', ')}]`;
  }
  if (isEnumType(type)) return pick(type.getValues(), draw).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      ({ name }) => depth < 3 || !['AND', 'OR', 'NOT'].includes(name),
    );
    const chosen = new Set([pick(fields, draw), pick(fields, draw)]);
    return `{ ${[...chosen].map((field) => written(field, draw, depth + 1)).join(', ')} }`;
  }
  return scalar(type.name, draw);
}

function scalar(name: string, draw: Draw): string {
  if (name === 'Boolean') return String(draw(fc.boolean));
  if (name === 'Int')
    return String(draw(fc.integer, { min: draw(fc.nat, { max: 9 }) === 0 ? -5 : 0, max: 40 }));
  if (name === 'Float') return String(draw(fc.integer, { min: -100, max: 100 }) / 8);
  // One wrong literal refuses the whole document, and hides all that is right in it.
  const isRight = draw(fc.nat, { max: 5 }) > 0;
  if (name === 'BigInt') {
    const bits = isRight ? 63n : 65n;
    return `"${draw(fc.bigInt, { min: -(2n ** bits) + 1n, max: 2n ** bits - 1n })}"`;
  }
  if (name === 'DateTime')
    return pick(isRight ? ['"2026-01-01T00:00:00Z"', '"0001-01-01T00:00:00Z"'] : ['"soon"'], draw);
  const text = draw(fc.boolean)
    ? pick(TEXTS, draw)
    : draw(fc.string, { unit: isRight ? 'grapheme' : 'binary' });
  return JSON.stringify(text);
}
