import type { DocumentNode, GraphQLResolveInfo, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Capabilities } from '../database/capabilities.ts';
import type { Database } from '../database/database.ts';
import { isTableType, TABLES } from '../database/tables.ts';
import { LineageError } from '../errors.ts';
import type { Connection, Row } from '../execution/row.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { remember } from '../remember.ts';
import type { Principal } from '../security/principal.ts';
import type { Asked } from './asked.ts';
import { type Access, accessOf } from './check/access.ts';
import { costOf } from './check/query-cost.ts';
import { Estimates } from './estimates.ts';
import type { FieldArguments } from './field-arguments.ts';
import type { Sought } from './found.ts';
import { GROUPS_OF_ONE } from './grouped.ts';
import { indexUse, unservedWarnings } from './index-use.ts';
import type { Plan, Request } from './plan.ts';
import { planOf, plansOf } from './plans.ts';
import { type Prepared, prepareQuery, type Written } from './prepare-query.ts';
import { type Cell, NO_PLACE } from './query.ts';
import { partsOf } from './read/collect-fields.ts';
import type { Relation } from './relation.ts';
import { ROOT } from './root.ts';
import type { RowType } from './row-type.ts';
import { Estimate } from './rows/estimate.ts';
import { sendQuery, tooLargeFor } from './send-query.ts';

type Variables = GraphQLResolveInfo['variableValues'];

/** The arguments of a request, those of its root made more precise: with the rows that they stand for, or a part of them. */
function withOwn(asked: Asked, own: unknown, shape: string): Asked {
  const [root, ...below] = asked.arguments;
  if (!root || root instanceof LineageError) throw root ?? new Error('Rows were found without arguments.');
  return { ...asked, arguments: [{ ...root, own, shape: `${root.shape}\n${shape}` }, ...below] };
}

const rowsIn = (found: unknown): readonly Row[] => (Array.isArray(found) ? found : []);

/** Failures that say nothing of other statements of the same request. */
const OF_ONE_STATEMENT: ReadonlySet<string> = new Set(['TIMEOUT', 'DATABASE_BUSY', 'STORED_VALUE']);
const isOfOneStatement = (error: unknown): error is LineageError =>
  error instanceof LineageError && OF_ONE_STATEMENT.has(error.code);

/** Statements that are made of no document, kept as those of documents are: by state of the database, and by shape. */
const MAX_STEPS = 256;
const keptSteps = new WeakMap<Capabilities, LRUCache<string, Prepared>>();

function stepOf(capabilities: Capabilities, shape: string, prepare: () => Prepared): Prepared {
  const kept = remember(keptSteps, capabilities, () => new LRUCache<string, Prepared>({ max: MAX_STEPS }));
  return remember<string, Prepared>(kept, shape, prepare);
}

/** What an operation asks of the database. */
export interface Measured {
  readonly cost: number;
  readonly subqueries: number;
  /** What may be slow, and why, for people. */
  readonly warnings: readonly string[];
}

/** Serves the root fields of one request: each is one statement that brings everything selected below it. */
export class LineageLoader {
  readonly #database: Database;
  readonly #prices: PriceBook;
  readonly #access: Access;
  readonly #projects: Principal['projects'];
  readonly #requests = new Map<Plan, Request>();
  readonly #estimates: Estimates;

  constructor(database: Database, principal: Principal, prices: PriceBook) {
    this.#database = database;
    this.#prices = prices;
    this.#access = accessOf(principal);
    this.#estimates = new Estimates(database, this.#access);
    this.#projects = principal.projects;
  }

  /**
   * What an operation asks of the database, before any of it runs. What was read of its arguments is kept for the root
   * fields.
   */
  measure(
    document: DocumentNode,
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): Measured | Promise<Measured> {
    const plans = plansOf(() => partsOf(document, schema), operation);
    let isOfDatabase = false;
    for (const plan of plans.values()) {
      if (!plan.isAsked(variables)) continue;
      const request = plan.ask(variables, this.#projects);
      this.#requests.set(plan, request);
      const { readsJson, isChosen, groupsAll } = request.shape;
      isOfDatabase ||= readsJson || isChosen || groupsAll;
    }
    if (!isOfDatabase) return this.#measure(undefined);
    // Why a database does not answer is told by the fields that need it.
    return this.#database
      .capabilities()
      .then(
        async (capabilities) => [capabilities, await this.#groups()] as const,
        () => [undefined, 0] as const,
      )
      .then(([capabilities, groups]) => {
        const { cost, ...rest } = this.#measure(capabilities);
        return { ...rest, cost: cost + Math.ceil(groups / GROUPS_OF_ONE) };
      });
  }

  /** Statistics are over the rows of all projects. */
  #groups(): Promise<number> | number {
    return this.#projects === undefined ? this.#estimates.groups([...this.#requests.values()]) : 0;
  }

  #measure(capabilities: Capabilities | undefined): Measured {
    const bytesOf = (type: RowType, field: string): number | undefined => {
      const column = type.columns.get(field)?.name;
      const table = isTableType(type.name) ? TABLES[type.name].name : undefined;
      return table && column ? capabilities?.bytesOf(table, column) : undefined;
    };
    let [cost, subqueries] = [0, 0];
    const warnings: string[] = [];
    for (const { asked, shape } of this.#requests.values()) {
      cost += costOf(shape.query, ROOT, { asked, bytesOf });
      subqueries += shape.subqueries;
      const use = capabilities && shape.isChosen && indexUse(shape.query, asked, capabilities);
      if (use) warnings.push(...unservedWarnings(use));
    }
    return { cost, subqueries, warnings };
  }

