import { sql } from 'kysely';
import type { Sql } from '../database/sql.ts';
import type { ColumnKind } from '../database/tables.ts';

/** What a filter compares: columns by their kind, and those whose values are a closed set. */
export type FilterKind = Exclude<ColumnKind, 'Json'> | 'Enum';

interface Described {
  readonly kinds: readonly FilterKind[];
  /** What it means, for the kinds where that differs from the rest. */
  readonly description: Readonly<Partial<Record<FilterKind, string>>> & { readonly any: string };
}

export type Operator = Described &
  (
    | { readonly takes: 'value' | 'list'; readonly sql: (column: Sql, value: Sql) => Sql }
    | { readonly takes: 'flag'; readonly sql: (column: Sql, flag: boolean) => Sql }
  );

const ORDERED = ['String', 'Int', 'BigInt', 'Float', 'DateTime'] as const;
const ALL = [...ORDERED, 'Boolean', 'Enum'] as const;
const TEXT = ['String'] as const;

/** Of texts, numbers and times, in the words of each. */
const compared = (text: string, number: string, time: string): Described['description'] => ({
  String: `${text} in the sort order of the database.`,
  DateTime: `${time} The year 1 BC and earlier are written with " BC" at the end; infinity and -infinity are valid too.`,
  Float: `${number} NaN counts as the largest number.`,
  any: number,
});

/** All that a filter can ask of a column. The input types, their descriptions and the SQL are made of this table. */
export const OPERATORS = {
  eq: {
    takes: 'value',
    kinds: ALL,
    description: {
      String: 'Equal to this text; case matters.',
      DateTime: 'At this moment.',
      any: 'Equal to this.',
    },
    sql: (column, value) => sql`${column} = ${value}`,
  },
  ne: {
    takes: 'value',
    kinds: ALL,
    description: { any: 'Not equal to this. A missing value does not match; add isNull for it.' },
    sql: (column, value) => sql`${column} <> ${value}`,
  },
  lt: {
    takes: 'value',
    kinds: ORDERED,
    description: compared('Before this text', 'Less than this.', 'Earlier than this.'),
    sql: (column, value) => sql`${column} < ${value}`,
  },
  lte: {
    takes: 'value',
    kinds: ORDERED,
    description: compared(
      'Before this text or equal to it',
      'Less than or equal to this.',
      'At this moment or earlier.',
    ),
    sql: (column, value) => sql`${column} <= ${value}`,
  },
  gt: {
    takes: 'value',
    kinds: ORDERED,
    description: compared('After this text', 'Greater than this.', 'Later than this.'),
    sql: (column, value) => sql`${column} > ${value}`,
  },
  gte: {
    takes: 'value',
    kinds: ORDERED,
    description: compared(
      'After this text or equal to it',
      'Greater than or equal to this.',
      'At this moment or later.',
    ),
    sql: (column, value) => sql`${column} >= ${value}`,
  },
  contains: {
    takes: 'value',
    kinds: TEXT,
    description: { any: 'Contains this text; case matters. No character is a wildcard.' },
    sql: (column, value) => sql`strpos(${column}, ${value}) > 0`,
  },
  startsWith: {
    takes: 'value',
    kinds: TEXT,
    description: { any: 'Starts with this text; case matters. No character is a wildcard.' },
    sql: (column, value) => sql`starts_with(${column}, ${value})`,
  },
  endsWith: {
    takes: 'value',
    kinds: TEXT,
    description: { any: 'Ends with this text; case does not matter. No character is a wildcard.' },
    // Measured after lower(), which can make a text longer or shorter.
    sql: (column, value) => sql`right(lower(${column}), length(lower(${value}))) = lower(${value})`,
  },
  icontains: {
    takes: 'value',
    kinds: TEXT,
    description: { any: 'Contains this text; case does not matter. No character is a wildcard.' },
    sql: (column, value) => sql`strpos(lower(${column}), lower(${value})) > 0`,
  },
  iequals: {
    takes: 'value',
    kinds: TEXT,
    description: { any: 'Equal to this text; case does not matter. No character is a wildcard.' },
    sql: (column, value) => sql`lower(${column}) = lower(${value})`,
  },
  in: {
    takes: 'list',
    kinds: ALL,
    description: { any: 'Equal to one of these; an empty list matches no row.' },
    sql: (column, values) => sql`${column} = any(${values})`,
  },
  notIn: {
    takes: 'list',
    kinds: ALL,
    description: { any: 'Equal to none of these; an empty list matches every row.' },
    sql: (column, values) => sql`${column} <> all(${values})`,
  },
  isNull: {
    takes: 'flag',
    kinds: ALL,
    description: { any: 'true: the value is missing. false: there is one.' },
    sql: (column, flag) => (flag ? sql`${column} is null` : sql`${column} is not null`),
  },
} as const satisfies Readonly<Record<string, Operator>>;

export type OperatorName = keyof typeof OPERATORS;

export const isOperator = (name: string): name is OperatorName => Object.hasOwn(OPERATORS, name);

export const operatorOf = (name: OperatorName): Operator => OPERATORS[name];

/** The operators on columns of a kind, in the order of the table. */
export const operatorsOf = (kind: FilterKind): readonly (readonly [OperatorName, Operator])[] =>
  Object.keys(OPERATORS)
    .filter(isOperator)
    .map((name) => [name, operatorOf(name)] as const)
    .filter(([, { kinds }]) => kinds.includes(kind));

export const meaningOf = ({ description }: Operator, kind: FilterKind): string =>
  description[kind] ?? description.any;
