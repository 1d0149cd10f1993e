import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { compare } from './compare.ts';

// `npm run schema:diff [-- <commit>]`: what changed in schema.graphql since a commit, the last release by default, or,
// as long as there is none, the commit before. Ends with 1 if a change would break queries unannounced.

const git = (...words: readonly string[]): string =>
  execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

function lastRelease(): string | undefined {
  try {
    return git('describe', '--tags', '--abbrev=0', '--match', 'v*');
  } catch {
    return undefined;
  }
}

function schemaAt(commit: string): string | undefined {
  try {
    return git('show', `${commit}:schema.graphql`);
  } catch {
    return undefined;
  }
}

const commit = process.argv[2] ?? lastRelease() ?? 'HEAD~1';
const before = schemaAt(commit);
if (before === undefined) {
  process.stdout.write(`${commit} has no schema.graphql: nothing to compare with.\n`);
} else {
  const after = readFileSync('schema.graphql', 'utf8');
  const { unannounced, announced, harmless } = await compare(
    before,
    after,
    readFileSync('CHANGELOG.md', 'utf8'),
  );
  process.stdout.write(
    `Since ${commit}: ${harmless.length} changes break nothing, ${announced.length} break as announced, ${unannounced.length} break unannounced.\n`,
  );
  for (const { path, message } of unannounced) process.stdout.write(`  ${path}: ${message}\n`);
  if (unannounced.length > 0) {
    process.stdout.write(
      'Deprecate instead, or announce the path in CHANGELOG.md under Unreleased, Breaking: docs/stability.md.\n',
    );
    process.exitCode = 1;
  }
}
