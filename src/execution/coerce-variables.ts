import {
  type ExecutionArgs,
  type GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { remember } from '../remember.ts';
import { type NeededVariable, nullError, variablesThatMayNotBeNull } from './nulls-in-variables.ts';

type Coerced =
  | { readonly coerced: Record<string, unknown>; readonly errors?: never }
  | { readonly errors: readonly GraphQLError[]; readonly coerced?: never };

/** Coerced once for each request, although its limits and its execution both need them. */
const known = new WeakMap<ExecutionArgs, Coerced>();

/** Found once for each document. */
const needed = new WeakMap<OperationDefinitionNode, readonly NeededVariable[]>();

/** As graphql-js has it. */
const MAX_ERRORS = 50;

/**
 * The variables of an operation as the schema has them, with their defaults. `hideSuggestions`: errors do not name parts
 * of the schema that the caller did not name. What is asked first counts.
 */
export function coerceVariables(args: ExecutionArgs, { hideSuggestions = false } = {}): Coerced {
  return remember(known, args, () => {
    const { schema, document, variableValues } = args;
    const operation = getOperationAST(document, args.operationName);
    const definitions = operation?.variableDefinitions ?? [];
    const options = { maxErrors: MAX_ERRORS, hideSuggestions };
    const read = getVariableValues(schema, definitions, variableValues ?? {}, options);
    if (read.errors || !operation) return read;
    const nulls = remember(needed, operation, () =>
      variablesThatMayNotBeNull(schema, document, operation),
    ).filter(({ name }) => read.coerced[name] === null);
    return nulls.length > 0 ? { errors: nulls.map(nullError) } : read;
  });
}
