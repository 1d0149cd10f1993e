import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { columnsOf, isTableType, TABLES } from '../../src/database/tables.ts';
import { schema } from '../../src/schema/schema.ts';

const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

describe('the schema', () => {
  it('is the one that is checked in', () => {
    expect(readFileSync('schema.graphql', 'utf8').trim()).toBe(printSchema(schema).trim());
  });

  it('has a type for each table, and WorkflowRun, all of them nodes', () => {
    for (const name of [...Object.keys(TABLES), 'WorkflowRun']) {
      const type = schema.getType(name);
      expect(isObjectType(type) && type.getInterfaces().map((one) => one.name), name).toEqual(['Node']);
    }
  });

  it('says of every type, field, argument and value what it means', () => {
    const bare: string[] = [];
    const check = (at: string, description: string | null | undefined) =>
      void (description?.trim() || bare.push(at));
    for (const type of own) {
      if (!['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name))
        check(type.name, type.description);
      if (isEnumType(type))
        for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field.description);
        if ('args' in field)
          for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name}:)`, arg.description);
      }
    }
    expect(bare).toEqual([]);
  });

  it('shows every column but the secrets', () => {
    const hidden = own.filter(isObjectType).flatMap((type) => {
      if (!isTableType(type.name)) return [];
      const fields = type.getFields();
      return [...columnsOf(type.name).keys()].flatMap((name) =>
        fields[name] ? [] : [`${type.name}.${name}`],
      );
    });
    expect(hidden.sort()).toEqual([
      'ChatTurn.sessionId',
      'StreamlitSession.sessionId',
      'StreamlitUser.passwordHash',
      'TokenUsage.sessionId',
    ]);
  });

  it('has no field, filter or order that is named like a secret', () => {
    const found = own
      .filter((type) => isObjectType(type) || isInputObjectType(type))
      .flatMap((type) =>
        Object.keys(type.getFields()).filter((name) => /password|secret|sessionId$|apiKey/i.test(name)),
      );
    expect(found).toEqual([]);
  });
});

describe('what introspection says besides types', () => {
  const specifiedBy = (name: string): unknown => {
    const type = schema.getType(name);
    return isScalarType(type) ? type.specifiedByURL : undefined;
  };

  it('names the specification of each scalar whose text has a form', () => {
    expect(specifiedBy('DateTime')).toBe('https://scalars.graphql.org/chillicream/date-time.html');
    expect(specifiedBy('BigInt')).toBe('https://protobuf.dev/programming-guides/json/');
  });

  it('says what the graph is and where to begin, with fields that there are', () => {
    const named = [...(schema.description ?? '').matchAll(/`(\w+)(?=[`(])/g)].map(([, name]) => name);
    expect(named).toEqual(['workflowRuns', 'workflowRun', 'where', 'orderBy', 'node', 'id']);
    const fields = schema.getQueryType()?.getFields() ?? {};
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['workflowRuns', 'workflowRun', 'node']));
  });
});
