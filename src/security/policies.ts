import { auth } from './policies/auth.ts';
import { COMPUTED } from './policies/computed.ts';
import { enrichment } from './policies/enrichment.ts';
import { indexing } from './policies/indexing.ts';
import { ingestion } from './policies/ingestion.ts';
import { observability } from './policies/observability.ts';
import { retrieval } from './policies/retrieval.ts';
import { workflow } from './policies/workflow.ts';
import type { ColumnPolicy, Policies, Treatment } from './policy.ts';
import type { Scope } from './principal.ts';

/** What is given of each table and column, to whom: the one place where this is decided. */
const POLICIES: Policies = {
  ...auth,
  ...enrichment,
  ...indexing,
  ...ingestion,
  ...observability,
  ...retrieval,
  ...workflow,
};

/** A policy of any table, to be asked by name. */
interface AnyPolicy {
  readonly scope: Scope;
  readonly project: 'own' | 'of its run' | 'shared' | 'none';
  readonly runBy?: string;
  readonly columns: Readonly<Record<string, ColumnPolicy>>;
}

const byType: ReadonlyMap<string, AnyPolicy> = new Map(Object.entries<AnyPolicy>(POLICIES));

/** Throws for a type that is not in the table: nothing is given by omission. A workflow run is given as its header is. */
export function policyOf(type: string): AnyPolicy {
  const policy = byType.get(type === 'WorkflowRun' ? 'RunRecord' : type);
  if (!policy) throw new Error(`src/security/policies has no table ${type}.`);
  return policy;
}

function columnPolicy(type: string, field: string): ColumnPolicy {
  const stored = policyOf(type).columns;
  const computed = Object.hasOwn(COMPUTED, type) ? COMPUTED[type] : undefined;
  const columns = computed && Object.hasOwn(computed, field) ? computed : stored;
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
  if (column === undefined) throw new Error(`src/security/policies has no column ${type}.${field}.`);
  return column;
}

export function treatmentOf(type: string, field: string): Treatment {
  const column = columnPolicy(type, field);
  return typeof column === 'string' ? column : column.as;
}

/** What it takes to learn anything from rows of a type. */
export const scopeOfType = (type: string): Scope => policyOf(type).scope;

/** What it takes to read a column, to filter by it or to sort by it. */
export function scopeOfColumn(type: string, field: string): Scope {
  const column = columnPolicy(type, field);
  return typeof column === 'string' ? scopeOfType(type) : column.scope;
}
