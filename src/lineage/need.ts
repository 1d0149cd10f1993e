import type { Cell } from './query.ts';
import type { Relation } from './relation.ts';

/**
 * What a field of the graph needs from the database. A field without one, made by `t.expose`, needs the column that it
 * exposes.
 */
export type Need =
  /** A value computed from columns of the row. */
  | { readonly kind: 'value'; readonly fields: readonly string[] }
  /** A JSON column, or the part of it that the argument `path` names. */
  | { readonly kind: 'json'; readonly field: string }
  /** Rows that a relation leads to. */
  | { readonly kind: 'rows'; readonly relation: Relation }
  /** The row of any type that two columns of this row stand for: the name of its type, and its key. */
  | {
      readonly kind: 'node';
      readonly typeField: string;
      readonly keyField: string;
      readonly of: readonly string[];
      /** Types that cannot be had are left out: the relation gives no row of them. */
      readonly partial?: true;
    }
  | FoundNeed;

/** Rows of any type that were found by statements before this one. */
export interface FoundNeed {
  readonly kind: 'found';
  readonly relation: Relation;
  /** The fields that lead to such a row in the answer, e.g. nodes, node. */
  readonly at: readonly string[];
  /** What the field itself reads of a row of this type; `own`: the arguments of the relation, if there are any yet. */
  cells(type: string, own: unknown): readonly Cell[];
}

/** How a need stands in the `extensions` of a field. */
class DeclaredNeed {
  readonly need: Need;

  constructor(need: Need) {
    this.need = need;
  }
}

/** The extensions of a field with a need. */
export const needs = (need: Need): Readonly<Record<string, unknown>> => ({ need: new DeclaredNeed(need) });

export function needOf(extensions: Readonly<Record<string | symbol, unknown>>): Need | undefined {
  const { need, pothosExposedField: exposed } = extensions;
  if (need instanceof DeclaredNeed) return need.need;
  return typeof exposed === 'string' ? { kind: 'value', fields: [exposed] } : undefined;
}
