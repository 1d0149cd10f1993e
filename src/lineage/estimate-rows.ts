import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { compileSql, Late, type Sql } from '../database/sql.ts';
import type { Asked } from './asked.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/**
 * How many rows the planner expects of each statement. One EXPLAIN serves them all: each is an `array(...)` of the
 * same select list, which PostgreSQL plans as an InitPlan and never runs.
 */
export async function estimateRows(
  database: Database,
  statements: readonly Sql[],
  asked: Asked,
): Promise<readonly (number | null)[]> {
  const arrays = statements.map((statement) => sql`array(select 1 from (${statement}) as rows)`);
  const { sql: text, parameters } = compileSql(sql`explain (format json) select ${sql.join(arrays)}`);
  const answer = await database.query({
    text,
    values: parameters.map((value) => (value instanceof Late ? value.read(asked) : value)),
  });
  return readEstimates(JSON.parse(String(answer[0]?.[0])), statements.length);
}

/**
 * The estimates in the output of EXPLAIN. Null where the plan does not have one node for each statement, as on servers
 * that plan in another way (Citus): no number is better than a wrong one.
 */
export function readEstimates(output: unknown, count: number): readonly (number | null)[] {
  const [plan] = objects(output);
  const expected = new Map<number, number>();
  for (const part of objects(isObject(plan?.Plan) ? plan.Plan.Plans : undefined)) {
    const [, number] = /^InitPlan (\d+)/.exec(String(part['Subplan Name'])) ?? [];
    const rows = part['Plan Rows'];
    if (number !== undefined && typeof rows === 'number') expected.set(Number(number), rows);
  }
  // Numbered in the order of the list; subqueries inside a statement take numbers too.
  const ordered = [...expected].sort(([a], [b]) => a - b).map(([, rows]) => rows);
  return Array.from({ length: count }, (_, index) =>
    ordered.length === count ? (ordered[index] ?? null) : null,
  );
}
