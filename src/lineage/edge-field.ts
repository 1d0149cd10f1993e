import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionType } from '../connection/connection-type.ts';
import { rowAt, rowsAt } from '../execution/row.ts';
import { builder, isTypeName } from '../schema/builder.ts';
import { EDGES, type Edge } from './edges.ts';
import { listColumns } from './list-columns.ts';
import type { Need } from './need.ts';

type From = keyof typeof EDGES;
type NameOf<Type extends From> = keyof (typeof EDGES)[Type] & string;

/**
 * Gives a type the edges of these names, as `edges.ts` declares them. The resolvers only read: what the edge leads to
 * came with the row, in the same statement.
 */
export function edgeFields<Type extends From>(type: Type, names: readonly NameOf<Type>[]): void {
  const declared: Readonly<Record<string, Edge>> = EDGES[type];
  builder.objectFields(type, (t) =>
    Object.fromEntries(
      names.map((name) => {
        const edge = declared[name];
        if (!edge) throw new Error(`edges.ts has no edge ${type}.${name}.`);
        const need: Need = { kind: 'edge', edge };
        const options = { description: edge.description, extensions: { need } };
        const { to } = edge;
        if (!isTypeName(to)) throw new Error(`edges.ts leads ${type}.${name} to ${to}, which is no type.`);
        if (edge.as === 'connection') {
          return [
            name,
            t.field({
              ...options,
              type: connectionType(to),
              nullable: true,
              args: connectionArguments(to, listColumns(to)),
              resolve: (row, _args, _context, info) => rowAt(row, info),
            }),
          ];
        }
        if (edge.as === 'list') {
          return [
            name,
            t.field({ ...options, type: [to], resolve: (row, _args, _context, info) => rowsAt(row, info) }),
          ];
        }
        return [
          name,
          t.field({
            ...options,
            type: to,
            nullable: true,
            resolve: (row, _args, _context, info) => rowAt(row, info),
          }),
        ];
      }),
    ),
  );
}
