import { isObjectType, type OperationDefinitionNode, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { fieldGroups } from '../../src/graphiql/page/explorer/field-groups.ts';
import { operationsOf, withOperation } from '../../src/graphiql/page/explorer/operation-text.ts';
import { newSelection } from '../../src/graphiql/page/explorer/selections.ts';
import { schema } from '../../src/schema/schema.ts';

function groupsOf(typename: string): Record<string, string[]> {
  const type = schema.getType(typename);
  if (!isObjectType(type)) throw new Error(`${typename} is no object.`);
  return Object.fromEntries(
    fieldGroups(type).map(({ title, fields }) => [title, fields.map(({ name }) => name)]),
  );
}

describe('the fields of a type', () => {
  test('start with its keys and its status', () => {
    const { 'Keys and status': keys } = groupsOf('WorkflowRun');
    expect(keys?.slice(0, 2)).toEqual(['id', 'runId']);
    expect(keys).toContain('status');
    expect(keys).not.toContain('arm');
    expect(groupsOf('RunRecord')['Keys and status']?.slice(0, 2)).toEqual(['id', 'rowId']);
  });

  test('keep the edges apart from the columns', () => {
    const { Columns = [], Lists = [], 'One object': objects = [] } = groupsOf('RunRecord');
    expect(Columns).toContain('gitBranch');
    expect(objects).toContain('run');
    expect(Lists).toContain('tokenUsage');
    expect(Columns).not.toContain('run');
  });

  test('of a page are its rows and its counts before the rest', () => {
    expect(groupsOf('VectorConnection').Page?.slice(0, 2)).toEqual(['nodes', 'totalCount']);
  });

  test.each(Object.values(schema.getTypeMap()).filter(isObjectType))(
    'of %s are all there, each once',
    (type) => {
      const shown = Object.values(groupsOf(type.name)).flat();
      expect(shown.toSorted()).toEqual(Object.keys(type.getFields()).toSorted());
    },
  );
});

test.each(Object.values(schema.getQueryType()?.getFields() ?? {}))(
  'ticking %s makes a valid query',
  (field) => {
    const text = withOperation('', operation(''), [newSelection(field)]);
    expect(validate(schema, parse(text))).toEqual([]);
  },
);

function operation(text: string): OperationDefinitionNode {
  const [found] = operationsOf(text === '' ? '{ __typename }' : text);
  if (!found) throw new Error('no operation');
  const { loc, ...bare } = found;
  return text === '' ? bare : { ...bare, ...(loc && { loc }) };
}

test('what stands beside an operation stays as it is', () => {
  const text = '# a comment\nquery A { a } # another\n\nquery B { b }\n';
  const [, second] = operationsOf(text);
  if (!second) throw new Error('There are two.');
  const changed = withOperation(text, second, []);
  expect(changed).toBe('# a comment\nquery A { a } # another\n\n\n');
});
