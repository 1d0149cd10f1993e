import { Kind, type OperationDefinitionNode, parse } from 'graphql';

/** How to find what a variable of the examples can start with. Both queries give the value as their first text. */
interface Start {
  /** What it names, for the reader. */
  readonly what: string;
  /** Whether the value of the example, `$own`, is in this database. */
  readonly own: string;
  readonly newest: string;
}

const NEWEST_RUN = 'workflowRuns(first: 1)';
const GIVEN = '{ isNull: false }';

/** By the name of the variable; every text that an example needs has a line here. */
export const STARTS: Readonly<Record<string, Start>> = {
  runId: {
    what: 'run',
    own: 'workflowRun(runId: $own) { runId }',
    newest: `${NEWEST_RUN} { nodes { runId } }`,
  },
  model: {
    what: 'model of a run',
    own: `workflowRun(runId: "demo-walk") { tokenUsage(first: 1, where: { model: { eq: $own } }) { nodes { model } } }`,
    newest: `${NEWEST_RUN} { nodes { tokenUsage(first: 1, where: { model: ${GIVEN} }) { nodes { model } } } }`,
  },
  workstreamId: {
    what: 'workstream',
    own: 'workflowRuns(first: 1, where: { workstreamId: { eq: $own } }) { nodes { workstreamId } }',
    newest: `workflowRuns(first: 1, where: { workstreamId: ${GIVEN} }) { nodes { workstreamId } }`,
  },
  title: {
    what: 'paper',
    own: 'documents(first: 1, where: { title: { startsWith: $own } }) { nodes { title } }',
    newest: `documents(first: 1, where: { title: ${GIVEN} }) { nodes { title } }`,
  },
};

export interface StartingValue {
  readonly value: string;
  readonly origin: 'example' | 'newest' | 'none';
}

/** Asks the server; null stands for an answer that did not come. */
export type Ask = (query: string, variables: Record<string, string>) => Promise<unknown>;

function firstText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const part of Object.values(value)) {
    const text = firstText(part);
    if (text !== undefined) return text;
  }
  return undefined;
}

export const operationOf = (query: string): OperationDefinitionNode | undefined =>
  parse(query).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);

/** The texts that the examples ask for unless told otherwise, by variable. */
function ownValues(queries: readonly string[]): ReadonlyMap<string, string> {
  const definitions = queries.flatMap((query) => operationOf(query)?.variableDefinitions ?? []);
  return new Map(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.STRING ? [[variable.name.value, defaultValue.value]] : [],
    ),
  );
}

/**
 * What the variables of the examples start with over this database: the values of the examples where they are there, as
 * in the demo, else the newest. All are asked for in one request; where the server gives none, the example stays as it is.
 */
export async function startingValues(
  queries: readonly string[],
  ask: Ask,
): Promise<ReadonlyMap<string, StartingValue>> {
  const own = [...ownValues(queries)].filter(([name]) => STARTS[name]);
  const parts = own.map(([name]) => {
    const start = STARTS[name];
    return `own_${name}: ${start?.own.replace('$own', `$${name}`)}\n newest_${name}: ${start?.newest}`;
  });
  const parameters = own.map(([name]) => `$${name}: String!`).join(', ');
  const answer = await ask(`query Start(${parameters}) { ${parts.join('\n')} }`, Object.fromEntries(own));
  const data = new Map(typeof answer === 'object' && answer !== null ? Object.entries(answer) : []);
  const startOf = ([name, value]: readonly [string, string]): [string, StartingValue] => {
    if (firstText(data.get(`own_${name}`)) !== undefined) return [name, { value, origin: 'example' }];
    const found: unknown = data.get(`newest_${name}`);
    const newest = firstText(found);
    if (newest !== undefined) return [name, { value: newest, origin: 'newest' }];
    // No answer is not an answer without rows.
    return [name, { value, origin: found ? 'none' : 'example' }];
  };
  return new Map(own.map(startOf));
}
