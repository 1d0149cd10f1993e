import { createHash } from 'node:crypto';
import {
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { Capabilities } from '../database/capabilities.ts';
import { compileSql, Late, type Sql } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
import { remember } from '../remember.ts';
import type { Access } from './access.ts';
import { type FieldArguments, readArguments } from './arguments.ts';
import type { Need } from './need.ts';
import { isSingle, type Part, type Request } from './request.ts';
import { type SelectedField, SelectionReader, type Site } from './selection.ts';
import { Sources } from './source.ts';
import { StatementWriter } from './statement.ts';

/** A statement ready for any request of its shape. */
export interface Prepared {
  readonly name: string | undefined;
  readonly text: string;
  readonly parameters: readonly Late<Request>[];
  readonly read: Part['read'];
}

/** Writes the statement around the root part. */
export type WriteRoot = (writer: StatementWriter, root: SelectedField, request: Request) => Part;

/** How a root field reads: each way that one field can take has a key of its own. */
export interface Root {
  readonly key: string;
  readonly need: Need;
  readonly write: WriteRoot;
}

/** Statements kept per plan; a document whose arguments come in more shapes than this is written anew each time. */
const MAX_SHAPES = 64;
/** Names cost memory in every connection of the database, so there is an end to them; later statements have none. */
const MAX_NAMES = 2000;
const names = new Set<string>();

type Given = FieldArguments | LineageError;

/** Requests of one shape share a statement; only its parameters differ. */
const shapeOf = (given: readonly Given[]): string =>
  given.map((one) => (one instanceof LineageError ? '!' : one.shape)).join('\n');

/** What one root field of one document asks of the database: its selection, and a statement per shape of its arguments. */
export class Plan {
  readonly #root: SelectedField;
  readonly #sites: readonly Site[];
  readonly #constants: readonly (Given | undefined)[];
  readonly #write: WriteRoot;
  #statements = new Map<string, Prepared>();
  #capabilities: Capabilities | undefined;

  constructor(info: GraphQLResolveInfo, { need, write }: Root, type?: GraphQLObjectType) {
    const reader = new SelectionReader(info);
    const field = info.parentType.getFields()[info.fieldName];
    if (!field) throw new Error(`${info.parentType.name} has no field ${info.fieldName}.`);
    const key = String(info.path.key);
    this.#root = type
      ? reader.lookup(key, need, type, info.fieldNodes)
      : reader.field(key, need, field, info.fieldNodes);
    this.#sites = reader.sites;
    this.#constants = this.#sites.map((site) => (takesVariables(site) ? undefined : readSite(site, {})));
    this.#write = write;
  }

  arguments(variables: GraphQLResolveInfo['variableValues']): readonly Given[] {
    return this.#sites.map((site, index) => this.#constants[index] ?? readSite(site, variables));
  }

  /** The statement for a request. Throws what the root itself lacks: NOT_IN_THIS_DATABASE, FORBIDDEN, BAD_USER_INPUT. */
  prepare(request: Request, capabilities: Capabilities, access: Access): Prepared {
    if (this.#capabilities !== capabilities) {
      this.#capabilities = capabilities;
      this.#statements = new Map();
    }
    const shape = `${access.shape}\n${isSingle(request.keys)}\n${shapeOf(request.arguments)}`;
    const known = this.#statements.get(shape);
    if (known) return known;
    const writer = new StatementWriter(new Sources(capabilities, access), request);
    const keep = this.#statements.size < MAX_SHAPES;
    const prepared = prepare(this.#write(writer, this.#root, request), request, keep);
    if (keep) this.#statements.set(shape, prepared);
    return prepared;
  }
}

function prepare({ sql, read }: Part, request: Request, keep: boolean): Prepared {
  if (!sql) {
    const found = read(undefined, request, {});
    throw found instanceof Error ? found : new Error('The root of a statement has no SQL.');
  }
  const { text, parameters } = compile(sql);
  return { name: keep ? nameOf(text) : undefined, text, parameters, read };
}

/** The same text has the same name, whichever document it came from. */
function nameOf(text: string): string | undefined {
  const name = createHash('sha256').update(text).digest('base64url');
  if (names.size < MAX_NAMES) names.add(name);
  return names.has(name) ? name : undefined;
}

function compile(statement: Sql): Pick<Prepared, 'text' | 'parameters'> {
  const { sql: text, parameters } = compileSql(statement);
  return {
    text,
    parameters: parameters.map((value) => (value instanceof Late ? value : new Late(() => value))),
  };
}

function readSite({ field, node, need }: Site, variables: GraphQLResolveInfo['variableValues']): Given {
  try {
    return readArguments(need, getArgumentValues(field, node, variables));
  } catch (error) {
    if (error instanceof LineageError) return error;
    throw error;
  }
}

function takesVariables({ node }: Site): boolean {
  const found: string[] = [];
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      Variable: ({ name }) => {
        found.push(name.value);
      },
    });
  }
  return found.length > 0;
}

interface Plans {
  readonly byKey: Map<string, Plan>;
  /** The variables of @skip and @include: each setting of them selects something else, and has plans of its own. */
  readonly conditions: readonly string[];
}

/** Plans of documents, found again by document; they go when the server's cache of parsed documents drops it. */
export class PlanCache {
  readonly #plans = new WeakMap<OperationDefinitionNode, Plans>();

  get(info: GraphQLResolveInfo, root: Root, type?: GraphQLObjectType): Plan {
    const { variableValues, path } = info;
    const { byKey, conditions } = this.#plansOf(info);
    let key = `${path.key} ${root.key} `;
    for (const name of conditions) key += variableValues[name] === true ? 1 : 0;
    return remember(byKey, key, () => new Plan(info, root, type));
  }

  #plansOf({ operation, fragments }: GraphQLResolveInfo): Plans {
    return remember(this.#plans, operation, () => ({
      byKey: new Map<string, Plan>(),
      conditions: [...new Set([operation, ...Object.values(fragments)].flatMap(conditionVariables))],
    }));
  }
}

function conditionVariables(node: OperationDefinitionNode | FragmentDefinitionNode): readonly string[] {
  const found: string[] = [];
  visit(node, {
    Directive: ({ arguments: given }) => {
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) found.push(value.name.value);
    },
  });
  return found;
}
