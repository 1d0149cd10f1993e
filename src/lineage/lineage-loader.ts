import DataLoader from 'dataloader';
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import type { Connection, Row } from '../connection/row.ts';
import type { Database } from '../database/database.ts';
import { Late, parameter } from '../database/sql.ts';
import type { Edge } from './edges.ts';
import { estimateRows } from './estimate.ts';
import type { Need } from './need.ts';
import { type Plan, PlanCache, type Prepared, type WriteRoot } from './plan.ts';
import type { Request } from './request.ts';
import { columnsOfType } from './workflow-run-columns.ts';

/** Shared by all requests: a document is read and its statements are written once. */
const plans = new PlanCache();

const NO_PARENT = {
  column: (field: string): never => {
    throw new Error(`A root field has no parent row, but was asked for its ${field}.`);
  },
};

const writeRoot: WriteRoot = (writer, root) => {
  const { sql: json, read } = writer.slot(root, 'Query', NO_PARENT);
  return { sql: json && sql`select ${json}::text as answer`, read };
};

const LOOKUPS = 'lookups';
const PLACE = 'place';

/** Rows looked up by their keys, all those of one plan together: one answer per key, in the order of the keys. */
const writeLookup =
  (edge: Edge): WriteRoot =>
  (writer, root) => {
    const fields = Object.keys(edge.on);
    const lists = fields.map((field, index) => {
      const kind = columnsOfType(edge.to).get(field)?.kind ?? 'String';
      return parameter(new Late((request: Request) => request.keys[index]), kind, '[]');
    });
    const names = sql.join([...fields, PLACE].map((name) => sql.ref(name)));
    const keys = sql`unnest(${sql.join(lists)}) with ordinality as ${sql.ref(LOOKUPS)}(${names})`;
    const { sql: json, read } = writer.slot(root, LOOKUPS, {
      column: (field) => sql.ref(`${LOOKUPS}.${field}`),
    });
    const order = sql.ref(`${LOOKUPS}.${PLACE}`);
    return { sql: json && sql`select ${json}::text as answer from ${keys} order by ${order}`, read };
  };

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/**
 * Serves the root fields of one request: each is one statement that brings everything selected below it. Look-ups of
 * one plan that are asked for together (`nodes(ids:)`) share a statement.
 */
export class LineageLoader {
  readonly #database: Database;
  readonly #lookups = new Map<Prepared, DataLoader<readonly string[], Row | null, string>>();
  readonly #estimates: DataLoader<Connection, number>;

  constructor(database: Database) {
    this.#database = database;
    this.#estimates = new DataLoader((pages) =>
      estimateRows(
        database,
        pages.flatMap(({ estimate }) => estimate?.() ?? []),
      ),
    );
  }

  /** What a root field without key needs: a page over all rows of a type, or a sum over them. */
  async root(info: GraphQLResolveInfo, need: Need): Promise<Row | null> {
    const plan = plans.get(info, need, writeRoot);
    const request = { arguments: plan.arguments(info.variableValues), keys: [] };
    const [answer] = await this.#answers(await this.#prepare(plan, request), request);
    return answer ?? null;
  }

  /** The row of `type` in which these fields have these values (as text), or null. */
  async lookup(
    info: GraphQLResolveInfo,
    type: GraphQLObjectType,
    keys: Readonly<Record<string, string>>,
  ): Promise<Row | null> {
    const fields = Object.keys(keys);
    const on = Object.fromEntries(fields.map((field) => [field, field]));
    const edge: Edge = { to: type.name, as: 'one', on, description: '' };
    const plan = plans.get(info, { kind: 'edge', edge }, writeLookup(edge), type);
    const given = plan.arguments(info.variableValues);
    const prepared = await this.#prepare(plan, { arguments: given, keys: [] });
    let loader = this.#lookups.get(prepared);
    if (!loader) {
      loader = new DataLoader(
        (batch: readonly (readonly string[])[]) => {
          const columns = fields.map((_, index) => batch.map((key) => key[index]));
          return this.#answers(prepared, { arguments: given, keys: columns });
        },
        { cacheKeyFn: (key) => JSON.stringify(key) },
      );
      this.#lookups.set(prepared, loader);
    }
    return loader.load(Object.values(keys));
  }

  estimate(page: Connection): Promise<number> {
    return this.#estimates.load(page);
  }

  async #prepare(plan: Plan, request: Request): Promise<Prepared> {
    return plan.prepare(request, await this.#database.capabilities());
  }

  async #answers({ name, text, parameters, read }: Prepared, request: Request): Promise<(Row | null)[]> {
    const values = parameters.map((value) => value.read(request));
    const rows = await this.#database.query({ ...(name !== undefined && { name }), text, values });
    return rows.map(([answer]) => {
      const found = typeof answer === 'string' ? read(JSON.parse(answer), request, {}) : null;
      return isRow(found) ? found : null;
    });
  }
}
