import { type GraphQLError, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { costLimitExceeded } from '../errors.ts';
import { coerceVariables } from '../execution/coerce-variables.ts';
import type { ServerContext } from '../http/request-facts.ts';
import { checkTokens } from '../limits/check-tokens.ts';
import { checkSize, LIMITS } from '../limits/document-size.ts';
import { type Expansion, measureExpansion } from '../limits/expansion.ts';
import { remember } from '../remember.ts';

interface Limits {
  readonly maxDepth: number;
  readonly maxCost: number;
  /** Whether callers may know the schema, and errors may suggest names of it. */
  readonly introspection: boolean;
}

type Measured = Awaited<ReturnType<Context['lineage']['measure']>>;

/** Measured once, as long as Yoga's cache keeps the document; the cost depends on the variables. */
const expansions = new WeakMap<OperationDefinitionNode, Expansion>();

/**
 * Refuses queries that ask for too much before anything of them runs: by what is written, by what that is with its
 * fragments written out, by the statements that it takes, and by what the lists in it may give. Each answer tells the
 * cost of its query in `extensions.cost`, with a warning where no index serves a filter or an order of a large table, and the
 * request's record has it with the operation, refused or not.
 */
export function useLimits({
  maxDepth,
  maxCost,
  introspection,
}: Limits): Plugin<Context & ServerContext, ServerContext> {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        checkTokens(source);
        const document = parse(source, options);
        checkSize(document);
        return document;
      });
    },
    // No promise where nothing is waited for.
    onExecute({ args, setResultAndStopExecution }) {
      const refuse = (errors: readonly GraphQLError[]): void => setResultAndStopExecution({ errors });
      const { schema, document, operationName, contextValue } = args;
      const operation = getOperationAST(document, operationName);
      if (!operation) return undefined;
      const { record } = contextValue.facts;
      record.operation = { kind: operation.operation, name: operation.name?.value };
      const expansion = remember(expansions, operation, () => measureExpansion(document, operation));
      const tooLarge = refuseExpansion(expansion, maxDepth);
      if (tooLarge) return refuse([tooLarge]);
      const { coerced, errors } = coerceVariables(args, { hideSuggestions: !introspection });
      if (errors) return refuse(errors);
      const charge = ({ cost, subqueries, warnings }: Measured): void => {
        record.cost = Math.max(1, cost);
        if (warnings.length > 0) record.warnings = warnings;
        const tooDear = refuseCost(subqueries, record.cost, maxCost);
        if (tooDear) refuse([tooDear]);
      };
      const measured = contextValue.lineage.measure(document, schema, operation, coerced);
      return measured instanceof Promise ? measured.then(charge) : charge(measured);
    },
    onResultProcess({ result, setResult, serverContext: { facts } }) {
      const { cost, warnings } = facts.record;
      if (cost === undefined || Array.isArray(result) || Symbol.asyncIterator in result) return;
      const extensions = {
        ...result.extensions,
        cost: { requested: cost, limit: maxCost, ...(warnings && { warnings }) },
      };
      setResult({ ...result, extensions });
    },
  };
}

function refuseExpansion({ depth, fields }: Expansion, maxDepth: number): GraphQLError | undefined {
  if (depth > maxDepth)
    return costLimitExceeded(
      'depth',
      `A query takes ${maxDepth} levels, but this one has ${depth}.`,
      depth,
      maxDepth,
    );
  if (fields <= LIMITS.fields) return undefined;
  const message = `A query takes ${LIMITS.fields} fields, but with its fragments written out this one has ${fields}.`;
  return costLimitExceeded('fields', message, fields, LIMITS.fields);
}

function refuseCost(subqueries: number, cost: number, maxCost: number): GraphQLError | undefined {
  if (subqueries > LIMITS.subqueries) {
    const message = `A query takes ${LIMITS.subqueries} subqueries, but this one has ${subqueries}: ask for fewer edges. An edge to a workflow run counts as 10.`;
    return costLimitExceeded('subqueries', message, subqueries, LIMITS.subqueries);
  }
  if (cost <= maxCost) return undefined;
  const message = `This query costs ${cost}, but one may cost ${maxCost}: ask for fewer rows (first), fewer edges within edges, or groups by fewer values.`;
  return costLimitExceeded('cost', message, cost, maxCost);
}
