import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { TABLES } from '../../src/database/tables.ts';
import { COMPUTED } from '../../src/security/policies/computed.ts';

/** How a type is asked for, as schema.graphql says, and its table and key. */
export interface AskedType {
  readonly type: string;
  readonly table: string;
  /** The key's column in SQL, and its field in the graph. */
  readonly key: string;
  readonly keyField: string;
  /** The root fields that give all rows, and one row. */
  readonly list: string;
  readonly lookup: string;
  /** The order of the list, in SQL, where nobody asks for one. */
  readonly order: string;
  /** Texts, numbers and times by which the list can be sorted. */
  readonly orders: readonly string[];
}

export const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

export const snake = (field: string): string =>
  field === 'rowId' ? 'id' : field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Whether no table holds the column; test/answers tells what such columns give. */
export const isComputed = (type: string, field: string): boolean =>
  Object.hasOwn(COMPUTED[type] ?? {}, field);

const PLAIN: ReadonlySet<string> = new Set(['String', 'Int', 'BigInt', 'Float', 'DateTime']);

const RUNS = `(select * from workflow.run_records where record_kind = 'run' and step = '' and record_key = 'main') r`;

/** The orders of lists that are not by key. */
const ORDERS: Readonly<Record<string, string>> = {
  WorkflowRun: 'coalesce(finished_at, updated_at, created_at) desc, run_id desc',
  RunRecord: 'created_at desc, id desc',
  TokenUsage: 'created_at desc, id desc',
  RetrievalEvent: 'created_at desc, id desc',
  QueryCacheEntry: 'created_at desc, cache_key desc',
};

function askedType(type: string, table: string, keyField: string): AskedType {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const gives = (name: string): string => {
    const found = roots.find(
      (field) => field.deprecationReason == null && getNamedType(field.type).name === name,
    );
    if (!found) throw new Error(`No root field gives ${name}.`);
    return found.name;
  };
  const orderBy = schema.getType(`${type}OrderBy`);
  const row = schema.getType(type);
  const isPlain = (field: string): boolean =>
    !isComputed(type, field) &&
    isObjectType(row) &&
    PLAIN.has(getNamedType(row.getFields()[field]?.type)?.name ?? '');
  return {
    type,
    table,
    key: snake(keyField),
    keyField,
    order: ORDERS[type] ?? snake(keyField),
    list: gives(`${type}Connection`),
    lookup: gives(type),
    orders: isInputObjectType(orderBy) ? Object.keys(orderBy.getFields()).filter(isPlain) : [],
  };
}

/** Every type of the graph that has rows: those of the tables, and the workflow runs that have a header. */
export const ASKED_TYPES: readonly AskedType[] = [
  askedType('WorkflowRun', RUNS, 'runId'),
  ...Object.entries(TABLES).map(([type, { name, key }]) => askedType(type, name, key)),
];

export function askedTypeOf(type: string): AskedType {
  const found = ASKED_TYPES.find((asked) => asked.type === type);
  if (!found) throw new Error(`${type} is no type with rows.`);
  return found;
}
