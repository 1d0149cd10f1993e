import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/schema.ts';
import { pageText } from './app-of-page.ts';

/** Objects that no cache can find by an id: sums and groups. Clients know connections, edges and PageInfo themselves. */
const keyless = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(
    (type) => !('id' in type.getFields()) && !/^(__.*|Query|PageInfo|.*Connection|.*Edge)$/.test(type.name),
  )
  .map(({ name }) => name);

test('there are such objects', () => {
  expect(keyless).toContain('UsageSummary');
});

test.each([
  ['apollo.md', (name: string) => `${name}: { keyFields: false, merge: true }`],
  ['urql.md', (name: string) => `${name}: () => null`],
])('docs/clients/%s has the setting to copy for every object without an id', (page, setting) => {
  const text = pageText(page);
  expect(keyless.map(setting).filter((line) => !text.includes(line))).toEqual([]);
});
