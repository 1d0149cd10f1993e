import { type ExecutionArgs, type GraphQLError, getOperationAST, getVariableValues } from 'graphql';
import { remember } from '../remember.ts';

type Coerced =
  | { readonly coerced: Record<string, unknown>; readonly errors?: never }
  | { readonly errors: readonly GraphQLError[]; readonly coerced?: never };

/** Coerced once for each request, although its limits and its execution both need them. */
const known = new WeakMap<ExecutionArgs, Coerced>();

/** As graphql-js has it. */
const OPTIONS = { maxErrors: 50 };

/** The variables of an operation as the schema has them, with their defaults. */
export function coerceVariables(args: ExecutionArgs): Coerced {
  return remember(known, args, () => {
    const operation = getOperationAST(args.document, args.operationName);
    const definitions = operation?.variableDefinitions ?? [];
    return getVariableValues(args.schema, definitions, args.variableValues ?? {}, OPTIONS);
  });
}
