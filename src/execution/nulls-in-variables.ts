import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A variable whose type allows null, and a place that does not. */
export interface NeededVariable {
  readonly name: string;
  readonly type: string;
  readonly node: VariableNode;
}

/**
 * A variable with a default may stand where null may not (`$run: String = "x"` for `runId: String!`), and only a request
 * shows whether it is given null after all. Each such place of an operation, to be looked at before it is run: executors
 * differ in what they make of it.
 */
export function variablesThatMayNotBeNull(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly NeededVariable[] {
  const nullable = new Set(
    (operation.variableDefinitions ?? [])
      .filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
      .map(({ variable }) => variable.name.value),
  );
  if (nullable.size === 0) return [];
  const found: NeededVariable[] = [];
  const types = new TypeInfo(schema);
  const collect = visitWithTypeInfo(types, {
    // Where they are declared they stand in no place.
    VariableDefinition: () => false,
    Variable: (node) => {
      const type = types.getInputType();
      if (isNonNullType(type) && nullable.has(node.name.value))
        found.push({ name: node.name.value, type: String(type), node });
    },
  });
  const own = separateOperations(document)[operation.name?.value ?? ''];
  if (own) visit(own, collect);
  return found;
}

export const nullError = ({ name, type, node }: NeededVariable): GraphQLError =>
  new GraphQLError(`Variable "$${name}" must not be null where a ${type} is taken.`, { nodes: node });
