import {
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
} from 'graphql';
import type { ReactNode } from 'react';
import { replaced, withSelections } from './selections.ts';

type Change = (selections: readonly SelectionNode[]) => void;

interface Props {
  readonly schema: GraphQLSchema;
  readonly type: GraphQLAbstractType;
  readonly selections: readonly SelectionNode[];
  readonly onChange: Change;
  /** Shows the fields of one of the types. */
  readonly fields: (
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    onChange: Change,
  ) => ReactNode;
}

const fragmentOn = ({ name }: GraphQLObjectType): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
  },
});

/** What may stand behind an interface: each type with a box to tick, `... on Type`. */
export function TypeConditions({ schema, type, selections, onChange, fields }: Props) {
  const fragments = selections.filter((one) => one.kind === Kind.INLINE_FRAGMENT);
  return (
    <ul>
      {schema.getPossibleTypes(type).map((possible) => {
        const fragment = fragments.find(({ typeCondition }) => typeCondition?.name.value === possible.name);
        const toggle = () =>
          onChange(
            fragment ? replaced(selections, fragment, undefined) : [...selections, fragmentOn(possible)],
          );
        return (
          <li key={possible.name}>
            <label title={possible.description ?? undefined}>
              <input type="checkbox" checked={fragment !== undefined} onChange={toggle} />
              <span>... on {possible.name}</span>
            </label>
            {fragment &&
              fields(possible, fragment.selectionSet.selections, (next) =>
                onChange(replaced(selections, fragment, withSelections(fragment, next))),
              )}
          </li>
        );
      })}
    </ul>
  );
}
