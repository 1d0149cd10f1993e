import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { applies, fragmentsOf } from '../../execution/fragments.ts';
import { ALWAYS, both, type Condition, conditionOf, printCondition } from './condition.ts';

export interface DocumentParts {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** What a document brings, beside its operations. */
export const partsOf = (document: DocumentNode, schema: GraphQLSchema): DocumentParts => ({
  schema,
  fragments: Object.fromEntries(fragmentsOf(document)),
});

/** A field node and when it is asked for. */
export interface Occurrence {
  readonly node: FieldNode;
  readonly condition: Condition;
}

/** All that a document asks under one name in the answer. */
export interface CollectedField {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly occurrences: readonly Occurrence[];
  readonly condition: Condition;
}

/**
 * The fields below some field nodes, as CollectFields of the GraphQL specification has them for one type, but whatever
 * the variables of @skip and @include are: what they say is kept beside each field.
 */
export function collectFields(
  parts: DocumentParts,
  type: GraphQLObjectType,
  above: readonly Occurrence[],
): readonly CollectedField[] {
  const found = new Found();
  for (const { node, condition } of above) {
    if (node.selectionSet) collect(parts, type, node.selectionSet, condition, found);
  }
  return fieldsOf(type, found.fields);
}

/** The same for the fields of an operation. */
export function collectRootFields(
  parts: DocumentParts,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
): readonly CollectedField[] {
  const found = new Found();
  collect(parts, type, selectionSet, ALWAYS, found);
  return fieldsOf(type, found.fields);
}

class Found {
  readonly fields = new Map<string, Occurrence[]>();
  /** Fragments that were read under a condition: reading them again would find the same. */
  readonly #read = new Set<string>();

  isNew(fragment: string, condition: Condition): boolean {
    const size = this.#read.size;
    this.#read.add(`${fragment} ${printCondition(condition)}`);
    return this.#read.size > size;
  }

  add(key: string, occurrence: Occurrence): void {
    const list = this.fields.get(key);
    if (list) list.push(occurrence);
    else this.fields.set(key, [occurrence]);
  }
}

function collect(
  parts: DocumentParts,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  condition: Condition,
  found: Found,
): void {
  for (const selection of selections) {
    const toggles = conditionOf(selection);
    if (!toggles) continue;
    const here = both(condition, toggles);
    if (selection.kind === Kind.FIELD) {
      found.add(selection.alias?.value ?? selection.name.value, { node: selection, condition: here });
      continue;
    }
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    if (isSpread && !found.isNew(selection.name.value, here)) continue;
    const fragment = isSpread ? parts.fragments[selection.name.value] : selection;
    if (fragment && applies(parts.schema, type, fragment.typeCondition))
      collect(parts, type, fragment.selectionSet, here, found);
  }
}

function fieldsOf(
  type: GraphQLObjectType,
  found: ReadonlyMap<string, readonly Occurrence[]>,
): readonly CollectedField[] {
  const known = type.getFields();
  return [...found].flatMap(([key, occurrences]) => {
    const field = known[occurrences[0]?.node.name.value ?? ''];
    if (!field) return [];
    return [{ key, field, occurrences, condition: occurrences.flatMap(({ condition }) => condition) }];
  });
}
