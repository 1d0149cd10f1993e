import { isRow, type Row, rowOrNull, slotValue } from '../../execution/row.ts';
import { builder } from '../../schema/builder.ts';
import { attempt } from '../available.ts';
import { needs } from '../need.ts';
import { nodesById, readNodeId } from '../nodes.ts';

builder.queryField('node', (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'Whatever has this global id; null when it is gone.',
    args: { id: t.arg.id({ required: true, description: 'A global id, from a field `id`.' }) },
    extensions: needs({ kind: 'rows', relation: nodesById('Query.node', 'one') }),
    resolve: async (_root, _args, { lineage }, info) => {
      const found = await lineage.root(info);
      const node = isRow(found) ? slotValue(found, info) : null;
      return rowOrNull(node);
    },
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description:
      'Whatever has these global ids, in their order; null for each that is gone, and an error at each that is no id. At most 500.',
    args: { ids: t.arg.idList({ required: true, description: 'Global ids, from fields `id`.' }) },
    extensions: needs({ kind: 'rows', relation: nodesById('Query.nodes', 'list') }),
    resolve: async (_root, { ids }, { lineage }, info) => {
      const found = await lineage.root(info);
      const rows: readonly Row[] = Array.isArray(found) ? found : [];
      // What is no id, or cannot be had, is an error in its own place.
      return rows.map((row, place) =>
        attempt(() => {
          const node = rowOrNull(slotValue(row, info));
          if (node === null) readNodeId(String(ids[place]), 'The id');
          return node;
        }),
      );
    },
  }),
);
