import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { type ErrorCode, LineageError } from '../errors.ts';
import { requestIdOf } from './request-id.ts';

/**
 * The one door for errors: each leaves with `extensions.code`. Ours, and GraphQL's own from before execution (syntax,
 * validation, variables), say what they say; anything else is logged under the request's id and hidden.
 */
export function useErrorCodes(logger: Logger): Plugin {
  const shown = (error: GraphQLError, requestId: string): GraphQLError => {
    const cause = rootCause(error);
    if (cause instanceof LineageError) return coded(error, cause.message, cause.code, cause.extensions);
    if (cause instanceof GraphQLError && !error.path)
      return coded(error, error.message, 'BAD_USER_INPUT', cause.extensions);
    logger.error({ requestId, err: cause }, 'request failed');
    return coded(error, `Something went wrong here; request ${requestId}.`, 'INTERNAL_SERVER_ERROR', {
      requestId,
    });
  };
  return {
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result || !result.errors) return;
      const requestId = requestIdOf(request);
      setResult({ ...result, errors: result.errors.map((error) => shown(error, requestId)) });
    },
  };
}

/** The error that was thrown, below those that executors wrap around it. */
function rootCause(error: Error): Error {
  if (error instanceof LineageError || !(error instanceof GraphQLError) || !error.originalError) return error;
  return rootCause(error.originalError);
}

function coded(
  error: GraphQLError,
  message: string,
  code: ErrorCode,
  extensions: GraphQLError['extensions'],
): GraphQLError {
  const { path, locations } = error;
  const result = new GraphQLError(message, { path: path ?? null, extensions: { ...extensions, code } });
  // The compiled executor knows the places, but not the nodes that GraphQLError would read them from.
  return Object.defineProperty(result, 'locations', { value: locations, enumerable: true });
}
