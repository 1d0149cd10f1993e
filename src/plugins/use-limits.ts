import {
  type DocumentNode,
  type GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { costLimitExceeded } from '../errors.ts';
import { type Measure, measureOperation } from '../limits/document-cost.ts';
import { checkSize, LIMITS } from '../limits/document-size.ts';
import { remember } from '../remember.ts';
import { recordOf } from './use-observation.ts';

interface Limits {
  readonly maxDepth: number;
  readonly maxCost: number;
}

/** Measured once, as long as Yoga's cache keeps the document; only the cost depends on the variables. */
const measures = new WeakMap<OperationDefinitionNode, Measure>();

/**
 * Refuses queries that ask for too much before anything of them runs: by what is written, then by depth, then by what
 * the lists in it may give. Each answer tells the cost of its query in `extensions.cost`, and the request's record has it
 * with the operation, refused or not.
 */
export function useLimits({ maxDepth, maxCost }: Limits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        const document = parseWithin(source, options);
        checkSize(document);
        return document;
      });
    },
    onExecute({
      args: { schema, document, operationName, variableValues, contextValue },
      setResultAndStopExecution,
    }) {
      const operation = getOperationAST(document, operationName);
      if (!operation) return;
      const measure = remember(measures, operation, () => measureOperation(schema, document, operation));
      const requested = measure.cost(variableValues ?? {});
      const record = recordOf(contextValue.request);
      record.operation = { kind: operation.operation, name: operation.name?.value };
      record.cost = requested;
      const error = refusal(measure.depth, requested);
      const extensions = { cost: { requested, limit: maxCost } };
      if (error) return setResultAndStopExecution({ errors: [error], extensions });
      return {
        onExecuteDone({ result, setResult }) {
          if (!(Symbol.asyncIterator in result))
            setResult({ ...result, extensions: { ...result.extensions, ...extensions } });
        },
      };
    },
  };

  function refusal(depth: number, cost: number): GraphQLError | undefined {
    if (depth > maxDepth)
      return costLimitExceeded(
        'depth',
        `A query takes ${maxDepth} levels, but this one has ${depth}.`,
        depth,
        maxDepth,
      );
    if (cost <= maxCost) return undefined;
    const message = `This query costs ${cost}, but one may cost ${maxCost}: ask for fewer rows (first) or fewer edges within edges.`;
    return costLimitExceeded('cost', message, cost, maxCost);
  }
}

type ParseArguments = Parameters<typeof parse>;

function parseWithin(source: ParseArguments[0], options: ParseArguments[1]): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: LIMITS.tokens });
  } catch (error) {
    // Of graphql-js' syntax errors only this one is about the number of tokens.
    if (!(error instanceof Error) || !/more that \d+ tokens/.test(error.message)) throw error;
    throw costLimitExceeded(
      'tokens',
      `A document takes ${LIMITS.tokens} tokens at most.`,
      LIMITS.tokens + 1,
      LIMITS.tokens,
    );
  }
}
