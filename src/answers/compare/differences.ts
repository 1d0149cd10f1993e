import { redact } from '../../security/redact.ts';

/** What a run has at one place of its settings. */
export interface ComparedValue {
  readonly runId: string;
  readonly isSet: boolean;
  readonly value: unknown;
}

/** One place in the settings of several runs. */
export interface ComparedSetting {
  readonly path: string;
  readonly isDifferent: boolean;
  readonly values: readonly ComparedValue[];
}

/** A place that has no further ones below it, or none that may be told. */
interface Leaf {
  readonly path: string;
  /** What is compared. */
  readonly stored: string;
  /** What is given: without credentials. */
  readonly shown: unknown;
}

/** What lies deeper is compared as a whole. */
const MAX_DEPTH = 50;

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** The keys of an object beside those that stand in their place without credentials. */
function keysOf(stored: JsonObject, shown: JsonObject): readonly (readonly [string, string])[] {
  const changed = Object.keys(shown).filter((key) => !Object.hasOwn(stored, key));
  return Object.keys(stored).flatMap((key) => {
    const name = Object.hasOwn(shown, key) ? key : changed.shift();
    return name === undefined ? [] : [[key, name] as const];
  });
}

/** All leaves, by the keys that lead there. Below a secret there are none: its own keys would tell of it. */
function leavesOf(
  stored: unknown,
  shown: unknown,
  keys: readonly string[] = [],
  names: readonly string[] = [],
  found = new Map<string, Leaf>(),
): ReadonlyMap<string, Leaf> {
  const below = isObject(stored) && isObject(shown) && keys.length < MAX_DEPTH ? keysOf(stored, shown) : [];
  for (const [key, name] of below)
    leavesOf(at(stored, key), at(shown, name), [...keys, key], [...names, name], found);
  if (below.length === 0 && keys.length > 0)
    found.set(JSON.stringify(keys), { path: names.join('.'), stored: JSON.stringify(stored), shown });
  return found;
}

const at = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

/**
 * The places of these settings, in the order of their paths. Those of runs without settings tell nothing, so they differ
 * from no others. Values are compared as they are stored, and given without credentials: that two secrets differ is
 * said, and what they are is not.
 */
export function comparedSettings(settings: unknown, runIds: readonly string[]): readonly ComparedSetting[] {
  const all = isObject(settings) ? settings : {};
  const leaves = new Map(
    runIds
      .filter((id) => Object.hasOwn(all, id))
      .map((id) => [id, leavesOf(all[id], redact(all[id]))] as const),
  );
  const places = new Map([...leaves.values()].flatMap((found) => [...found]));
  const compared = [...places].map(([keys, { path }]): ComparedSetting => {
    const stored = [...leaves.values()].map((found) => found.get(keys)?.stored);
    return {
      path,
      isDifferent: new Set(stored).size > 1,
      values: runIds.map((runId) => {
        const leaf = leaves.get(runId)?.get(keys);
        return { runId, isSet: leaf !== undefined, value: leaf?.shown ?? null };
      }),
    };
  });
  return compared.sort((one, other) => (one.path < other.path ? -1 : 1));
}
