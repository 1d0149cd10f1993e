import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type Source,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { coerceVariables } from '../execution/coerce-variables.ts';
import { compileDocument, type Run } from '../execution/compile-document.ts';
import { decidingVariables } from '../execution/conditions.ts';
import { remember } from '../remember.ts';

/** What an operation is run by, by the values of the variables that decide what it skips. */
interface Operation {
  readonly deciding: readonly string[];
  /** Undefined for what was asked once. */
  readonly runs: Map<string, Run | undefined>;
}

/** By document and name, kept as long as Yoga's cache keeps the parsed document. */
const documents = new WeakMap<DocumentNode, Map<string | undefined, Operation>>();

/** Of so many choices of what an operation skips compiled code is kept; others are interpreted. */
const MAX_RUNS = 8;

const interpret: Run = async (args) => execute(args);

/**
 * Executes documents as functions compiled by graphql-jit from the second time on. Compiling the walk takes as long as
 * running it five times, and a notebook that writes values into the text sends each document once.
 */
export function useCompiledExecution(): Plugin {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(async (args) =>
        withReported(withPlaces(await runOf(args)(args), args.document.loc?.source), args.contextValue),
      );
    },
  };
}

function runOf(args: ExecutionArgs): Run {
  const { schema, document } = args;
  const name = args.operationName ?? undefined;
  const operations = remember(documents, document, () => new Map<string | undefined, Operation>());
  const { deciding, runs } = remember(operations, name, () => ({
    deciding: decidingVariables(document),
    runs: new Map<string, Run | undefined>(),
  }));
  const { coerced = {} } = deciding.length > 0 ? coerceVariables(args) : {};
  const key = deciding.map((variable) => String(coerced[variable])).join(' ');
  const known = runs.get(key);
  if (known) return known;
  const isSecond = runs.has(key);
  if (!isSecond && runs.size >= MAX_RUNS) return interpret;
  // What graphql-jit cannot compile is interpreted always.
  const run = isSecond ? (compileDocument(schema, document, name, coerced) ?? interpret) : undefined;
  runs.set(key, run);
  return run ?? interpret;
}

/** Adds the errors that stand beside data, e.g. of a list that was cut. */
function withReported(result: ExecutionResult, context: Partial<Context> | undefined): ExecutionResult {
  const { reported = [] } = context ?? {};
  return reported.length === 0 ? result : { ...result, errors: [...(result.errors ?? []), ...reported] };
}

/** graphql-jit gives `locations` alone, but Yoga reads them from the positions in the source. */
function withPlaces(result: ExecutionResult, source: Source | undefined): ExecutionResult {
  if (!result.errors || !source) return result;
  const lines = [0, ...Array.from(source.body.matchAll(LINE_END), ({ 0: end, index }) => index + end.length)];
  const errors = result.errors.map((error) => {
    const { message, path, extensions, originalError = error, locations = [] } = error;
    const positions = locations.map(({ line, column }) => (lines[line - 1] ?? 0) + column - 1);
    return new GraphQLError(message, { source, positions, path, originalError, extensions });
  });
  return { ...result, errors };
}

/** As GraphQL ends lines. */
const LINE_END = /\r\n|[\n\r]/g;
