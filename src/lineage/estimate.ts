import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { compileSql, Late, type Sql } from '../database/sql.ts';
import type { Request } from './request.ts';

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
  request: Request,
): Promise<readonly number[]> {
  const arrays = statements.map((statement) => sql`array(select 1 from (${statement}) as rows)`);
  const { sql: text, parameters } = compileSql(sql`explain (format json) select ${sql.join(arrays)}`);
  const answer = await database.query({
    text,
    values: parameters.map((value) => (value instanceof Late ? value.read(request) : value)),
  });
  const [plan] = objects(JSON.parse(String(answer[0]?.[0])));
  const expected = new Map<number, number>();
  for (const part of objects(isObject(plan?.Plan) ? plan.Plan.Plans : undefined)) {
    const [, number] = /^InitPlan (\d+)/.exec(String(part['Subplan Name'])) ?? [];
    if (number !== undefined) expected.set(Number(number), Number(part['Plan Rows']));
  }
  // Numbered in the order of the list; subqueries inside a statement take numbers too.
  const ordered = [...expected].sort(([a], [b]) => a - b).map(([, rows]) => rows);
  return statements.map((_, index) => ordered[index] ?? 0);
}
