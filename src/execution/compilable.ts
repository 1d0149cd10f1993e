import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { applies, fragmentsOf } from './fragments.ts';

/** Compiling takes 0.1 to 0.2 ms for each field; the walk has 60. */
const MAX_SELECTIONS = 500;

/**
 * Whether graphql-jit makes of an operation what it is, in a time that others can wait. It writes what is asked of an
 * interface out for each type, and keeps what resolvers are told under the names of a path joined by `_`, so that
 * those of `a { b_c }` and `c_a { b }` are told the same.
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
): boolean {
  const root = schema.getRootType(operation);
  const fragments = fragmentsOf(document);
  let left = MAX_SELECTIONS;
  const told = new Map<string, string>();

  const isOnly = (path: readonly string[], field: string): boolean => {
    const name = path
      .toReversed()
      .flatMap((key) => key.split('_'))
      .filter((part) => !PLACE_IN_LIST.test(part))
      .join('_');
    const place = `${path.join('.')} ${field}`;
    const known = told.get(name);
    told.set(name, place);
    return known === undefined || known === place;
  };

  const below = (
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    path: readonly string[],
  ): boolean =>
    selections.every((selection) => {
      left -= 1;
      if (left < 0) return false;
      if (selection.kind !== Kind.FIELD) {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (!fragment || !applies(schema, type, fragment.typeCondition)) return true;
        return below(type, fragment.selectionSet, path);
      }
      const field = type.getFields()[selection.name.value];
      if (!field) return true;
      const here = [...path, selection.alias?.value ?? selection.name.value];
      const inner = selection.selectionSet;
      return (
        isOnly(here, field.name) &&
        (!inner || typesOf(schema, field.type).every((one) => below(one, inner, here)))
      );
    });

  return root != null && below(root, selectionSet, []);
}

/** As graphql-jit names places in lists. */
const PLACE_IN_LIST = /^idx\d+$/;

function typesOf(schema: GraphQLSchema, type: GraphQLOutputType): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isAbstractType(named)) return schema.getPossibleTypes(named);
  return isObjectType(named) ? [named] : [];
}
