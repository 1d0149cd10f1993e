import { type Change, CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** What a change of the schema does to those who use it. */
export interface Comparison {
  /** Breaks queries, was not deprecated before, and is not announced: must not be. */
  readonly unannounced: readonly Change[];
  /** Breaks queries as was announced, or as a deprecation had said. */
  readonly announced: readonly Change[];
  readonly harmless: readonly Change[];
}

/**
 * Compares two texts of the schema. A change that breaks is announced by its path (`Vector.page`, `Query.vectors.where`)
 * in backquotes below `### Breaking` in the changelog's `## Unreleased`; what was deprecated may go without.
 */
export async function compare(before: string, after: string, changelog: string): Promise<Comparison> {
  const changes = await diff(buildSchema(before), buildSchema(after), [
    DiffRule.suppressRemovalOfDeprecatedField,
  ]);
  const paths = announcedPaths(changelog);
  const breaks = (change: Change): boolean => change.criticality.level === CriticalityLevel.Breaking;
  const isAnnounced = ({ path }: Change): boolean => path !== undefined && paths.has(path);
  return {
    unannounced: changes.filter((change) => breaks(change) && !isAnnounced(change)),
    announced: changes.filter((change) => breaks(change) && isAnnounced(change)),
    harmless: changes.filter((change) => !breaks(change)),
  };
}

function announcedPaths(changelog: string): ReadonlySet<string> {
  const [, unreleased = ''] = changelog.split(/^## Unreleased$/m);
  const [section = ''] = unreleased.split(/^## /m);
  const [, breaking = ''] = section.split(/^### Breaking$/m);
  const [text = ''] = breaking.split(/^### /m);
  return new Set([...text.matchAll(/`([\w.]+)`/g)].map(([, path = '']) => path));
}
