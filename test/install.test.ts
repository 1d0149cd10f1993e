import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies } from 'semver';
import { expect, test } from 'vitest';

// `npm ci` is quiet (.npmrc): what it would say of the Node that runs npm misleads, since another Node is among the packages.
// So that nothing true is hidden, it is looked for here.
interface Package {
  readonly version?: string;
  readonly engines?: { readonly node?: string };
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
const ROOT = join(import.meta.dirname, '..');
const lock: { packages: Readonly<Record<string, Package>> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
);
const PACKAGES = Object.entries(lock.packages).filter(([place]) => place.includes('node_modules/'));

const { overrides }: { overrides: Readonly<Record<string, Readonly<Record<string, string>>>> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? '';

/** What `name` means to the package at this place: the nearest above it. */
function resolve(place: string, name: string): string | undefined {
  const folders = place.split('/node_modules/');
  for (let depth = folders.length; depth > 0; depth -= 1) {
    const path = [...folders.slice(0, depth), name].join('/node_modules/');
    const found = lock.packages[path]?.version;
    if (found) return found;
  }
  return lock.packages[`node_modules/${name}`]?.version;
}

test('all packages run on the Node that is among them', () => {
  const node = lock.packages['node_modules/node']?.version ?? '';
  expect(readFileSync(join(ROOT, '.nvmrc'), 'utf8').trim()).toBe(node.split('.')[0]);
  const refused = PACKAGES.filter(([, { engines }]) => engines?.node && !satisfies(node, engines.node));
  expect(refused.map(([place]) => place)).toEqual([]);
});

test.each(['22.15.0', '24.0.0'])('npm on Node %s has nothing to say of engines', (node) => {
  const refused = PACKAGES.filter(([, { engines }]) => engines?.node && !satisfies(node, engines.node));
  expect(refused.map(([place]) => place)).toEqual([]);
});

test('no package gets another version of a peer than it takes, unless package.json overrides it', () => {
  const conflicts = PACKAGES.flatMap(([place, { peerDependencies = {} }]) =>
    Object.entries(peerDependencies).flatMap(([name, range]) => {
      const version = resolve(place, name);
      const fits = version === undefined || satisfies(version, range, { includePrerelease: true });
      const isOverridden = overrides[nameOf(place)]?.[name] !== undefined;
      return fits || isOverridden ? [] : [`${place} takes ${name} ${range}, not ${version}`];
    }),
  );
  expect(conflicts).toEqual([]);
});
