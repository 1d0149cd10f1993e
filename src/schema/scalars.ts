import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { GraphQLJSON, GraphQLSafeInt } from 'graphql-scalars';
import { isTimestamp } from '../connection/timestamp.ts';
import { isBigInt } from '../connection/value.ts';
import { builder } from './builder.ts';

/** A scalar that travels as text. Literals are read from their own text: a number would be rounded on the way. */
function textScalar(read: (value: unknown) => string | undefined, takes: string) {
  const refuse = (node?: ValueNode): GraphQLError =>
    new GraphQLError(takes, { nodes: node ?? null, extensions: { code: 'BAD_USER_INPUT' } });
  return {
    parseValue: (value: unknown): string => {
      const text = read(value);
      if (text === undefined) throw refuse();
      return text;
    },
    parseLiteral: (node: ValueNode): string => {
      const text = read(literal(node));
      if (text === undefined) throw refuse(node);
      return text;
    },
  };
}

const literal = (node: ValueNode): unknown =>
  node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : undefined;

function readBigInt(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' && isBigInt(text) ? text : undefined;
}

builder.scalarType('BigInt', {
  description: 'A whole number of up to 63 bits, as a string, so that no client rounds it.',
  // The specifications of Long at scalars.graphql.org all want JSON numbers; this mapping writes strings and takes both.
  specifiedByURL: 'https://protobuf.dev/programming-guides/json/',
  serialize: (value) => String(value),
  ...textScalar(readBigInt, 'BigInt takes a whole number of up to 63 bits, as a string.'),
});

builder.scalarType('DateTime', {
  description:
    'A point in time as ISO 8601 text with its offset, to the microsecond: 2026-02-06T19:24:38.230136+00:00. Years before the year 1 end with " BC"; infinity and -infinity are values too. A column without time zone is given as UTC.',
  specifiedByURL: 'https://scalars.graphql.org/chillicream/date-time.html',
  serialize: (value) => (value instanceof Date ? value.toISOString() : value),
  ...textScalar(
    (value) => (typeof value === 'string' && isTimestamp(value) ? value : undefined),
    'DateTime takes ISO 8601 text with an offset, e.g. "2026-02-06T19:24:38Z".',
  ),
});

builder.addScalarType('JSON', GraphQLJSON, { description: 'Any JSON value.' });
builder.addScalarType('SafeInt', GraphQLSafeInt, {
  description: 'A whole number as a JSON number, exact up to 2^53 - 1: counts and sums.',
});