  /** What a root field needs: a row, a list of rows, or a page of them. */
  root(info: GraphQLResolveInfo): Promise<unknown> {
    const plan = planOf(info);
    return this.#run(plan, this.#requestOf(plan, info));
  }

  /** The rows that a root field found by `step`, described as it selects them. */
  async found(info: GraphQLResolveInfo, sought: Sought, shape: string): Promise<readonly Row[]> {
    const plan = planOf(info);
    const asked = withOwn(this.#requestOf(plan, info).asked, sought, shape);
    return rowsIn(await this.#run(plan, plan.request(asked)));
  }

  /**
   * A list whose rows each read much: one statement for each row, by arguments of its own (`parts`, by their shape), so
   * that one which fails takes no other along. Where nothing but the rows themselves is asked for, they come by one.
   */
  async each(
    info: GraphQLResolveInfo,
    parts: ReadonlyMap<string, unknown>,
  ): Promise<readonly (Row | LineageError)[]> {
    const plan = planOf(info);
    const request = this.#requestOf(plan, info);
    if (request.shape.subqueries <= 1) return rowsIn(await this.#run(plan, request));
    const found = [...parts].map(async ([shape, own]) => {
      const part = plan.request(withOwn(request.asked, own, shape));
      const row = await this.#run(plan, part).catch((error: unknown) => {
        if (isOfOneStatement(error)) return [error];
        throw error;
      });
      return rowsIn(row);
    });
    return (await Promise.all(found)).flat();
  }

  /** A statement that is made of no document: a step of a search. The same `shape`, the same statement. */
  async step(query: Cell, given: readonly FieldArguments[], shape: string): Promise<readonly Row[]> {
    const asked = { arguments: given, variables: {}, projects: this.#projects };
    const capabilities = await this.#database.capabilities();
    const prepared = stepOf(capabilities, `${this.#access.shape}\n${shape}`, () =>
      prepareQuery(query, asked, capabilities, this.#access),
    );
    return rowsIn(await this.#found(prepared, asked));
  }

  #requestOf(plan: Plan, { variableValues }: GraphQLResolveInfo): Request {
    return this.#requests.get(plan) ?? plan.ask(variableValues, this.#projects);
  }

  async #run(plan: Plan, request: Request): Promise<unknown> {
    const { asked } = request;
    const capabilities = await this.#database.capabilities();
    const isFew = request.shape.isChosen && (await this.#estimates.isFew(request, capabilities));
    const prepared = plan.prepare(request, capabilities, this.#access, isFew);
    return this.#found(prepared, asked, plan.batchOf(asked)).catch((error: unknown) => {
      throw tooLargeFor(plan.name, error);
    });
  }

  async #found(prepared: Prepared, given: Asked, batch?: number): Promise<unknown> {
    const asked = prepared.readsPrices ? { ...given, prices: await this.#prices.current() } : given;
    const found = await sendQuery(prepared, asked, (statement, own) =>
      this.#send(statement, own, statement === prepared ? batch : undefined),
    );
    if (found instanceof Error) throw found;
    return found;
  }

  async #send({ name, text, parameters }: Written, asked: Asked, batch?: number): Promise<unknown> {
    const values = parameters.map((valueIn) => valueIn(asked));
    const statement = { name, text, values, ...(batch !== undefined && { batch }) };
    const [row] = await this.#database.query(statement);
    const answer = row?.[0];
    return typeof answer === 'string' ? JSON.parse(answer) : null;
  }

  /** About how many rows match; null where nobody can tell. */
  async estimate({ estimate }: Connection): Promise<number | null> {
    return estimate instanceof Estimate ? this.#estimates.of(estimate) : null;
  }

  /** The same of the rows that a relation without arguments leads to from a row. Statistics are over all projects. */
  async estimateOf(relation: Relation, parent: Row, parentType: RowType): Promise<number | null> {
    if (this.#projects !== undefined) return null;
    const rows = { relation, place: NO_PLACE, orders: [] };
    const asked = { arguments: [], variables: {}, projects: undefined };
    return this.estimate({ estimate: new Estimate(rows, parent, parentType, asked) });
  }
}
