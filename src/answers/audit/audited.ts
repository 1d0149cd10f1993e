import { badInput } from '../../errors.ts';
import type { ArgumentSpec } from '../../lineage/relation.ts';
import type { AuditKind } from '../../schema/closed-sets.ts';
import { KINDS, kindNamed } from './audits.ts';

export const DEFAULT_HOURS = 24;
/** A year. */
export const MOST_HOURS = 8760;

/** What an audit is asked for. */
export interface Audited {
  readonly kinds: readonly AuditKind[];
  readonly staleAfterHours: number;
}

/** Throws BAD_USER_INPUT. */
export function audited({ kinds, staleAfterHours }: Readonly<Record<string, unknown>>): Audited {
  const hours = Number(staleAfterHours ?? DEFAULT_HOURS);
  if (hours < 1 || hours > MOST_HOURS)
    throw badInput(`staleAfterHours takes 1 to ${MOST_HOURS}, but got ${hours}.`);
  const asked = new Set(Array.isArray(kinds) ? kinds.map(kindNamed) : KINDS);
  // In one order, so that a statement serves all who ask for these.
  return { kinds: KINDS.filter((kind) => asked.has(kind)), staleAfterHours: hours };
}

/** The kinds that a statement is about, of those that can be found there. Never none, since it has to say something. */
export function kindsBelow<Kind extends AuditKind>(root: unknown, all: readonly Kind[]): readonly Kind[] {
  const { kinds } = isAudited(root) ? root : { kinds: all };
  const asked = all.filter((kind) => kinds.some((one) => one === kind));
  return asked.length > 0 ? asked : all.slice(0, 1);
}

const isAudited = (root: unknown): root is Audited =>
  typeof root === 'object' && root !== null && 'kinds' in root && 'staleAfterHours' in root;

export const AUDIT_ARGUMENTS: ArgumentSpec<Audited> = {
  read: (given) => {
    const value = audited(given);
    return { value, shape: value.kinds.join() };
  },
};
