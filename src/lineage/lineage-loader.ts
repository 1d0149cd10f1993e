import DataLoader from 'dataloader';
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { LineageError } from '../errors.ts';
import type { Connection, Row } from '../execution/row.ts';
import { remember } from '../remember.ts';
import type { Principal } from '../security/principal.ts';
import { type Access, accessOf } from './access.ts';
import { estimateRows } from './estimate.ts';
import type { Lookup } from './lookup.ts';
import type { Need } from './need.ts';
import { type Plan, PlanCache, type WriteRoot } from './plan.ts';
import type { Request } from './request.ts';

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
 * Serves the root fields of one request: each is one statement that brings everything selected below it. Look-ups
 * that one field asks for together (`nodes(ids:)`) share a statement.
 */
export class LineageLoader {
  readonly #database: Database;
  readonly #access: Access;
  readonly #projects: Principal['projects'];
  readonly #lookups = new Map<Plan, DataLoader<readonly string[], Row | null, string>>();
  #estimates: DataLoader<Connection, number> | undefined;

  constructor(database: Database, principal: Principal) {
    this.#database = database;
    this.#access = accessOf(principal);
    this.#projects = principal.projects;
  }

  /** What a root field without key needs: a page over all rows of a type, or a sum over them. */
  async root(info: GraphQLResolveInfo, need: Need): Promise<Row | null> {
    const plan = plans.get(info, { key: '', need, write: writeRoot });
    const request = { arguments: plan.arguments(info.variableValues), keys: [], projects: this.#projects };
    const [answer] = await this.#answers(plan, request);
    return answer ?? null;
  }

  /** The row of `type` in which the fields of `lookup` have these values (as text), or null. */
  async lookup(
    info: GraphQLResolveInfo,
    type: GraphQLObjectType,
    lookup: Lookup,
    key: readonly string[],
  ): Promise<Row | null> {
    const plan = plans.get(info, lookup, type);
    const keys = key.map((value) => [value]);
    const request = { arguments: plan.arguments(info.variableValues), keys, projects: this.#projects };
    const [answer] = await this.#answers(plan, request);
    return answer ?? null;
  }

  /** The same for a field that is asked for several rows: those of one type share a statement. */
  lookupTogether(
    info: GraphQLResolveInfo,
    type: GraphQLObjectType,
    lookup: Lookup,
    key: readonly string[],
  ): Promise<Row | null> {
    const plan = plans.get(info, lookup, type);
    const loader = remember(this.#lookups, plan, () => {
      const given = plan.arguments(info.variableValues);
      const load = async (batch: readonly (readonly string[])[]): Promise<(Row | null)[]> => {
        const columns = lookup.fields.map((_, index) => batch.map((one) => one[index]));
        return this.#answers(plan, { arguments: given, keys: columns, projects: this.#projects });
      };
      return new DataLoader(load, { cacheKeyFn: (one) => JSON.stringify(one) });
    });
    return loader.load(key);
  }

  estimate(page: Connection): Promise<number> {
    this.#estimates ??= new DataLoader<Connection, number>((pages) => this.#estimate(pages));
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
