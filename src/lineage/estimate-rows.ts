import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { compileSql, Late, type Sql } from '../database/sql.ts';
import type { Asked } from './asked.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The rows of a connection as a statement, and what is asked of them. */
interface Estimated {
  readonly rows: Sql;
  readonly asked: Asked;
}

/**
 * How many rows the planner expects of each statement. One EXPLAIN serves them all: each is an `array(...)` of the
 * same select list, which PostgreSQL plans as an InitPlan and never runs.
 */
export async function estimateRows(
  database: Database,
  statements: readonly Estimated[],
): Promise<readonly (number | null)[]> {
  const arrays = statements.map(({ rows }) => sql`array(select 1 from (${rows}) as rows)`);
  const { sql: text, parameters } = compileSql(sql`explain (format json) select ${sql.join(arrays)}`);
  // Each statement has parameters of its own, in its own order, and the values of its own field.
  const asked = statements.flatMap((one) => compileSql(one.rows).parameters.map(() => one.asked));
  const values = parameters.map((value, index) => {
    const of = asked[index];
    return value instanceof Late && of ? value.read(of) : value;
  });
  const answer = await database.query({ text, values });
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
