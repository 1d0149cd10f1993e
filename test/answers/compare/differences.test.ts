import { describe, expect, it } from 'vitest';
import { comparedSettings } from '../../../src/answers/compare/differences.ts';

const differences = (one: unknown, two: unknown) =>
  comparedSettings({ one, two }, ['one', 'two'])
    .filter(({ isDifferent }) => isDifferent)
    .map(({ path, values }) => [path, ...values.map(({ value }) => value)]);

describe('the differences of settings', () => {
  it('are the leaves that are not the same', () => {
    expect(differences({ a: 1, b: { c: [1, 2] } }, { a: 1, b: { c: [1, 3] } })).toEqual([['b.c.1', 2, 3]]);
    expect(differences({ a: 1 }, { a: '1' })).toEqual([['a', 1, '1']]);
    expect(differences({ a: null }, {})).toEqual([['a', null, null]]);
    expect(differences({ a: { b: 1 } }, { a: 1 })).toEqual([
      ['a', null, 1],
      ['a.b', 1, null],
    ]);
    expect(differences({ a: {} }, { a: [] })).toEqual([['a', {}, []]]);
    expect(differences({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
  });

  it('are none between a run with settings and one without', () => {
    expect(comparedSettings({ one: { a: 1 } }, ['one', 'two'])).toEqual([
      {
        path: 'a',
        isDifferent: false,
        values: [
          { runId: 'one', isSet: true, value: 1 },
          { runId: 'two', isSet: false, value: null },
        ],
      },
    ]);
    expect(comparedSettings(null, ['one', 'two'])).toEqual([]);
  });

  it('tell of a secret neither its value, nor what stands below it, nor a key that is one', () => {
    const secrets = (name: string) => ({
      secrets: { [name]: { [`${name}-2`]: name } },
      password: [name, name],
      env: [{ name: 'DB_PASSWORD', value: { [name]: name } }],
      headers: [['Authorization', name]],
      keys: { [`sk-proj-${name}${'0123456789abcdefghijABCDEFGHIJ'.repeat(2)}`]: name === 'hunter2' },
    });
    const found = differences(secrets('hunter2'), secrets('trustno1'));
    expect(JSON.stringify(found)).not.toMatch(/hunter2|trustno1|sk-proj/);
    expect(found.map(([path]) => path)).toEqual(
      expect.arrayContaining(['secrets', 'password', 'env.0.value', 'headers.0.1']),
    );
    for (const [path, ...values] of found.filter(([path]) => !String(path).startsWith('keys')))
      expect([path, values]).toEqual([path, ['[redacted]', '[redacted]']]);
  });

  it('take time in proportion to the size of the settings', () => {
    const list = (offset: number) => ({ list: Array.from({ length: 20_000 }, (_, index) => index + offset) });
    const start = performance.now();
    expect(differences(list(0), list(1))).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('survive keys that objects have by themselves, and nesting', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3}');
    expect(differences(hostile, {}).map(([path]) => path)).toEqual([
      '__proto__.a',
      'constructor',
      'toString',
    ]);
    const deep = (end: number): unknown =>
      Array.from({ length: 200 }).reduce<unknown>((below) => ({ x: below }), end);
    expect(differences(deep(1), deep(2))).toHaveLength(1);
  });
});
