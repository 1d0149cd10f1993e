import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isTimestamp } from '../../src/connection/timestamp.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';

const open = closedAfterAll();
let opened: TestDatabase;
beforeAll(async () => {
  opened = await open.database('empty');
});

const isTaken = (text: string): Promise<boolean> =>
  opened.sql('select $1::timestamptz', [text]).then(
    () => true,
    () => false,
  );

/** The edges of each part, and what lies beyond them. */
const YEARS = [
  '0000',
  '0001',
  '0004',
  '1900',
  '2000',
  '2026',
  '9999',
  '10000',
  '294276',
  '294277',
  '4713',
  '4714',
];
const pair = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
const text = fc
  .record({
    year: fc.constantFrom(...YEARS),
    month: fc.oneof(fc.constantFrom('02', '11', '12'), pair(13)),
    day: fc.oneof(fc.constantFrom('24', '28', '29', '31'), pair(32)),
    between: fc.constantFrom('T', ' ', 't'),
    time: fc.constantFrom(
      '00:00:00',
      '23:59:59',
      '23:59:60',
      '24:00:00',
      '24:00:01',
      '12:60:00',
      '22:59:60',
      '12:30',
      '25:00',
    ),
    rest: fc.constantFrom('', '.5', '.999999', '.9999999', '.0000001', '.123456789'),
    offset: fc.constantFrom(
      'Z',
      'z',
      '+00:00',
      '-01:30',
      '+15:59',
      '-15:59',
      '+16:00',
      '-16',
      '+02',
      '+0530',
      '+00:60',
    ),
    era: fc.constantFrom('', '', ' BC'),
  })
  .map(({ year, month, day, between, time, rest, offset, era }) =>
    [year, '-', month, '-', day, between, time, time.length === 8 ? rest : '', offset, era].join(''),
  );

describe('a timestamp', () => {
  it('is what PostgreSQL takes, and nothing else', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(text, async (drawn) => {
        const expected = await isTaken(drawn);
        if (expected) taken += 1;
        expect([drawn, isTimestamp(drawn)]).toEqual([drawn, expected]);
      }),
      { numRuns: 400, seed: 20261125 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  it.each(['infinity', '-infinity', 'Infinity', '0044-03-15T12:00:00+00:00 BC', '2026-01-01T00:00:00+15:59'])(
    'can be %s',
    async (moment) => {
      expect(await isTaken(moment)).toBe(true);
      expect(isTimestamp(moment)).toBe(true);
    },
  );

  it.each([
    'now',
    'today',
    'epoch',
    '2026-01-01',
    '2026-01-01T00:00:00',
    '2026-01-01T00:00:00 Europe/Berlin',
    'inf',
    '',
  ])('has a date, a time and an offset, which "%s" has not', (moment) => {
    expect(isTimestamp(moment)).toBe(false);
  });
});
