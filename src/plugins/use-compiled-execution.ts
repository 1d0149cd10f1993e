import { type DocumentNode, execute, type GraphQLSchema, getOperationAST, valueFromASTUntyped } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';

interface Compiled {
  readonly run: CompiledQuery['query'];
  /** Defaults of variables. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

/** Compiled documents are kept as long as Yoga's cache keeps the parsed document; each operation on its own. */
const documents = new WeakMap<DocumentNode, Map<string | undefined, Compiled | undefined>>();

function compiled(schema: GraphQLSchema, document: DocumentNode, operation: string | undefined): Compiled | undefined {
  let operations = documents.get(document);
  if (!operations) documents.set(document, (operations = new Map()));
  if (!operations.has(operation)) {
    // Without the path-based option a fragment that is spread twice takes the @skip of one place for both.
    const query = compileQuery(schema, document, operation, { useExperimentalPathBasedSkipInclude: true });
    operations.set(
      operation,
      isCompiledQuery(query) ? { run: query.query, defaults: defaultsOf(document, operation) } : undefined,
    );
  }
  return operations.get(operation);
}

/** graphql-jit refuses `$id: ID! = "x"` without a value, so defaults are filled in before it looks. */
function defaultsOf(document: DocumentNode, operation: string | undefined): Readonly<Record<string, unknown>> {
  const variables = getOperationAST(document, operation)?.variableDefinitions ?? [];
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
      const query = compiled(args.schema, args.document, args.operationName ?? undefined);
      if (!query) return setExecuteFn(execute);
      const { run, defaults } = query;
      setExecuteFn(() => run(args.rootValue, args.contextValue, { ...defaults, ...args.variableValues }));
    },
  };
}
