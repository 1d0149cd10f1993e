import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type Source,
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

/** Executes documents as functions compiled by graphql-jit, once per document; what it can't compile runs in graphql-js. */
export function useCompiledExecution(): Plugin {
  return {
    onExecute({ args, setExecuteFn }) {
      const operation = args.operationName ?? '';
      const operations = remember(documents, args.document, () => new Map());
      const query = remember(operations, operation, () => compile(args.schema, args.document, operation));
      if (query === NOT_COMPILED) return setExecuteFn(execute);
      const { run, defaults } = query;
      setExecuteFn(async () => {
        const result = await run(args.rootValue, args.contextValue, { ...defaults, ...args.variableValues });
        return withPlaces(result, args.document.loc?.source);
      });
    },
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: string,
): Compiled | typeof NOT_COMPILED {
  const query = compileQuery(schema, document, operation || undefined, {
    // Without it a fragment that is spread twice takes the @skip of one place for both.
    useExperimentalPathBasedSkipInclude: true,
    // An error that was thrown has its own stack; the one of its wrapper tells nothing.
    disablingCapturingStackErrors: true,
  });
  return isCompiledQuery(query)
    ? { run: query.query, defaults: defaultsOf(document, operation) }
    : NOT_COMPILED;
}

/** graphql-jit refuses `$id: ID! = "x"` without a value, so defaults are filled in before it looks. */
function defaultsOf(document: DocumentNode, operation: string): Readonly<Record<string, unknown>> {
  const variables = getOperationAST(document, operation || undefined)?.variableDefinitions ?? [];
  return Object.fromEntries(
    variables.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

/** graphql-jit gives `locations` alone, but Yoga reads them from the positions in the source. */
function withPlaces(result: ExecutionResult, source: Source | undefined): ExecutionResult {
  if (!result.errors || !source) return result;
  const lines = source.body.split('\n');
  const position = ({ line, column }: { readonly line: number; readonly column: number }): number =>
    lines.slice(0, line - 1).reduce((before, text) => before + text.length + 1, column - 1);
  const errors = result.errors.map((error) => {
    const { message, path, extensions, originalError = error, locations = [] } = error;
    return new GraphQLError(message, {
      source,
      positions: locations.map(position),
      path,
      originalError,
      extensions,
    });
  });
  return { ...result, errors };
}
