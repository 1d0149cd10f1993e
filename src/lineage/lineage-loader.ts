import DataLoader from 'dataloader';
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import type { Connection, Row } from '../connection/row.ts';
import type { Database } from '../database/database.ts';
import { Late, parameter } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
import { remember } from '../remember.ts';
import type { Principal } from '../security/principal.ts';
import { Access } from './access.ts';
import type { Edge } from './edges.ts';
import { estimateRows } from './estimate.ts';
import type { Need } from './need.ts';
import { type Plan, PlanCache, shapeOf, type WriteRoot } from './plan.ts';
import { isSingle, type Request } from './request.ts';
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

/**
 * Rows looked up by their keys, all those of one plan together: one answer per key, in the order of the keys. A
 * single key has a form of its own, since PostgreSQL plans a statement over a list anew each time; LIMIT hides the
 * key's value, or it would also plan anew for each key where some run is much larger than the others.
 */
const writeLookup =
  (edge: Edge): WriteRoot =>
  (writer, root, { keys }) => {
    const fields = Object.keys(edge.on);
    const kind = (field: string) => columnsOfType(edge.to).get(field)?.kind ?? 'String';
    const parent = { column: (field: string) => sql.ref(`${LOOKUPS}.${field}`) };
    const { sql: json, read } = writer.slot(root, LOOKUPS, parent);
    const names = [...fields, PLACE].map((name) => sql.ref(name));
    const from = isSingle(keys)
      ? sql`(select ${sql.join([...fields.map((field, index) => parameter(keyAt(index, 0), kind(field))), sql`1`])} limit 1)`
      : sql`unnest(${sql.join(fields.map((field, index) => parameter(keysAt(index), kind(field), '[]')))}) with ordinality`;
    const answer =
      json && sql`select ${json}::text as answer from ${from} as ${sql.ref(LOOKUPS)}(${sql.join(names)})`;
    return {
      sql: answer && (isSingle(keys) ? answer : sql`${answer} order by ${sql.ref(`${LOOKUPS}.${PLACE}`)}`),
      read,
    };
  };

const keysAt = (index: number) => new Late((request: Request) => request.keys[index]);
const keyAt = (index: number, place: number) => new Late((request: Request) => request.keys[index]?.[place]);

function caught<Result>(make: () => Result): Result | LineageError {
  try {
    return make();
  } catch (error) {
    if (error instanceof LineageError) return error;
    throw error;
  }
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/**
 * Serves the root fields of one request: each is one statement that brings everything selected below it. Look-ups of
 * one plan that are asked for together (`nodes(ids:)`) share a statement.
 */
export class LineageLoader {
  readonly #database: Database;
  readonly #access: Access;
  readonly #projects: Principal['projects'];
  readonly #lookups = new Map<Plan, Map<string, DataLoader<readonly string[], Row | null, string>>>();
  readonly #estimates: DataLoader<Connection, number>;

  constructor(database: Database, principal: Principal) {
    this.#database = database;
    this.#access = new Access(principal);
    this.#projects = principal.projects;
    this.#estimates = new DataLoader<Connection, number>((pages) => this.#estimate(pages));
  }

  /** What a root field without key needs: a page over all rows of a type, or a sum over them. */
  async root(info: GraphQLResolveInfo, need: Need): Promise<Row | null> {
    const plan = plans.get(info, need, writeRoot);
    const request = { arguments: plan.arguments(info.variableValues), keys: [], projects: this.#projects };
    const [answer] = await this.#answers(plan, request);
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
    const loaders = remember(this.#lookups, plan, () => new Map());
    const loader = remember(loaders, shapeOf(given), () => {
      const load = async (batch: readonly (readonly string[])[]): Promise<(Row | null)[]> => {
        const columns = fields.map((_, index) => batch.map((key) => key[index]));
        return this.#answers(plan, { arguments: given, keys: columns, projects: this.#projects });
      };
      return new DataLoader(load, { cacheKeyFn: (key) => JSON.stringify(key) });
    });
    return loader.load(Object.values(keys));
  }

  estimate(page: Connection): Promise<number> {
    return this.#estimates.load(page);
  }

  /** One that cannot be written (FORBIDDEN, NOT_IN_THIS_DATABASE) leaves the others standing. */
  async #estimate(pages: readonly Connection[]): Promise<(number | LineageError)[]> {
    const written = pages.map((page) => caught(() => page.estimate?.()));
    const statements = written.flatMap((one) => (one instanceof LineageError ? [] : (one ?? [])));
    const request = { arguments: [], keys: [], projects: this.#projects };
    const rows = (await estimateRows(this.#database, statements, request))[Symbol.iterator]();
    return written.map((one) => (one instanceof LineageError ? one : (rows.next().value ?? 0)));
  }

  async #answers(plan: Plan, request: Request): Promise<(Row | null)[]> {
    const prepared = plan.prepare(request, await this.#database.capabilities(), this.#access);
    const { name, text, parameters, read } = prepared;
    const values = parameters.map((value) => value.read(request));
    const batch = request.keys[0]?.length;
    const rows = await this.#database.query({
      ...(name !== undefined && { name }),
      text,
      values,
      ...(batch !== undefined && { batch }),
    });
    return rows.map(([answer]) => {
      const found = typeof answer === 'string' ? read(JSON.parse(answer), request, {}) : null;
      return isRow(found) ? found : null;
    });
  }
}
