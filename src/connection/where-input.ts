import type { InputRef } from '@pothos/core';
import type { ColumnKind } from '../database/tables.ts';
import { remember } from '../remember.ts';
import { builder } from '../schema/builder.ts';
import { CLOSED_SETS } from '../schema/closed-sets.ts';
import type { Where } from './condition.ts';
import { columnMeaning, type ListColumn } from './list-column.ts';
import { meaningOf, operatorsOf } from './operators.ts';

type Filterable = ListColumn & { readonly kind: Exclude<ColumnKind, 'Json'> };
type Operators = Readonly<Record<string, unknown>>;

const isFilterable = (column: ListColumn): column is Filterable => column.kind !== 'Json';

/** For texts that are redacted: comparing them would tell what the redaction hides. */
const presence = builder.inputRef<Operators>('PresenceFilter').implement({
  description: 'Whether there is a text. It is given without its credentials, so it cannot be compared.',
  fields: (t) =>
    Object.fromEntries(
      operatorsOf('String').flatMap(([word, operator]) =>
        operator.takes === 'flag' ? [[word, t.boolean({ description: meaningOf(operator, 'String') })]] : [],
      ),
    ),
});

const operators = new Map<string, InputRef<Operators>>();

/** The conditions on one column, e.g. `StringFilter`; one input per scalar and enum, shared by all types. */
function operatorsOn(owner: string, { field, kind, compared: isCompared }: Filterable): InputRef<Operators> {
  if (!isCompared) return presence;
  const closed = CLOSED_SETS.get(`${owner}.${field}`);
  const type = closed ?? kind;
  const name = closed?.name ?? kind;
  const compared = closed ? 'Enum' : kind;
  return remember(operators, name, () =>
    builder.inputRef<Operators>(`${name}Filter`).implement({
      description: `Conditions on a value of type ${name}; all that are given must hold.`,
      fields: (t) =>
        Object.fromEntries(
          operatorsOf(compared).map(([word, operator]) => {
            const { takes } = operator;
            const description = meaningOf(operator, compared);
            if (takes === 'flag') return [word, t.boolean({ description })];
            return [word, t.field({ type: takes === 'list' ? [type] : type, description })];
          }),
        ),
    }),
  );
}

const wheres = new Map<string, InputRef<Where>>();

/** The rows of a type as lists have them: what they can be filtered by and sorted by. */
export interface ListedType {
  readonly name: string;
  readonly columns: readonly ListColumn[];
  /** The edges by which rows can be filtered. Asked for late, since types lead to each other. */
  readonly related: () => readonly RelatedType[];
}

interface RelatedType {
  readonly field: string;
  readonly to: ListedType;
}

const relatedInputs = new Map<string, InputRef<Where>>();

/** `<Type>Related`: a filter by the rows of a type that an edge leads to. */
function relatedInput(to: ListedType): InputRef<Where> {
  const known = relatedInputs.get(to.name);
  if (known) return known;
  const ref = builder.inputRef<Where>(`${to.name}Related`);
  // Before its fields are made, since they lead back to it.
  relatedInputs.set(to.name, ref);
  return ref.implement({
    description: `Which rows of ${to.name} an edge must lead to. Costs 10, and 100 for workflow runs.`,
    fields: (t) => ({
      some: t.field({ type: whereInput(to), description: 'It leads to at least one of these.' }),
      none: t.field({ type: whereInput(to), description: 'It leads to none of these; {}: to nothing.' }),
      every: t.field({
        type: whereInput(to),
        description: 'All that it leads to is among these; holds where it leads to nothing.',
      }),
    }),
  });
}

/** `<Type>Where`: the one grammar of filters, over the columns of a type. */
export function whereInput({ name: type, columns, related }: ListedType): InputRef<Where> {
  const known = wheres.get(type);
  if (known) return known;
  const ref = builder.inputRef<Where>(`${type}Where`);
  wheres.set(type, ref);
  return ref.implement({
    description: `Which rows of ${type}: all conditions given must hold. A row without a value in a column matches only isNull there.`,
    fields: (t) => ({
      ...Object.fromEntries(
        columns
          .filter(isFilterable)
          .map((column) => [
            column.field,
            t.field({ type: operatorsOn(type, column), description: columnMeaning(column) }),
          ]),
      ),
      ...Object.fromEntries(
        related().map(({ field, to }) => [
          field,
          t.field({
            type: relatedInput(to),
            description: `By the rows of ${to.name} that ${field} gives.`,
          }),
        ]),
      ),
      AND: t.field({ type: [ref], description: 'All of these hold; an empty list holds.' }),
      OR: t.field({ type: [ref], description: 'At least one of these holds; an empty list does not.' }),
      NOT: t.field({ type: ref, description: 'This does not hold.' }),
    }),
  });
}
