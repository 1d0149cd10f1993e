import { type DocumentNode, type ExecutionResult, execute, GraphQLError, type Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { compileDocument, type Run } from '../execution/compile-document.ts';
import { remember } from '../remember.ts';

/** By operation, kept as long as Yoga's cache keeps the parsed document; undefined for one that was asked once. */
const documents = new WeakMap<DocumentNode, Map<string | undefined, Run | undefined>>();

const interpret: Run = async (args) => execute(args);

/**
 * Executes documents as functions compiled by graphql-jit from the second time on. Compiling the walk takes as long as
 * running it five times, and a notebook that writes values into the text sends each document once.
 */
export function useCompiledExecution(): Plugin {
  return {
    onExecute({ args: { schema, document, operationName }, setExecuteFn }) {
      const operations = remember(documents, document, () => new Map<string | undefined, Run | undefined>());
      const name = operationName ?? undefined;
      const isKnown = operations.has(name);
      // What graphql-jit cannot compile is interpreted always.
      const run =
        operations.get(name) ??
        (isKnown ? (compileDocument(schema, document, name) ?? interpret) : undefined);
      operations.set(name, run);
      const answer = run ?? interpret;
      setExecuteFn(async (args) =>
        withReported(withPlaces(await answer(args), args.document.loc?.source), args.contextValue),
      );
    },
  };
}

/** Adds the errors that stand beside data, e.g. of a list that was cut. */
function withReported(result: ExecutionResult, context: Partial<Context> | undefined): ExecutionResult {
  const { reported = [] } = context ?? {};
  return reported.length === 0 ? result : { ...result, errors: [...(result.errors ?? []), ...reported] };
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
