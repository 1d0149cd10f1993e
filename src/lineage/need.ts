import type { Edge } from './edges.ts';

/**
 * What a field of the graph needs from the database, kept in its `extensions.need`. A field without one, made by
 * `t.expose`, needs the column it exposes.
 */
export type Need =
  /** A value computed from columns of the row. */
  | { readonly kind: 'columns'; readonly fields: readonly string[] }
  /** A JSON column, or the part of it that the argument `path` names. */
  | { readonly kind: 'json'; readonly field: string }
  /** The rows at the other end of an edge. */
  | { readonly kind: 'edge'; readonly edge: Edge }
  /** Counts and sums over the rows at the other end of an edge. */
  | { readonly kind: 'sum'; readonly edge: Edge };

/** How a field of an aggregate (`UsageSummary`) is computed, kept in its `extensions.sum`. */
export type Sum =
  | { readonly of: 'rows' }
  /** `ofNothing`: the sum when no row has a value. */
  | { readonly of: 'column'; readonly field: string; readonly ofNothing: 0 | null };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isNeed = (value: unknown): value is Need => isRecord(value) && typeof value.kind === 'string';
const isSum = (value: unknown): value is Sum => isRecord(value) && typeof value.of === 'string';

export function needOf(extensions: Readonly<Record<string | symbol, unknown>>): Need | undefined {
  const need = extensions.need;
  if (isNeed(need)) return need;
  const exposed = extensions.pothosExposedField;
  return typeof exposed === 'string' ? { kind: 'columns', fields: [exposed] } : undefined;
}

export function sumOf(extensions: Readonly<Record<string | symbol, unknown>>): Sum | undefined {
  const sum = extensions.sum;
  return isSum(sum) ? sum : undefined;
}
