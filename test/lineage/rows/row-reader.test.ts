import { expect, it } from 'vitest';
import { SLOTS } from '../../../src/execution/row.ts';
import type { Asked } from '../../../src/lineage/asked.ts';
import { compileReader } from '../../../src/lineage/rows/row-reader.ts';

const asked: Asked = { arguments: [], variables: {}, projects: ['labor'] };

it('reads rows from columns, from any of them on, and one row from its values', () => {
  const reader = compileReader(
    new Map([
      ['status', { index: 2, read: undefined }],
      ['runId', { index: 1, read: undefined }],
    ]),
    new Map(),
  );
  const columns = [
    ['other', 'other'],
    ['a', 'b'],
    ['failed', null],
  ];
  expect(reader.many(columns, 2, asked)).toEqual([
    { runId: 'a', status: 'failed' },
    { runId: 'b', status: null },
  ]);
  expect(reader.one(['other', 'c', 'running'], asked)).toEqual({ runId: 'c', status: 'running' });
  expect(reader.many([], 0, asked)).toEqual([]);
});

it('fills slots by their functions, which know what is asked and the columns of the row', () => {
  const reader = compileReader(
    new Map([['runId', { index: 0, read: undefined }]]),
    new Map([['vectors', { index: 1, read: (value, { projects }, { runId }) => [value, projects, runId] }]]),
  );
  expect(reader.one(['a', 7], asked)[SLOTS]).toEqual({ vectors: [7, ['labor'], 'a'] });
});

it('keeps an Error in the place of what could not be had', () => {
  const error = new Error('no such column');
  const reader = compileReader(new Map([['page', { index: -1, read: () => error }]]), new Map());
  expect(reader.many([[1]], 1, asked)).toEqual([{ page: error }]);
});

it('takes any name, and code in none', () => {
  const names = ['__proto__', 'constructor', 'a"; throw 1; "', 'row', '\u2028'];
  const readers = new Map(names.map((name, index) => [name, { index, read: undefined }]));
  const row = compileReader(new Map(), readers).one([0, 1, 2, 3, 4], asked);
  expect(Object.entries(row[SLOTS] ?? {})).toEqual(names.map((name, index) => [name, index]));
});
