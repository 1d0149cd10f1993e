import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable } from '../config/help.ts';

/** `npm run docs:settings`: the table of settings, between its markers in README.md. CI fails when it drifts. */
const path = join(import.meta.dirname, '../../README.md');
const [begin, end] = ['<!-- settings: npm run docs:settings -->', '<!-- /settings -->'];
const [before, rest] = readFileSync(path, 'utf8').split(begin);
const [, after] = rest?.split(end) ?? [];
if (before === undefined || after === undefined) throw new Error(`README.md has no ${begin} or ${end}.`);
writeFileSync(path, `${before}${begin}\n${settingsTable()}\n${end}${after}`);
