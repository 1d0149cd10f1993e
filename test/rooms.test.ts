import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { expect, test } from 'vitest';

// ARCHITECTURE.md has the rooms of `src`; here its table is read, and every import is held against it.

const ROOT = join(import.meta.dirname, '..');

interface Room {
  readonly name: string;
  readonly patterns: readonly string[];
  readonly mayImport: readonly string[];
}

function roomOfLine(line: string): Room {
  const [, name = '', where = '', , mayImport = ''] = line.split('|').map((cell) => cell.trim());
  const names = mayImport === 'nothing' ? [] : mayImport.split(', ');
  return { name, patterns: [...where.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path), mayImport: names };
}

const [, chapter = ''] = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').split(/^## Rooms$/m);
const ROOMS = (chapter.match(/^\|.*\|$/gm) ?? []).slice(2).map(roomOfLine);

const FILES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .sort();

/** `import`, `import type`, `export ... from` and `import(...)` of a file of `src`. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, 'src', file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'(\.[^']+)'/gm)]
    .map(([, path = '']) => join(dirname(file), path))
    .filter((path) => !path.startsWith('..'));
}

const IMPORTS: ReadonlyMap<string, readonly string[]> = new Map(FILES.map((file) => [file, importsOf(file)]));

const fits = (file: string, pattern: string): boolean =>
  file === pattern || file.startsWith(`${pattern}/`) || matchesGlob(file, pattern);

/** The room whose pattern fits best: of those that fit, the longest. */
function roomOf(file: string): Room | undefined {
  const fitting = ROOMS.flatMap((room) => room.patterns.map((pattern) => ({ room, pattern })))
    .filter(({ pattern }) => fits(file, pattern))
    .sort((a, b) => b.pattern.length - a.pattern.length);
  return fitting[0]?.room;
}

/** Imports that `allowed` does not allow, as lines. */
const offences = (allowed: (from: string, to: string) => boolean): readonly string[] =>
  [...IMPORTS].flatMap(([from, paths]) =>
    paths.filter((to) => !allowed(from, to)).map((to) => `${from} imports ${to}`),
  );

test('each file of src is in a room, and each room has files', () => {
  expect(FILES.filter((file) => roomOf(file) === undefined)).toEqual([]);
  const inhabited = new Set(FILES.map((file) => roomOf(file)?.name));
  expect(ROOMS.map(({ name }) => name).filter((name) => !inhabited.has(name))).toEqual([]);
});

test('a room may import only rooms that stand below it in the table', () => {
  const below = (index: number) => ROOMS.slice(index + 1).map(({ name }) => name);
  const upward = ROOMS.flatMap(({ name, mayImport }, index) =>
    mayImport.filter((other) => !below(index).includes(other)).map((other) => `${name}: ${other}`),
  );
  expect(upward).toEqual([]);
});

test('each import stays in its room, or goes to one that the table allows', () => {
  const allowed = (from: string, to: string): boolean => {
    const [room, other] = [roomOf(from), roomOf(to)];
    return room === other || (other !== undefined && room?.mayImport.includes(other.name) === true);
  };
  expect(offences(allowed)).toEqual([]);
});

test('files are as short as ARCHITECTURE.md says', () => {
  const [, median, longest] =
    /Half of the files of `src` have (\d+) lines or fewer, and none\shas\smore\sthan\s(\d+)\./.exec(
      chapter,
    ) ?? [];
  const lines = (file: string): number =>
    readFileSync(join(ROOT, 'src', file), 'utf8').split('\n').length - 1;
  const sorted = FILES.map(lines).sort((one, other) => one - other);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(Number(median));
  expect(FILES.filter((file) => lines(file) > Number(longest))).toEqual([]);
});

test('a type knows no other type: its edges are declared in lineage/edges', () => {
  expect(offences((from, to) => !(from.startsWith('graph/') && to.startsWith('graph/')))).toEqual([]);
});

test('no file imports itself by way of others, types included', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file].join(' > '));
    if (start >= 0 || done.has(file)) return;
    for (const next of IMPORTS.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  expect(circles).toEqual([]);
});

test('the imports of a file are found, in each way to write one', () => {
  expect(IMPORTS.get('database/open-database.ts')).toEqual(
    expect.arrayContaining(['database/database.ts', 'database/postgres.ts']),
  );
  expect(IMPORTS.get('schema/schema.ts')).toEqual(
    expect.arrayContaining(['schema/builder.ts', 'graph/indexing/vector.ts']),
  );
});
