import { SETTINGS } from './settings.ts';

/** A line for each variable whose name is nearly that of a setting: it changes nothing, and whoever set it may wonder. */
export function misspeltHints(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const names = Object.values(SETTINGS).map(({ name }) => name);
  const known = new Set<string>(names);
  return Object.keys(env)
    .filter((given) => !known.has(given))
    .flatMap((given) => {
      const near = names.find((name) => distance(given.toUpperCase(), name) <= tolerance(name));
      return near === undefined ? [] : [`${given} is not a setting; did you mean ${near}?`];
    });
}

/** In a short name each letter matters: HOME is not HOST. */
const tolerance = (name: string): number => (name.length <= 6 ? 1 : name.length <= 12 ? 2 : 3);

/** How many letters are missing, added, wrong or swapped with their neighbour (optimal string alignment). */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 3) return Number.POSITIVE_INFINITY;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      next[at] = Math.min(
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + same,
        swapped && row > 1 && at > 1 ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
}
