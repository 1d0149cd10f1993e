import {
  buildSchema,
  type GraphQLResolveInfo,
  getNullableType,
  graphqlSync,
  isEnumType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { REDACTED_PART } from '../../../src/lineage/fields/redacted-fields.ts';
import { needOf } from '../../../src/lineage/need.ts';
import { isTypeName } from '../../../src/schema/builder.ts';
import { schema } from '../../../src/schema/schema.ts';

/** What graphql-jit gives a field whose name it takes for that of another one. */
function infoOfAnother(): GraphQLResolveInfo {
  const infos: GraphQLResolveInfo[] = [];
  const other = (_args: object, _context: unknown, info: GraphQLResolveInfo) => void infos.push(info);
  graphqlSync({
    schema: buildSchema('type Query { other: String }'),
    source: '{ other }',
    rootValue: { other },
  });
  const [info] = infos;
  if (!info) throw new Error('The field was not asked.');
  return info;
}

/** Columns that are given redacted, or that are checked to be of a closed set. */
const CHECKED = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (!isObjectType(type) || !isTypeName(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const need = needOf(field.extensions);
    const named = getNullableType(field.type);
    const isChecked = isEnumType(named) || field.description?.includes(REDACTED_PART.says);
    if (!isChecked || need?.kind !== 'value' || need.fields.join() !== field.name) return [];
    const value: unknown = isEnumType(named) ? named.getValues()[0]?.value : 'a text';
    return [{ name: `${type.name}.${field.name}`, field, value }];
  });
});

describe('a column that is redacted or checked is that of its own field, whatever graphql-jit says of it', () => {
  it.each(CHECKED)('$name', ({ field, value }) => {
    const row = { [field.name]: value, other: 'that of another' };
    expect(field.resolve?.(row, {}, {}, infoOfAnother())).toBe(value);
    const failed = new Error('not in this database');
    expect(() => field.resolve?.({ ...row, [field.name]: failed }, {}, {}, infoOfAnother())).toThrow(failed);
  });
});
