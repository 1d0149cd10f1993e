import type { AuditKind } from '../../schema/closed-sets.ts';
import type { Audit } from './audit.ts';
import { DANGLING } from './dangling.ts';
import { ODD_RUNS } from './odd-runs.ts';
import { UNKNOWN_RUNS } from './unknown-runs.ts';
import { UNUSED } from './unused.ts';

/** How each kind is looked for; one without an answer does not compile. */
export const AUDITS: Readonly<Record<AuditKind, Audit>> = {
  ...UNKNOWN_RUNS,
  ...DANGLING,
  ...ODD_RUNS,
  ...UNUSED,
};

const isKind = (text: string): text is AuditKind => Object.hasOwn(AUDITS, text);

/** In the order in which they are described. */
export const KINDS: readonly AuditKind[] = Object.keys(AUDITS).filter(isKind);

export function kindNamed(text: unknown): AuditKind {
  const kind = KINDS.find((one) => one === text);
  if (kind === undefined) throw new Error(`There is no audit ${text}.`);
  return kind;
}
