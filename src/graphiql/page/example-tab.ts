import { type ConstValueNode, Kind, print, valueFromASTUntyped } from 'graphql';
import { operationOf, STARTS, type StartingValue } from './starting-values.ts';

export interface Tab {
  readonly query: string;
  readonly variables: string;
}

/** Says in the tab itself what it starts with, where that is not what the example says. */
function note(name: string, { value, origin }: StartingValue): string {
  const what = STARTS[name]?.what ?? name;
  if (origin === 'example') return '';
  const quoted = JSON.stringify(value);
  return origin === 'newest'
    ? `# ${name}: ${quoted} is the newest ${what} of this database.\n`
    : `# This database has no ${what} to start with; ${quoted} is of the demo.\n`;
}

/** An example as a tab of GraphiQL: its variables stand in the variables pane, and name what is in this database. */
export function exampleTab(example: string, values: ReadonlyMap<string, StartingValue>): Tab {
  const definitions = operationOf(example)?.variableDefinitions ?? [];
  let query = example;
  const variables: Record<string, unknown> = {};
  // From the end, so that the places of what stands before stay true.
  for (const { variable, defaultValue } of definitions.toReversed()) {
    const start = values.get(variable.name.value);
    const given: ConstValueNode | undefined = start
      ? { kind: Kind.STRING, value: start.value }
      : defaultValue;
    variables[variable.name.value] = given ? valueFromASTUntyped(given) : null;
    if (start && given && defaultValue?.loc) {
      query = query.slice(0, defaultValue.loc.start) + print(given) + query.slice(defaultValue.loc.end);
    }
  }
  const notes = definitions.map(({ variable: { name } }) => {
    const start = values.get(name.value);
    return start ? note(name.value, start) : '';
  });
  const inOrder = Object.fromEntries(Object.entries(variables).toReversed());
  return {
    query: notes.join('') + query,
    variables: definitions.length === 0 ? '' : JSON.stringify(inOrder, null, 2),
  };
}
