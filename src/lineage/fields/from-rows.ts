import type { GraphQLResolveInfo } from 'graphql';
import { listAt, type Row, rowAt, rowOrNull } from '../../execution/row.ts';
import { needs } from '../need.ts';
import type { Relation } from '../relation.ts';

/**
 * What makes a field give the row or the page of a relation. It came with the row above, in the same statement, so the
 * resolver only reads. Null, with an error, where it could not be had.
 */
export const fromRows = (relation: Relation) => ({
  nullable: true as const,
  extensions: needs({ kind: 'rows', relation }),
  resolve: (row: Row, _args: object, _context: object, info: GraphQLResolveInfo): Row | null =>
    rowAt(row, info),
});

interface Reports {
  readonly report: (info: GraphQLResolveInfo, limit: number) => void;
}

/** The same for a list without pages; `report` is told if it was cut. */
export const fromList = (relation: Relation) => ({
  nullable: { list: true, items: false } as const,
  extensions: needs({ kind: 'rows', relation }),
  resolve: (row: Row, _args: object, { report }: Reports, info: GraphQLResolveInfo): readonly Row[] =>
    listAt(row, info, (limit) => report(info, limit)),
});

interface Asks {
  readonly lineage: { root(info: GraphQLResolveInfo): Promise<unknown> };
}

/** The same for a root field that gives one row or one page: it sends the statement. */
export const fromRoot = (relation: Relation) => ({
  nullable: true as const,
  extensions: needs({ kind: 'rows', relation }),
  resolve: async (
    _root: object,
    _args: object,
    { lineage }: Asks,
    info: GraphQLResolveInfo,
  ): Promise<Row | null> => rowOrNull(await lineage.root(info)),
});
