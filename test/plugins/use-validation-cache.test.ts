import type { ValidationRule } from 'graphql';
import { createSchema, createYoga, type Plugin } from 'graphql-yoga';
import { describe, expect, test } from 'vitest';
import { useValidationCache } from '../../src/plugins/use-validation-cache.ts';

/** Counts how often a document is validated. */
function counting() {
  let count = 0;
  const rule: ValidationRule = () => {
    count += 1;
    return {};
  };
  const plugin: Plugin = { onValidate: ({ addValidationRule }) => addValidationRule(rule) };
  return { plugin, count: () => count };
}

function server() {
  const { plugin, count } = counting();
  const yoga = createYoga({
    schema: createSchema({ typeDefs: 'type Query { name: String, age: Int }' }),
    logging: false,
    parserAndValidationCache: { validationCache: false },
    plugins: [plugin, useValidationCache()],
  });
  const ask = async (query: string) => {
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, ...(await response.json()) };
  };
  return { ask, count };
}

describe('a document that comes again', () => {
  test('is validated once', async () => {
    const { ask, count } = server();
    await ask('{ name }');
    expect(await ask('{ name }')).toMatchObject({ data: { name: null } });
    expect(count()).toBe(1);
  });

  test('is refused each time, for the same reason', async () => {
    const { ask, count } = server();
    const first = await ask('{ nothing }');
    expect(first).toMatchObject({ status: 200, errors: [{ message: expect.stringContaining('nothing') }] });
    expect(await ask('{ nothing }')).toEqual(first);
    expect(count()).toBe(1);
  });

  test('is not taken for another one', async () => {
    const { ask, count } = server();
    await ask('{ name }');
    expect(await ask('{ nothing }')).toMatchObject({ errors: [{}] });
    expect(await ask('{ age }')).toMatchObject({ data: { age: null } });
    expect(count()).toBe(3);
  });
});
