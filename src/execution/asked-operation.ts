import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** An operation as callers wrote it. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** By the operation that is executed in its place. */
const asked = new WeakMap<OperationDefinitionNode, AskedOperation>();

/** Notes that `compiled` is executed in the place of what was asked. */
export function standsFor(compiled: OperationDefinitionNode, original: AskedOperation): void {
  asked.set(compiled, original);
}

/** What the operation that is being executed stands for; undefined if it is the one that was asked. */
export const askedOperation = (executed: OperationDefinitionNode): AskedOperation | undefined =>
  asked.get(executed);
