import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../execution/fragments.ts';

/** How large an operation is with its fragments written out. */
export interface Expansion {
  /** Levels of fields. */
  readonly depth: number;
  /** Fields, each as often as a fragment repeats it. */
  readonly fields: number;
}

/** Measures without writing out: each fragment once, however often and deep it is spread. For valid documents. */
export function measureExpansion(document: DocumentNode, operation: OperationDefinitionNode): Expansion {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, Expansion>();

  const fragment = (name: string): Expansion => {
    const known = measured.get(name);
    if (known) return known;
    const definition = fragments.get(name);
    const found = definition ? selection(definition.selectionSet) : NOTHING;
    measured.set(name, found);
    return found;
  };

  const selection = ({ selections }: SelectionSetNode): Expansion => {
    let [depth, fields] = [0, 0];
    for (const one of selections) {
      const below =
        one.kind === Kind.FRAGMENT_SPREAD
          ? fragment(one.name.value)
          : one.selectionSet
            ? selection(one.selectionSet)
            : NOTHING;
      const own = one.kind === Kind.FIELD ? 1 : 0;
      depth = Math.max(depth, own + below.depth);
      fields += own + below.fields;
    }
    return { depth, fields };
  };

  return selection(operation.selectionSet);
}

const NOTHING: Expansion = { depth: 0, fields: 0 };
