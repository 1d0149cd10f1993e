import { GraphQLError } from 'graphql';
import { GraphQLJSON, GraphQLSafeInt } from 'graphql-scalars';
import { isTimestamp } from '../connection/timestamp.ts';
import { isBigInt } from '../connection/value.ts';
import { builder } from './builder.ts';

const refuse = (what: string): GraphQLError =>
  new GraphQLError(what, { extensions: { code: 'BAD_USER_INPUT' } });

builder.scalarType('BigInt', {
  description: 'A whole number of up to 63 bits, as a string, so that no client rounds it.',
  // The specifications of Long at scalars.graphql.org all want JSON numbers; this mapping writes strings and takes both.
  specifiedByURL: 'https://protobuf.dev/programming-guides/json/',
  serialize: (value) => String(value),
  parseValue: (value) => {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (typeof text !== 'string' || !isBigInt(text))
      throw refuse('BigInt takes a whole number of up to 63 bits, as a string.');
    return text;
  },
});

builder.scalarType('DateTime', {
  description:
    'A point in time as ISO 8601 text with its offset, to the microsecond: 2026-02-06T19:24:38.230136+00:00. Years before the year 1 end with " BC"; infinity and -infinity are values too.',
  specifiedByURL: 'https://scalars.graphql.org/chillicream/date-time.html',
  serialize: (value) => (value instanceof Date ? value.toISOString() : value),
  parseValue: (value) => {
    if (typeof value !== 'string' || !isTimestamp(value)) {
      throw refuse('DateTime takes ISO 8601 text with an offset, e.g. "2026-02-06T19:24:38Z".');
    }
    return value;
  },
});

builder.addScalarType('JSON', GraphQLJSON, { description: 'Any JSON value.' });
builder.addScalarType('SafeInt', GraphQLSafeInt, {
  description: 'A whole number as a JSON number, exact up to 2^53 - 1: counts and sums.',
});
