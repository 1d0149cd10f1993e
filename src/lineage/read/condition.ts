import { type DirectiveNode, Kind, type SelectionNode } from 'graphql';

/** One setting of @skip or @include by a variable. */
interface Toggle {
  readonly variable: string;
  readonly value: boolean;
}

/** When something is asked for: in one of these ways at least, each of which needs all its toggles. */
export type Condition = readonly (readonly Toggle[])[];

/** Asked for whatever the variables are. */
export const ALWAYS: Condition = [[]];

export const isAlways = (condition: Condition): boolean => condition.some((toggles) => toggles.length === 0);

/** Undefined if a literal says that the selection is left out. */
export function conditionOf({ directives = [] }: SelectionNode): readonly Toggle[] | undefined {
  const toggles: Toggle[] = [];
  for (const directive of directives) {
    const value = valueWanted(directive);
    if (value === undefined) continue;
    const given = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    if (given?.kind === Kind.VARIABLE) toggles.push({ variable: given.name.value, value });
    else if (given?.kind === Kind.BOOLEAN && given.value !== value) return undefined;
  }
  return toggles;
}

const valueWanted = ({ name }: DirectiveNode): boolean | undefined =>
  ({ skip: false, include: true })[name.value];

const printed = (condition: Condition): string =>
  condition
    .map((toggles) =>
      toggles
        .map(({ variable, value }) => `${value ? '' : 'not '}$${variable}`)
        .sort()
        .join(' and '),
    )
    .sort()
    .join(' or ');

export const printCondition = (condition: Condition): string => printed(condition);

export const isSame = (one: Condition, other: Condition): boolean =>
  isAlways(one) ? isAlways(other) : printed(one) === printed(other);

/** Both: in each way of the one, with all that each way of the other needs. */
export const both = (condition: Condition, toggles: readonly Toggle[]): Condition =>
  toggles.length === 0 ? condition : condition.map((way) => [...way, ...toggles]);

export const isMet = (condition: Condition, variables: Readonly<Record<string, unknown>>): boolean =>
  condition.some((way) => way.every(({ variable, value }) => variables[variable] === value));
