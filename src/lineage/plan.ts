import { type FieldNode, type GraphQLResolveInfo, getArgumentValues, Kind, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Capabilities } from '../database/capabilities.ts';
import { LineageError } from '../errors.ts';
import { remember } from '../remember.ts';
import type { Asked } from './asked.ts';
import { attempt } from './available.ts';
import type { Access } from './check/access.ts';
import { readsJson, subqueriesOf } from './check/query-cost.ts';
import { type FieldArguments, NO_ARGUMENTS } from './field-arguments.ts';
import { choiceOfAll } from './index-use.ts';
import { type Need, needOf } from './need.ts';
import { type Prepared, prepareQuery } from './prepare-query.ts';
import type { Cell } from './query.ts';
import type { CollectedField, DocumentParts } from './read/collect-fields.ts';
import { isMet } from './read/condition.ts';
import { type Place, Places } from './read/places.ts';
import { readArguments } from './read/read-arguments.ts';
import { QueryReader } from './read/read-query.ts';

type Variables = GraphQLResolveInfo['variableValues'];

/** What requests of one shape share: only the parameters differ. */
interface Shape {
  readonly query: Cell;
  /** How many subqueries the statement has. */
  readonly subqueries: number;
  /** Its cost depends on the usual size of columns. */
  readonly readsJson: boolean;
  /** Its root is a list of all rows, with a filter or an order of the caller's. */
  readonly isChosen: boolean;
  /** Its root groups all rows of a table by several values. */
  readonly groupsAll: boolean;
  /** By state of the database, and by what callers may read. */
  readonly statements: WeakMap<Capabilities, Map<string, Prepared>>;
}

/** What one request asks, and all that is known of requests like it. */
export interface Request {
  readonly asked: Asked;
  readonly shape: Shape;
}

/** Kept per root field of a document: one whose arguments come in more shapes is written anew. */
const MAX_SHAPES = 64;

/** What one root field of one document asks of the database: a query, and its statement, per shape of its arguments. */
export class Plan {
  readonly #parts: DocumentParts;
  readonly #root: CollectedField;
  readonly #need: Need;
  readonly #places = new Places();
  /** The arguments of places that take no variables. */
  readonly #constants: readonly (FieldArguments | LineageError | undefined)[];
  readonly #shapes = new LRUCache<string, Shape>({ max: MAX_SHAPES });

  constructor(parts: DocumentParts, root: CollectedField) {
    const need = needOf(root.field.extensions);
    if (!need) throw new Error(`The root field ${root.field.name} needs nothing of the database.`);
    this.#parts = parts;
    this.#root = root;
    this.#need = need;
    // All places are found before any request: its arguments decide only which of them it reads.
    new QueryReader(parts, this.#places, () => NO_ARGUMENTS).root(root, need);
    this.#constants = this.#places.all.map((place) =>
      takesVariables(place.node) ? undefined : readPlace(place, {}),
    );
  }

  /** The field's name in the schema, for errors. */
  get name(): string {
    return this.#root.field.name;
  }

  /** Whether @skip and @include leave the root field in. */
  isAsked(variables: Variables): boolean {
    return isMet(this.#root.condition, variables);
  }

  ask(variables: Variables, projects: Asked['projects']): Request {
    const given = this.#places.all.map(
      (place, index) => this.#constants[index] ?? readPlace(place, variables),
    );
    return this.request({ arguments: given, variables, projects });
  }

  request(asked: Asked): Request {
    const shape = remember<string, Shape>(this.#shapes, shapeOf(asked), () => this.#read(asked));
    return { asked, shape };
  }

  /** How many rows are looked up together, where the caller names them one by one. */
  batchOf(asked: Asked): number | undefined {
    const relation = this.#need.kind === 'rows' ? this.#need.relation : undefined;
    const [given] = asked.arguments;
    if (!relation?.types || !given || given instanceof LineageError) return undefined;
    return relation.cost?.(given.own).rows;
  }

  /** The statement for a request. Throws what the root itself lacks: NOT_IN_THIS_DATABASE, FORBIDDEN, BAD_USER_INPUT. */
  prepare({ asked, shape }: Request, capabilities: Capabilities, access: Access, isFew = false): Prepared {
    const statements = remember(shape.statements, capabilities, () => new Map<string, Prepared>());
    const write = (): Prepared => prepareQuery(shape.query, asked, capabilities, access, isFew);
    return remember(statements, isFew ? `${access.shape} few` : access.shape, write);
  }

  #read(asked: Asked): Shape {
    const reader = new QueryReader(this.#parts, this.#places, (index) => argumentsOf(asked, index));
    const query = reader.root(this.#root, this.#need);
    const [subqueries, json] = [subqueriesOf(query, asked), readsJson(query)];
    const isChosen = choiceOfAll(query, asked) !== undefined;
    const all = groupsAll(query, asked);
    return { query, subqueries, readsJson: json, isChosen, groupsAll: all, statements: new WeakMap() };
  }
}

const shapeOf = (asked: Asked): string =>
  asked.arguments.map((one) => (one instanceof LineageError ? '!' : one.shape)).join('\n');

function argumentsOf(asked: Asked, index: number): FieldArguments | LineageError {
  const given = asked.arguments[index];
  if (!given) throw new Error('The document was read in another order than before.');
  return given;
}

function readPlace({ field, node, need }: Place, variables: Variables): FieldArguments | LineageError {
  return attempt(() => readArguments(need, getArgumentValues(field, node, variables)));
}

function takesVariables(node: FieldNode): boolean {
  let takes = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      [Kind.VARIABLE]: () => {
        takes = true;
      },
    });
  }
  return takes;
}

/** By one value, even that of a run, there are no more groups than runs; by two there can be as many as rows. */
function groupsAll(cell: Cell, asked: Asked): boolean {
  if (cell.kind !== 'query') return false;
  const { relation, place } = cell.query.rows;
  const given = asked.arguments[place];
  if (relation.startsAt.length > 0 || !given || given instanceof LineageError) return false;
  return (relation.groupedBy?.(given.own) ?? 0) > 1;
}
