import type { GraphQLResolveInfo } from 'graphql';
import { type Row, rowAt } from '../../execution/row.ts';
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
