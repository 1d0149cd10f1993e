import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import { checkValue } from '../connection/value.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import type { Row } from '../execution/row.ts';
import { remember } from '../remember.ts';
import { builder, isTypeName, type TypeName } from '../schema/builder.ts';
import { decodeNodeId } from '../schema/node-id.ts';
import { type Lookup, lookupBy } from './lookup.ts';
import { columnsOfType, keyOf } from './workflow-run-columns.ts';

const lookups = new Map<TypeName, Lookup>();

async function nodeById(id: string, { lineage }: Context, info: GraphQLResolveInfo): Promise<Row | null> {
  const { typename, id: value } = decodeNodeId(id);
  const type = info.schema.getType(typename);
  if (!isObjectType(type) || !isTypeName(typename)) {
    throw badInput('This is no id of this API.');
  }
  const key = keyOf(typename);
  checkValue(value, columnsOfType(typename).get(key)?.kind ?? 'String', 'The id');
  const lookup = remember(lookups, typename, () => lookupBy(typename, [key]));
  const row = await lineage.lookupTogether(info, type, lookup, [value]);
  return row && { ...row, __typename: typename };
}

builder.queryField('node', (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'Whatever has this global id; null when it is gone.',
    args: { id: t.arg.id({ required: true, description: 'A global id, from a field `id`.' }) },
    resolve: (_root, { id }, context, info) => nodeById(id, context, info),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: 'Whatever has these global ids, in their order; null for each that is gone. At most 500.',
    args: { ids: t.arg.idList({ required: true, description: 'Global ids, from fields `id`.' }) },
    resolve: (_root, { ids }, context, info) => {
      if (ids.length > MAX_IDS) throw badInput(`ids takes up to ${MAX_IDS} ids, but got ${ids.length}.`);
      return ids.map((id) => nodeById(id, context, info));
    },
  }),
);

const MAX_IDS = 500;
