import type { GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import { askedOperation } from '../execution/asked-operation.ts';
import { remember } from '../remember.ts';
import { needOf } from './need.ts';
import { Plan } from './plan.ts';
import { collectRootFields, type DocumentParts, partsOf } from './read/collect-fields.ts';

/** Plans of documents, found again by operation; they go when the server's cache of parsed documents drops it. */
const plans = new WeakMap<OperationDefinitionNode, ReadonlyMap<string, Plan>>();

/** A plan for each root field of an operation that reads the database, under its name in the answer. */
export function plansOf(
  parts: () => DocumentParts,
  operation: OperationDefinitionNode,
): ReadonlyMap<string, Plan> {
  return remember(plans, operation, () => planAll(parts(), operation));
}

function planAll(parts: DocumentParts, operation: OperationDefinitionNode) {
  const type = parts.schema.getRootType(operation.operation);
  const fields = type ? collectRootFields(parts, type, operation.selectionSet) : [];
  const reading = fields.filter(({ field }) => needOf(field.extensions) !== undefined);
  return new Map(reading.map((field) => [field.key, new Plan(parts, field)]));
}

/** The plan of the root field that is being resolved. */
export function planOf(info: GraphQLResolveInfo): Plan {
  const asked = askedOperation(info.operation);
  const plans = asked
    ? plansOf(() => partsOf(asked.document, asked.schema), asked.operation)
    : plansOf(() => info, info.operation);
  const plan = plans.get(String(info.path.key));
  if (!plan) throw new Error(`There is no plan for ${info.fieldName}.`);
  return plan;
}
