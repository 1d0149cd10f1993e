import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  getOperationAST,
  valueFromASTUntyped,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { remember } from '../remember.ts';

interface Compiled {
  readonly run: CompiledQuery['query'];
  /** Defaults of variables. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

const NOT_COMPILED = 'runs in graphql-js';

/** Compiled documents are kept as long as Yoga's cache keeps the parsed document; each operation on its own. */
const documents = new WeakMap<DocumentNode, Map<string, Compiled | typeof NOT_COMPILED>>();

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: string,
): Compiled | typeof NOT_COMPILED {
  // Without the path-based option a fragment that is spread twice takes the @skip of one place for both.
  const query = compileQuery(schema, document, operation || undefined, { useExperimentalPathBasedSkipInclude: true });
  return isCompiledQuery(query)
    ? { run: query.query, defaults: defaultsOf(document, operation) }
    : NOT_COMPILED;
}

/** graphql-jit refuses `$id: ID! = "x"` without a value, so defaults are filled in before it looks. */
function defaultsOf(
  document: DocumentNode,
  operation: string | undefined,
): Readonly<Record<string, unknown>> {
  const variables = getOperationAST(document, operation || undefined)?.variableDefinitions ?? [];
  return Object.fromEntries(
    variables.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

/** Executes documents as functions compiled by graphql-jit, once per document; what it can't compile runs in graphql-js. */
export function useCompiledExecution(): Plugin {
  return {
    onExecute({ args, setExecuteFn }) {
      const operation = args.operationName ?? '';
      const operations = remember(documents, args.document, () => new Map());
      const query = remember(operations, operation, () => compile(args.schema, args.document, operation));
      if (query === NOT_COMPILED) return setExecuteFn(execute);
      const { run, defaults } = query;
      setExecuteFn(() => run(args.rootValue, args.contextValue, { ...defaults, ...args.variableValues }));
    },
  };
}
