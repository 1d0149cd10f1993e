import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folderForTest } from '../support/folder-for-test.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A clone with the files that a release touches as they are now, and a .ci/run that takes no minutes. */
function cloneForTest(changelog: string) {
  const folder = folderForTest();
  const run = (command: string, ...words: readonly string[]): string =>
    execFileSync(command, words, {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      env: {
        HOME: join(folder, '.git'),
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        GIT_AUTHOR_NAME: 'Ann',
        GIT_AUTHOR_EMAIL: 'ann@example.org',
        GIT_COMMITTER_NAME: 'Ann',
        GIT_COMMITTER_EMAIL: 'ann@example.org',
      },
    }).trim();
  run('git', '-c', 'safe.directory=*', 'clone', '--quiet', '--no-tags', ROOT, '.');
  for (const name of ['package.json', 'package-lock.json', 'tools']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  writeFileSync(join(folder, '.ci/run'), '#!/bin/sh\necho "all gates" >>.git/gates\n');
  run('git', 'add', '--all');
  run('git', 'commit', '--quiet', '--message', 'Before the release');
  return { run, read: (name: string) => readFileSync(join(folder, name), 'utf8') };
}

const UNRELEASED =
  '# Changelog\n\n## Unreleased\n\n### Added\n\n- A thing.\n\n## 0.0.1 - 2026-01-02\n\n- Older.\n';
const versionIn = (text: string): string | undefined => /^ {2}"version": "(.+)"/m.exec(text)?.[1];

test('a release runs every gate, dates the changelog, and commits and tags the next version', () => {
  const { run, read } = cloneForTest(UNRELEASED);
  const [major, minor] = versionIn(read('package.json'))?.split('.') ?? [];
  const next = `${major}.${Number(minor) + 1}.0`;

  run('npm', 'run', 'release', '--', 'minor');

  expect(read('.git/gates')).toBe('all gates\n');
  expect(versionIn(read('package.json'))).toBe(next);
  expect(versionIn(read('package-lock.json'))).toBe(next);
  expect(read('CHANGELOG.md')).toMatch(
    new RegExp(
      `^# Changelog\n\n## Unreleased\n\n## ${next} - \\d{4}-\\d\\d-\\d\\d\n\n### Added\n\n- A thing\\.\n\n## 0\\.0\\.1 - 2026-01-02\n\n- Older\\.\n$`,
    ),
  );
  expect(run('git', 'tag', '--points-at', 'HEAD')).toBe(`v${next}`);
  expect(run('git', 'log', '-1', '--format=%s')).toBe(`Release ${next}`);
  expect(run('git', 'status', '--porcelain')).toBe('');
});

test('there is no release of nothing', () => {
  const { run } = cloneForTest('# Changelog\n\n## Unreleased\n\n## 0.0.1 - 2026-01-02\n\n- Older.\n');
  expect(() => run('npm', 'run', 'release', '--', 'minor')).toThrow(/nothing to release/);
  expect(run('git', 'tag')).toBe('');
});

test.each(['Dockerfile', 'compose.yml', 'docs/operator.md', 'examples/web/package.json'])(
  '%s names no version of the API: package.json does',
  (name) => {
    const version = versionIn(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(version).toBeDefined();
    expect(readFileSync(join(ROOT, name), 'utf8')).not.toContain(`${version}`);
  },
);
