import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
} from 'graphql';

/** The fragments of a document by their names. */
export function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  return fragments;
}

/** Whether a fragment with this type condition is about objects of a type. */
export function applies(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  named: NamedTypeNode | undefined,
): boolean {
  if (!named) return true;
  const condition = schema.getType(named.name.value);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
