import { describe, expect, it } from 'vitest';
import { readEstimates } from '../../src/lineage/estimate-rows.ts';

/** What EXPLAIN (FORMAT JSON) gives for `select array(...), array(...)`: one InitPlan for each array. */
const plan = (...parts: readonly object[]) => [
  { Plan: { 'Node Type': 'Result', 'Plan Rows': 1, Plans: parts } },
];
const scan = (name: string, rows: number) => ({
  'Node Type': 'Seq Scan',
  'Parent Relationship': 'InitPlan',
  'Subplan Name': name,
  'Plan Rows': rows,
});

describe('the estimates in a plan', () => {
  it.each([
    ['PostgreSQL 13 to 16', plan(scan('InitPlan 1 (returns $0)', 42), scan('InitPlan 2 (returns $1)', 7))],
    ['PostgreSQL 17', plan(scan('InitPlan 1', 42), scan('InitPlan 2', 7))],
    [
      'numbers with gaps, out of order',
      plan(scan('InitPlan 5 (returns $3)', 7), scan('InitPlan 2 (returns $1)', 42)),
    ],
  ])('are read from %s', (_, output) => {
    expect(readEstimates(output, 2)).toEqual([42, 7]);
  });

  it.each([
    [
      'a plan of Citus',
      [
        {
          Plan: { 'Node Type': 'Custom Scan', 'Custom Plan Provider': 'Citus Adaptive', 'Plan Rows': 100000 },
        },
      ],
    ],
    ['fewer nodes than statements', plan(scan('InitPlan 1 (returns $0)', 42))],
    ['more nodes than statements', plan(scan('InitPlan 1', 1), scan('InitPlan 2', 2), scan('InitPlan 3', 3))],
    [
      'nodes without a number of rows',
      plan({ 'Subplan Name': 'InitPlan 1' }, { 'Subplan Name': 'InitPlan 2' }),
    ],
    ['no plan', []],
    ['something else', 'Citus'],
  ])('are null for %s: no number is better than a wrong one', (_, output) => {
    expect(readEstimates(output, 2)).toEqual([null, null]);
  });
});
