import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import { getDatamodel, type default as PrismaTypes } from '../../prisma/generated/pothos-types.ts';
import type { Context } from '../context.ts';
import { isTableType, type TableType } from '../database/tables.ts';
import type { Row } from '../execution/row.ts';
import { decodeNodeId, encodeNodeId } from './node-id.ts';

/** Each table has a type of the name of its Prisma model; a workflow run has no table. */
export type TypeName = TableType | 'WorkflowRun';

export const isTypeName = (name: string): name is TypeName => name === 'WorkflowRun' || isTableType(name);

interface Types {
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Objects: Record<TypeName, Row>;
  Scalars: {
    ID: { Input: string; Output: string };
    // Timestamps and 63-bit keys travel as text, since a Date would round microseconds and a number the key. The other
    // half of the union is what the Prisma types, against which fields are checked, have in that place.
    BigInt: { Input: string; Output: bigint | string };
    DateTime: { Input: string; Output: Date | string };
    JSON: { Input: unknown; Output: unknown };
    SafeInt: { Input: number; Output: number };
  };
}

/** The one schema builder. Types are made in `graph/`, each in a file of its own. */
export const builder = new SchemaBuilder<Types>({
  plugins: [RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  prisma: {
    // Types only: fields are checked against the Prisma models and take their descriptions from them. Rows come from
    // `lineage/`, so the plugin never has a reason to ask for a client.
    client: () => {
      throw new Error('Rows are loaded by lineage/, not by the Prisma plugin.');
    },
    dmmf: getDatamodel(),
    exposeDescriptions: true,
  },
  relay: {
    encodeGlobalID: encodeNodeId,
    decodeGlobalID: decodeNodeId,
    nodeTypeOptions: { description: 'Anything with a global id, by which `node(id:)` finds it again.' },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    idFieldOptions: { description: 'The global id, for `node(id:)` and client caches.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Rows follow the page.' },
    hasPreviousPageFieldOptions: { description: 'Rows come before the page.' },
    startCursorFieldOptions: { description: 'The cursor of the first row; null for an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last row; null for an empty page.' },
  },
});

builder.queryType({
  description: 'Where every walk starts: look-ups by key, lists, and any node by its id.',
});
