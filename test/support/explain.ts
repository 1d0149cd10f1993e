import type { SqlSession } from '../../prisma/migrate.ts';
import type { Statement } from '../../src/database/database.ts';

/** A node of PostgreSQL's plan, as EXPLAIN gives it. */
export interface PlanNode {
  readonly type: string;
  readonly table: string | undefined;
  readonly index: string | undefined;
  /** What the index finds rows by; the rest is filtered out row by row. */
  readonly indexCondition: string;
}

/** All nodes of the plan that PostgreSQL makes where reading whole tables, right for a few rows, is ruled out. */
export async function explain(sql: SqlSession['query'], { text, values }: Statement): Promise<PlanNode[]> {
  for (const way of ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'material'])
    await sql(`set enable_${way} = off`);
  const [row] = await sql(`explain (format json, verbose) ${text}`, values);
  const plan = row?.['QUERY PLAN'];
  const parsed: unknown = typeof plan === 'string' ? JSON.parse(plan) : plan;
  return Array.isArray(parsed) ? parsed.flatMap(({ Plan }) => nodesOf(Plan)) : [];
}

function nodesOf(node: Readonly<Record<string, unknown>>): PlanNode[] {
  const text = (name: string): string | undefined =>
    node[name] === undefined ? undefined : String(node[name]);
  const below = Array.isArray(node.Plans) ? node.Plans : [];
  const table = text('Relation Name');
  const own: PlanNode = {
    type: text('Node Type') ?? '',
    table: table && `${text('Schema')}.${table}`,
    index: text('Index Name'),
    indexCondition: text('Index Cond') ?? text('Recheck Cond') ?? '',
  };
  return [own, ...below.flatMap(nodesOf)];
}
