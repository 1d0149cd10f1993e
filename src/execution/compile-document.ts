import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type ListValueNode,
  type ObjectValueNode,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { coerceVariables } from './coerce-variables.ts';
import { COERCED_TYPE, compiledSchema } from './compiled-schema.ts';

/** Runs one operation of a document. */
export type Run = (args: ExecutionArgs) => Promise<ExecutionResult>;

/** An operation as a function made by graphql-jit; undefined if it cannot make one. */
export function compileDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): Run | undefined {
  const operation = getOperationAST(document, operationName);
  // Compiled code sees another schema than callers.
  if (!operation || asksOfSchema(document)) return undefined;
  const compiled = compileQuery(compiledSchema(schema), takingCoerced(document, operation), operationName, {
    // Without it a fragment that is spread twice takes the @skip of one place for both.
    useExperimentalPathBasedSkipInclude: true,
    // An error that was thrown has its own stack; the one of its wrapper tells nothing.
    disablingCapturingStackErrors: true,
    // `compiledSchema` keeps from this what must be serialised.
    disableLeafSerialization: true,
  });
  if (!isCompiledQuery(compiled)) return undefined;
  const inside = variablesInsideValues(document);
  return async (args) => {
    const { coerced, errors } = coerceVariables(args);
    if (errors) return { errors };
    // graphql-jit would write null in the place of each.
    if (inside.some((name) => !Object.hasOwn(coerced, name))) return execute(args);
    return compiled.query(args.rootValue, args.contextValue, coerced);
  };
}

function asksOfSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field: ({ name: { value } }) => {
      if (value === SchemaMetaFieldDef.name || value === TypeMetaFieldDef.name) asks = true;
    },
  });
  return asks;
}

/** Variables that are written inside an object or a list: `{ eq: $runId }`. */
function variablesInsideValues(document: DocumentNode): readonly string[] {
  const found = new Set<string>();
  const collect = (value: ObjectValueNode | ListValueNode): void => {
    visit(value, { Variable: ({ name }) => void found.add(name.value) });
  };
  visit(document, { ObjectValue: collect, ListValue: collect });
  return [...found];
}

function takingCoerced(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const variableDefinitions = (operation.variableDefinitions ?? []).map((definition) =>
    // Those of @skip and @include are looked at by their type.
    isBoolean(definition)
      ? definition
      : { kind: definition.kind, variable: definition.variable, type: COERCED_TYPE },
  );
  const definitions = document.definitions.map((definition) =>
    definition === operation ? { ...operation, variableDefinitions } : definition,
  );
  return { ...document, definitions };
}

function isBoolean({ type }: VariableDefinitionNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && named.name.value === 'Boolean';
}
