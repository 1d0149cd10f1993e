import { isObjectType } from 'graphql';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionType } from '../connection/connection-type.ts';
import { checkValue } from '../connection/value.ts';
import { badInput } from '../errors.ts';
import type { Row } from '../execution/row.ts';
import { builder, type TypeName } from '../schema/builder.ts';
import { encodeNodeId } from '../schema/node-id.ts';
import { allRows } from './edges.ts';
import { listColumns } from './list-columns.ts';
import { type Lookup, lookupBy } from './lookup.ts';
import type { Need } from './need.ts';
import { columnsOfType, keyOf } from './workflow-run-columns.ts';

interface RootFields {
  /** The look-up of one row, and the sets of fields of which each tells a row. */
  readonly one: string;
  readonly by: readonly (readonly string[])[];
  /** The connection over all rows. */
  readonly many: string;
  readonly description?: string;
  /** Workflow runs only: rows can be asked for that no header names. */
  readonly withoutHeader?: true;
}

/** Gives a type its global id, its look-up and its connection. */
export function rootFields(type: TypeName, { one, by, many, description, withoutHeader }: RootFields): void {
  const key = keyOf(type);
  const id: Need = { kind: 'columns', fields: [key] };
  builder.objectField(type, 'id', (t) =>
    t.id({
      description: 'The global id, for `node(id:)` and client caches.',
      extensions: { need: id },
      resolve: (row) => encodeNodeId(type, String(row[key])),
    }),
  );
  const lookups = by.map((fields) => lookupBy(type, fields));
  builder.queryField(one, (t) =>
    t.field({
      type,
      nullable: true,
      description: lookupDescription(type, by),
      args: lookupArguments(type, by),
      resolve: (_root, args, { lineage }, info) => {
        const object = info.schema.getType(type);
        if (!isObjectType(object)) throw new Error(`${type} is no object type.`);
        const [lookup, key] = choose(type, lookups, args);
        return lineage.lookup(info, object, lookup, key);
      },
    }),
  );
  const all: Need = { kind: 'edge', edge: allRows(type) };
  builder.queryField(many, (t) =>
    t.field({
      type: connectionType(type),
      nullable: true,
      description: description ?? `All rows of ${type}, in pages; by key unless orderBy says otherwise.`,
      args: {
        ...connectionArguments(type, listColumns(type)),
        ...(withoutHeader && {
          withoutHeader: t.arg.boolean({
            description: 'Only runs that have no header; only those with one unless given.',
          }),
        }),
      },
      resolve: (_root, _args, { lineage }, info): Promise<Row | null> => lineage.root(info, all),
    }),
  );
}

const lookupDescription = (type: string, by: RootFields['by']): string =>
  `The ${type} with this ${by.map((fields) => fields.join(' + ')).join(', or this ')}; null when there is none.`;

function lookupArguments(type: TypeName, by: RootFields['by']) {
  const columns = columnsOfType(type);
  const required = by.length === 1;
  return builder.args((t) =>
    Object.fromEntries(
      by.flat().map((field) => {
        const description = `The row's ${field}.`;
        const isNumber = columns.get(field)?.kind === 'BigInt';
        return [
          field,
          isNumber ? t.field({ type: 'BigInt', required, description }) : t.string({ required, description }),
        ];
      }),
    ),
  );
}

/** By which key the caller asks, and its value. Throws BAD_USER_INPUT unless it is exactly one, and whole. */
function choose(
  type: string,
  lookups: readonly Lookup[],
  args: Readonly<Record<string, unknown>>,
): readonly [Lookup, readonly string[]] {
  const given = Object.keys(args).filter((field) => args[field] != null);
  const lookup = lookups.find(
    ({ fields }) => fields.length === given.length && fields.every((field) => args[field] != null),
  );
  if (!lookup) throw badInput(`Give ${lookups.map(({ fields }) => fields.join(' and ')).join(', or ')}.`);
  for (const field of given) checkValue(args[field], columnsOfType(type).get(field)?.kind ?? 'String', field);
  return [lookup, lookup.fields.map((field) => String(args[field]))];
}
