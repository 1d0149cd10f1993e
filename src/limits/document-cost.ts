import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLList,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  typeFromAST,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../connection/keyset.ts';

/** Lists without page are small by nature: the steps of a run, the reasons of a rule. */
const LIST_SIZE = 10;
/** Counting reads rows that are not given. */
const COUNT = 10;
/** Parts of a payload can be large. */
const JSON_VALUE = 1;

type Variables = Readonly<Record<string, unknown>>;
/** What a part of a query costs, for variables and for a number of rows in the connection that it stands in. */
type Weigh = (variables: Variables, rows: number) => number;
/** The number of rows that an argument asks for. */
type Rows = (variables: Variables) => number;

/** What an operation asks for at most. */
export interface Measure {
  readonly depth: number;
  /** About the number of objects in the answer, the sizes of lists multiplied. */
  readonly cost: (variables: Variables) => number;
}

interface Part {
  readonly depth: number;
  readonly weigh: Weigh;
}

const NOTHING: Part = { depth: 0, weigh: () => 0 };

/** Measures a valid operation. Each fragment is measured once, however often and deep it is spread. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const measured = new Map<string, Part>();
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue,
    ]),
  );

  const fragment = (name: string): Part => {
    const known = measured.get(name);
    if (known) return known;
    const definition = fragments.get(name);
    const type = definition && typeFromAST(schema, definition.typeCondition);
    const part = definition ? once(selection(definition.selectionSet, type)) : NOTHING;
    measured.set(name, part);
    return part;
  };

  const selection = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): Part => {
    const parts = selections.map((one): Part => {
      if (one.kind === Kind.FIELD) return field(one, type);
      if (one.kind === Kind.FRAGMENT_SPREAD) return fragment(one.name.value);
      const inner = one.typeCondition ? typeFromAST(schema, one.typeCondition) : type;
      return selection(one.selectionSet, inner);
    });
    return {
      depth: Math.max(0, ...parts.map(({ depth }) => depth)),
      weigh: (variables, rows) => parts.reduce((total, { weigh }) => total + weigh(variables, rows), 0),
    };
  };

  const field = (node: FieldNode, parent: GraphQLNamedType | undefined): Part => {
    const found = fieldOf(parent, node.name.value);
    if (!found) return { ...NOTHING, depth: 1 };
    const type = getNamedType(found.type);
    if (!isCompositeType(type) || !node.selectionSet) {
      const own = leafCost(node.name.value, type.name);
      return { depth: 1, weigh: () => own };
    }
    const below = selection(node.selectionSet, type);
    const depth = below.depth + 1;
    if (isConnection(type.name)) {
      const size = pageSize(node);
      return { depth, weigh: (variables) => 1 + below.weigh(variables, size(variables)) };
    }
    if (isConnection(parent?.toString() ?? '')) {
      if (!isList(found.type)) return { depth, weigh: () => 1 };
      return { depth, weigh: (variables, rows) => rows * (1 + below.weigh(variables, rows)) };
    }
    const own = type.name === 'UsageSummary' ? COUNT : 1;
    const times = isList(found.type) ? listSize(node) : undefined;
    return {
      depth,
      weigh: (variables, rows) => (times?.(variables) ?? 1) * (own + below.weigh(variables, rows)),
    };
  };

  const fieldOf = (
    parent: GraphQLNamedType | undefined,
    name: string,
  ): GraphQLField<unknown, unknown> | undefined => {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  };

  /** Of an argument that is left out, undefined; the value is checked where it is used. */
  const argument = (node: FieldNode, name: string): ((variables: Variables) => unknown) | undefined => {
    const value = node.arguments?.find((one) => one.name.value === name)?.value;
    if (!value) return undefined;
    if (value.kind !== Kind.VARIABLE) return () => plain(value);
    const { value: variable } = value.name;
    const preset = defaults.get(variable);
    return (variables) =>
      Object.hasOwn(variables, variable) ? variables[variable] : preset && plain(preset);
  };

  const pageSize = (node: FieldNode): Rows => {
    const [first, last] = [argument(node, 'first'), argument(node, 'last')];
    return (variables) => {
      const asked = first?.(variables) ?? last?.(variables) ?? DEFAULT_PAGE_SIZE;
      return Math.min(Math.max(Number(asked) || 0, 0), MAX_PAGE_SIZE);
    };
  };

  const listSize = (node: FieldNode): Rows => {
    const ids = argument(node, 'ids');
    if (!ids) return () => LIST_SIZE;
    return (variables) => {
      const given = ids(variables);
      return Array.isArray(given) ? given.length : 1;
    };
  };

  const root = schema.getRootType(operation.operation) ?? undefined;
  const { depth, weigh } = selection(operation.selectionSet, root);
  return { depth, cost: (variables) => weigh(variables, 1) };
}

const isConnection = (type: string): boolean => type.endsWith('Connection');
const isList = (type: GraphQLOutputType): boolean => getNullableType(type) instanceof GraphQLList;

function leafCost(field: string, type: string): number {
  if (field === 'totalCount' || field === 'estimatedCount') return COUNT;
  return type === 'JSON' ? JSON_VALUE : 0;
}

function plain(value: ValueNode): unknown {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.LIST) return value.values;
  return undefined;
}

/** Remembers what the last request's variables gave, or fragments that spread each other twice take exponential time. */
function once({ depth, weigh }: Part): Part {
  let last: { readonly variables: Variables; readonly costs: Map<number, number> } | undefined;
  return {
    depth,
    weigh: (variables, rows) => {
      if (last?.variables !== variables) last = { variables, costs: new Map() };
      const known = last.costs.get(rows);
      if (known !== undefined) return known;
      const cost = weigh(variables, rows);
      last.costs.set(rows, cost);
      return cost;
    },
  };
}
