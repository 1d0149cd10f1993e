import { connectionArguments } from '../../connection/connection-arguments.ts';
import { connectionType } from '../../connection/connection-type.ts';
import { builder, isTypeName, type TypeName } from '../../schema/builder.ts';
import type { Edge } from '../edges/edge.ts';
import { EDGES } from '../edges.ts';
import { joined } from '../joined.ts';
import { fromList, fromRows } from './from-rows.ts';
import { listed } from './listed.ts';

type From = keyof typeof EDGES;

/**
 * Gives a type its edges, as `edges.ts` declares them. The resolvers only read: what the edge leads to came with the
 * row, in the same statement.
 */
export function edgeFields<Type extends From>(
  type: Type,
  /** Those that an answer gives as a field of the same name, with more than the edge has. */
  { except = [] }: { readonly except?: readonly (keyof (typeof EDGES)[Type] & string)[] } = {},
): void {
  const declared: Readonly<Record<string, Edge>> = EDGES[type];
  const others: readonly string[] = except;
  for (const [name, edge] of Object.entries(declared)) {
    if (others.includes(name)) continue;
    const { to } = edge;
    if (!isTypeName(to)) throw new Error(`edges.ts leads ${type}.${name} to ${to}, which is not a type.`);
    edgeField(type, name, edge, to);
  }
}

export const includeReused = builder.args((t) => ({
  includeReused: t.boolean({
    description:
      'Of a run that built no index of its own, the rows of the one that it took over (indexSource); not by default.',
  }),
}));

function edgeField(type: TypeName, name: string, edge: Edge, to: TypeName): void {
  const relation = joined(`${type}.${name}`, type, edge);
  const { description } = edge;
  builder.objectField(type, name, (t) => {
    if (edge.as === 'connection') {
      return t.field({
        ...fromRows(relation),
        type: connectionType(to),
        description,
        args: {
          ...connectionArguments(listed(relation.to)),
          ...(edge.throughReuse && includeReused),
        },
      });
    }
    if (edge.as === 'list') {
      return t.field({
        type: [to],
        description,
        ...fromList(relation),
      });
    }
    return t.field({ ...fromRows(relation), type: to, description });
  });
}
