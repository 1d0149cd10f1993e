import type { ObjectRef } from '@pothos/core';
import { type Connection, type Row, rowAt, rowsAt } from '../execution/row.ts';
import { remember } from '../remember.ts';
import { builder, type TypeName } from '../schema/builder.ts';

const connections = new Map<TypeName, ObjectRef<typeof builder.$inferSchemaTypes, Connection>>();

/** `<Type>Connection`: one per type of row, shared by all fields that give pages of it, so that fragments fit them all. */
export const connectionType = (type: TypeName): ObjectRef<typeof builder.$inferSchemaTypes, Connection> =>
  remember(connections, type, () =>
    builder.objectRef<Connection>(`${type}Connection`).implement({
      description: `A page of ${type}, in a total order; stable while rows are added.`,
      fields: (t) => ({
        nodes: t.field({
          type: [type],
          description: 'The rows of the page.',
          resolve: (page, _args, _context, info) => rowsAt(page, info),
        }),
        edges: t.field({
          type: [edgeType(type)],
          description: 'The rows of the page, each with its cursor.',
          resolve: (page, _args, _context, info) => rowsAt(page, info),
        }),
        pageInfo: t.field({
          type: builder.pageInfoRef(),
          description: 'Where the page stands in the list.',
          resolve: ({ pageInfo }) => pageInfo ?? NO_PAGE,
        }),
        totalCount: t.field({
          type: 'SafeInt',
          description:
            'How many rows match in all, exactly. Counted when asked for; costs a scan of the matching rows.',
          resolve: ({ totalCount }) => totalCount ?? 0,
        }),
        estimatedCount: t.field({
          type: 'SafeInt',
          nullable: true,
          description:
            "About how many rows match in all: the database planner's estimate, at once on any size. Null where there is none, and for a token that is bound to projects, since the statistics are of all projects.",
          resolve: (page, _args, { lineage }) => lineage.estimate(page),
        }),
      }),
    }),
  );

const NO_PAGE = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

function edgeType(type: TypeName): ObjectRef<typeof builder.$inferSchemaTypes, Row> {
  return builder.objectRef<Row>(`${type}Edge`).implement({
    description: `A ${type} in a page.`,
    fields: (t) => ({
      node: t.field({
        type,
        description: 'The row.',
        nullable: true,
        resolve: (edge, _args, _context, info) => rowAt(edge, info),
      }),
      cursor: t.string({
        description: 'Where the row stands: pass it as after or before. Holds for the orderBy it came from.',
        resolve: ({ cursor }) => String(cursor),
      }),
    }),
  });
}
