import { connectionArguments } from '../../connection/connection-arguments.ts';
import { connectionType } from '../../connection/connection-type.ts';
import { builder, type TypeName } from '../../schema/builder.ts';
import { encodeNodeId } from '../../schema/node-id.ts';
import { rowsNamed } from '../joined.ts';
import { allRows, allRuns, lookup } from '../lookups.ts';
import { needs } from '../need.ts';
import type { Relation } from '../relation.ts';
import { idFieldOf, type RowType } from '../row-type.ts';
import { fromRoot } from './from-rows.ts';
import { listed } from './listed.ts';

interface RootFields {
  /** The look-up of one row, and the sets of fields of which each tells a row. */
  readonly one: string;
  readonly by: readonly (readonly string[])[];
  /** The connection over all rows. */
  readonly many: string;
  /** The name that the connection had before, which still works. */
  readonly formerly?: string;
  readonly description?: string;
  /** Workflow runs only: rows can be asked for that no header names. */
  readonly withoutHeader?: true;
}

/** Gives a type its global id, its look-up and its connection. */
export function rootFields(name: TypeName, options: RootFields): void {
  const type = rowsNamed(name);
  idField(name, type);
  lookupField(name, type, options);
  listField(name, type, options);
  const { formerly } = options;
  if (formerly) listField(name, type, { ...options, many: formerly }, `Use ${options.many}.`);
}

function idField(name: TypeName, type: RowType): void {
  const key = idFieldOf(type);
  builder.objectField(name, 'id', (t) =>
    t.id({
      description: 'The global id, for `node(id:)` and client caches.',
      extensions: needs({ kind: 'value', fields: [key] }),
      resolve: (row) => encodeNodeId(name, String(row[key])),
    }),
  );
}

function lookupField(name: TypeName, type: RowType, { one, by }: RootFields): void {
  const ways = by.map((fields) => fields.join(' + ')).join(', or this ');
  builder.queryField(one, (t) =>
    t.field({
      type: name,
      description: `The ${name} with this ${ways}; null when there is none.`,
      args: lookupArguments(type, by),
      ...fromRoot(lookup(`Query.${one}`, type, by)),
    }),
  );
}

function listField(
  name: TypeName,
  type: RowType,
  { many, description, withoutHeader }: RootFields,
  deprecationReason?: string,
): void {
  const relation = withoutHeader ? allRuns(`Query.${many}`, type) : allRows(`Query.${many}`, type);
  builder.queryField(many, (t) =>
    t.field({
      type: connectionType(name),
      description:
        description ?? `All rows of ${name}, in pages; ${orderOf(relation)} unless orderBy says otherwise.`,
      ...(deprecationReason && { deprecationReason }),
      args: {
        ...connectionArguments(listed(type)),
        ...(withoutHeader && {
          withoutHeader: t.arg.boolean({
            description: 'Only runs that have no header; only those with one by default.',
          }),
        }),
      },
      ...fromRoot(relation),
    }),
  );
}

const orderOf = ({ orderBy: [order] = [], orderWithin: within }: Relation): string => {
  if (!order) return 'by key';
  return `the latest first, by ${order.field}${within ? ` (of one ${within.field} by ${within.orderBy[0]?.field}),` : ','}`;
};

function lookupArguments(type: RowType, by: RootFields['by']) {
  const required = by.length === 1;
  return builder.args((t) =>
    Object.fromEntries(
      by.flat().map((field) => {
        const description = `The row's ${field}.`;
        const isNumber = type.columns.get(field)?.kind === 'BigInt';
        return [
          field,
          isNumber ? t.field({ type: 'BigInt', required, description }) : t.string({ required, description }),
        ];
      }),
    ),
  );
}
