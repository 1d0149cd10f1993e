import { type GraphQLSchema, isObjectType } from 'graphql';
import { fieldGroups } from '../explorer/field-groups.ts';

/** A query for one node: what names it and says how it went, as far as its type has that. */
export function nodeQuery(schema: GraphQLSchema, typename: string): string {
  const type = schema.getType(typename);
  const groups = isObjectType(type) ? fieldGroups(type) : [];
  const fields = groups
    .filter(({ title }) => title === 'Keys and status' || title === 'Times')
    .flatMap((group) => group.fields.map(({ name }) => name))
    .filter((name) => name !== 'id');
  const own = fields.length > 0 ? `\n    ... on ${typename} {\n      ${fields.join('\n      ')}\n    }` : '';
  return `query ${typename}Node($id: ID!) {\n  node(id: $id) {\n    id${own}\n  }\n}\n`;
}
