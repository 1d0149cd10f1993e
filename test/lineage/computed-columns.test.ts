import { getNamedType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { COMPUTED } from '../../src/security/policies/computed.ts';
import { ASKED_TYPES, schema } from '../support/types.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

/** Each connection from a row of any type to rows that have columns which no table holds. */
const PLACES = ASKED_TYPES.flatMap(({ type, list }) => {
  const from = schema.getType(type);
  if (!isObjectType(from)) return [];
  return Object.values(from.getFields()).flatMap(({ name, type: given, args }) => {
    const connection = getNamedType(given);
    if (!isObjectType(connection) || args.some((arg) => arg.type.toString().endsWith('!'))) return [];
    const to = getNamedType(connection.getFields().nodes?.type)?.name ?? '';
    const [column] = to === 'WorkflowRun' ? [] : Object.keys(COMPUTED[to] ?? {});
    return column === undefined ? [] : [{ place: `${type}.${name}`, list, name, column }];
  });
});

describe('a column that no table holds is there wherever its rows are', () => {
  it.each(PLACES)('$place: $column', async ({ list, name, column }) => {
    const data = await api().data(`{ list: ${list}(first: 2) { nodes {
      field: ${name}(first: 1, where: { ${column}: { ne: "nothing" } }, orderBy: [{ ${column}: ASC }]) { nodes { ${column} } } } } }`);
    expect(data.list.nodes.length).toBeGreaterThan(0);
  });

  it('also in places of answers', () => {
    expect(PLACES.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['Document.runRecords', 'RunRecord.earlierAnswers', 'WorkflowRun.reusedBy']),
    );
  });
});
