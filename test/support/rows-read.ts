import type { SqlSession } from '../../prisma/migrate.ts';
import type { Statement } from '../../src/database/database.ts';

/** How many rows, or entries of an index, a statement read of each table that it looked into. */
export type RowsRead = ReadonlyMap<string, number>;

type Node = Readonly<Record<string, unknown>>;

/** Runs a statement under EXPLAIN ANALYZE and counts what its scans read: what they gave, and what they threw away. */
export async function rowsRead(sql: SqlSession['query'], { text, values }: Statement): Promise<RowsRead> {
  const [row] = await sql(`explain (analyze, format json, timing off) ${text}`, values);
  const plan = row?.['QUERY PLAN'];
  const parsed: unknown = typeof plan === 'string' ? JSON.parse(plan) : plan;
  const read = new Map<string, number>();
  for (const { Plan } of Array.isArray(parsed) ? parsed : []) count(Plan, read);
  return read;
}

const numberIn = (node: Node, name: string): number => Number(node[name] ?? 0);

function count(node: Node, read: Map<string, number>): void {
  // What was never run.
  if (numberIn(node, 'Actual Loops') === 0) return;
  const table = node['Relation Name'];
  if (table !== undefined) {
    const perLoop = ['Actual Rows', 'Rows Removed by Filter', 'Rows Removed by Index Recheck']
      .map((name) => numberIn(node, name))
      .reduce((sum, rows) => sum + rows, 0);
    const name = `${node.Schema === undefined ? '' : `${node.Schema}.`}${table}`;
    read.set(name, (read.get(name) ?? 0) + perLoop * numberIn(node, 'Actual Loops'));
  }
  // The entries that a bitmap is made of; the rows that they lead to are counted where they are read.
  if (node['Node Type'] === 'Bitmap Index Scan') {
    const index = String(node['Index Name']);
    read.set(index, (read.get(index) ?? 0) + numberIn(node, 'Actual Rows') * numberIn(node, 'Actual Loops'));
  }
  for (const below of Array.isArray(node.Plans) ? node.Plans : []) count(below, read);
}

export const total = (read: RowsRead): number => [...read.values()].reduce((sum, rows) => sum + rows, 0);
