import {
  type FieldNode,
  type GraphQLField,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { emptyValue } from './argument-value.ts';
import { fieldGroups } from './field-groups.ts';

const selectionSet = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

/** A field with what it needs to be valid: required arguments, and for an object the first of its fields. */
export function newSelection(field: GraphQLField<unknown, unknown>): FieldNode {
  const node: FieldNode = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: field.name },
    arguments: field.args.filter(isRequiredArgument).map(({ name, type }) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value: emptyValue(type),
    })),
  };
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return node;
  const [first] = isObjectType(type) ? fieldGroups(type).flatMap(({ fields }) => fields) : [];
  const isUsable = first && !isAbstractType(getNamedType(first.type)) && !first.args.some(isRequiredArgument);
  const child: FieldNode = isUsable
    ? newSelection(first)
    : { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  return { ...node, selectionSet: selectionSet([child]) };
}

/** The list with one selection changed, or left out where nothing is put in its place. */
export const replaced = (
  selections: readonly SelectionNode[],
  old: SelectionNode,
  by: SelectionNode | undefined,
): readonly SelectionNode[] => selections.flatMap((one) => (one === old ? (by ? [by] : []) : [one]));

/** An object of which nothing is selected is no valid query: it goes with its last field. */
export function withSelections<Node extends SelectionNode>(
  node: Node,
  selections: readonly SelectionNode[],
): Node | undefined {
  return selections.length === 0 ? undefined : { ...node, selectionSet: selectionSet(selections) };
}
