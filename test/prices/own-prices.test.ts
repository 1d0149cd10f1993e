import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { readOwnPrices } from '../../src/prices/own-prices.ts';
import { folderForTest } from '../support/folder-for-test.ts';

function read(content: string) {
  const file = join(folderForTest(), 'prices.json');
  writeFileSync(file, content);
  return readOwnPrices(file);
}

it('reads prices and discounts; days begin in UTC', () => {
  expect(
    read(`[{ "model": " house ", "inputUsdPerMillion": 0, "outputUsdPerMillion": 2.5, "from": "2026-01-31" },
      { "model": "gpt-*", "discount": 1, "from": null, "until": "2026-01-31T12:00:00+02:00" }]`),
  ).toEqual([
    {
      model: 'house',
      from: '2026-01-31T00:00:00.000Z',
      until: null,
      inputUsdPerMillion: 0,
      outputUsdPerMillion: 2.5,
      discount: undefined,
    },
    {
      model: 'gpt-*',
      from: null,
      until: '2026-01-31T10:00:00.000Z',
      inputUsdPerMillion: undefined,
      outputUsdPerMillion: undefined,
      discount: 1,
    },
  ]);
  expect(read('[]')).toEqual([]);
});

describe('a file that is wrong is refused in one line that names the setting and the entry', () => {
  it.each([
    ['{', 'is not JSON'],
    ['', 'is not JSON'],
    ['{}', 'is not a JSON array of prices'],
    ['[1]', 'entry 1 is not an object'],
    ['[null]', 'entry 1 is not an object'],
    ['[[]]', 'entry 1 is not an object'],
    ['[{"model":"a","discount":0},{"discount":0}]', 'entry 2 has no model'],
    ['[{"model":"","discount":0}]', 'entry 1 has no model'],
    ['[{"model":7,"discount":0}]', 'entry 1 has no model'],
    ['[{"model":"a"}]', 'entry 1 must have either both prices or a discount'],
    [
      '[{"model":"a","discount":0,"inputUsdPerMillion":1}]',
      'entry 1 must have either both prices or a discount',
    ],
    ['[{"model":"a","inputUsdPerMillion":1}]', 'entry 1 must have either both prices or a discount'],
    ['[{"model":"a","discount":1.5}]', 'entry 1 has a discount that is not from 0 to 1'],
    ['[{"model":"a","discount":-1}]', 'entry 1 has a discount that is not from 0 to 1'],
    ['[{"model":"a","inputUsdPerMillion":-1}]', 'entry 1 has an inputUsdPerMillion that is no number from 0'],
    [
      '[{"model":"a","inputUsdPerMillion":"1"}]',
      'entry 1 has an inputUsdPerMillion that is no number from 0',
    ],
    [
      '[{"model":"a","outputUsdPerMillion":1e999}]',
      'entry 1 has an outputUsdPerMillion that is no number from 0',
    ],
    ['[{"model":"a","discount":0,"from":"yesterday"}]', 'entry 1 has a from that is no date'],
    ['[{"model":"a","discount":0,"from":"2026-02-31T00:00:00"}]', 'entry 1 has a from that is no date'],
    ['[{"model":"a","discount":0,"until":20260101}]', 'entry 1 has an until that is no date'],
    [
      '[{"model":"a","discount":0,"from":"2026-02-01","until":"2026-02-01"}]',
      'entry 1 has an until that is not after its from',
    ],
    ['[{"model":"a","discount":0,"price":1}]', 'entry 1 has an unknown field "price"'],
  ])('%s', (content, why) => {
    const reading = () => read(content);
    expect(reading).toThrow(ConfigError);
    expect(reading).toThrow(/^PRICES_FILE is "[^"\n]+", [^\n]+\.$/);
    expect(reading).toThrow(why);
  });

  it('that is not there', () => {
    expect(() => readOwnPrices(join(folderForTest(), 'none.json'))).toThrow('which cannot be read');
  });
});
