import { readFileSync, writeFileSync } from 'node:fs';

// Runs inside `npm version`, after package.json has the new version and before the commit: what stands under Unreleased
// in CHANGELOG.md becomes the section of that version, with today's date.

const HEADING = '## Unreleased';

function released(changelog: string, version: string, date: string): string {
  const [before, after] = changelog.split(`${HEADING}\n`);
  if (before === undefined || after === undefined) throw new Error(`CHANGELOG.md has no "${HEADING}".`);
  const [notes = ''] = after.split(/^## /m, 1);
  if (!/^- /m.test(notes)) throw new Error('CHANGELOG.md has nothing under Unreleased: nothing to release.');
  return `${before}${HEADING}\n\n## ${version} - ${date}\n${after}`;
}

const version = process.argv[2];
if (version === undefined) throw new Error('Usage: node tools/release-changelog.ts <version>');
const today = new Date().toISOString().slice(0, 10);
writeFileSync('CHANGELOG.md', released(readFileSync('CHANGELOG.md', 'utf8'), version, today));
