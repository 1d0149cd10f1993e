import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  type ListValueNode,
  type ObjectValueNode,
  SchemaMetaFieldDef,
  separateOperations,
  TypeMetaFieldDef,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { standsFor } from './asked-operation.ts';
import { coerceVariables } from './coerce-variables.ts';
import { isCompilable } from './compilable.ts';
import { COERCED_TYPE, compiledSchema } from './compiled-schema.ts';
import { decide } from './conditions.ts';

/** Runs one operation of a document. */
export type Run = (args: ExecutionArgs) => Promise<ExecutionResult>;

/**
 * An operation as a function made by graphql-jit, for what its conditions skip by these variables; no others are looked
 * at. graphql-jit would take a fragment that is spread twice for skipped where one place skips it.
 * Undefined if it cannot make one.
 */
export function compileDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): Run | undefined {
  const operation = getOperationAST(document, operationName);
  const alone = operation && separateOperations(document)[operation.name?.value ?? ''];
  // Compiled code sees another schema than callers.
  if (!alone || asksOfSchema(alone)) return undefined;
  const decided = decide(alone, variables);
  const executed = getOperationAST(decided, operationName);
  if (!executed || !isCompilable(schema, decided, executed)) return undefined;
  const takingCoerced = {
    ...executed,
    variableDefinitions: (executed.variableDefinitions ?? []).map(takesCoerced),
  };
  standsFor(takingCoerced, { schema, document, operation });
  const definitions = decided.definitions.map((one) => (one === executed ? takingCoerced : one));
  const compiled = compileQuery(compiledSchema(schema), { ...decided, definitions }, operationName, {
    // An error that was thrown has its own stack; the one of its wrapper tells nothing.
    disablingCapturingStackErrors: true,
    // `compiledSchema` keeps from this what must be serialised.
    disableLeafSerialization: true,
  });
  if (!isCompiledQuery(compiled)) return undefined;
  const inside = variablesInsideValues(alone);
  return async (args) => {
    const { coerced, errors } = coerceVariables(args);
    if (errors) return { errors };
    // graphql-jit would write null in the place of each.
    if (inside.some((name) => !Object.hasOwn(coerced, name))) return execute(args);
    // It takes what an object inherits for a variable.
    const own = Object.assign(Object.create(null), coerced);
    return compiled.query(args.rootValue, args.contextValue, own);
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

const takesCoerced = ({ kind, variable }: VariableDefinitionNode): VariableDefinitionNode => ({
  kind,
  variable,
  type: COERCED_TYPE,
});
