import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { ERROR_CODES, type ErrorCode } from '../error-codes.ts';
import { internal, LineageError } from '../errors.ts';
import type { ServerContext } from '../http/request-facts.ts';
import { remember } from '../remember.ts';
import { inDocumentOrder } from './errors-in-order.ts';
import { groupRepeated } from './repeated-errors.ts';

/**
 * The one door for errors: each leaves with `extensions.code`. Ours, and GraphQL's own from before execution (syntax,
 * validation, variables), say what they say; anything else is logged under the request's id and hidden.
 */
export function useErrorCodes(logger: Logger): Plugin<object, ServerContext> {
  const shown = (error: GraphQLError, cause: Error, requestId: string): Shown => {
    if (cause instanceof LineageError) return ours(cause);
    if (cause instanceof GraphQLError && !error.path) {
      return { message: error.message, code: 'BAD_USER_INPUT', extensions: ownWords(cause.extensions) };
    }
    logger.error({ requestId, err: cause }, 'request failed');
    return internal(requestId);
  };
  return {
    onResultProcess({ result, setResult, serverContext: { facts } }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result || !result.errors) return;
      const { requestId } = facts;
      const failedWhole = result.data == null;
      // What one statement lacks can stand at many fields; it is logged once.
      const known = new Map<Error, Shown>();
      const errors = result.errors.map((error) => {
        const cause = rootCause(error);
        const told = remember(known, cause, () => shown(error, cause, requestId));
        return answer(error, told, failedWhole);
      });
      setResult({ ...result, errors: groupRepeated(inDocumentOrder(errors)) });
    },
  };
}

type Extensions = GraphQLError['extensions'];

/** What a caller sees of an error. */
interface Shown {
  readonly message: string;
  readonly code: ErrorCode;
  readonly extensions: Extensions;
}

/** The error that was thrown, below those that executors wrap around it. */
function rootCause(error: Error): Error {
  if (error instanceof LineageError || !(error instanceof GraphQLError) || !error.originalError) return error;
  return rootCause(error.originalError);
}

/** Yoga repeats a body that is no JSON in `originalError`, which also tells it to answer 400 whatever is accepted. */
const ownWords = ({ originalError, ...extensions }: Extensions = {}): Extensions =>
  originalError === undefined ? extensions : { ...extensions, http: { status: 400 } };

/** With the status that we gave it, or none: what Yoga adds while it parses would make each limit there a 200. */
function ours({ message, code, extensions, http }: LineageError): Shown {
  const { http: _of, ...details } = extensions;
  return { message, code, extensions: { ...details, ...(http && { http }) } };
}

/** `http` tells Yoga the status and leaves with it; `spec`: but 200 to callers of the older application/json. */
function answer(
  error: GraphQLError,
  { message, code, extensions }: Shown,
  failedWhole: boolean,
): GraphQLError {
  const http = { status: ERROR_CODES[code].status, spec: code === 'BAD_USER_INPUT' };
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions: { ...(failedWhole && { http }), ...extensions, code },
  });
}
