import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'sql-formatter';
import { describe, expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

/**
 * What is asked, what is answered, and the SQL that is sent for it, each case in a folder. `npm run test:golden`
 * writes the answers and statements anew: read their diff before you commit it.
 */
const REWRITE = process.env.UPDATE === '1';
const CASES = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

const api = useServer('demo');

const formatted = (text: string): string => format(text, { language: 'postgresql', expressionWidth: 90 });

function golden(file: string, found: string): void {
  if (REWRITE) writeFileSync(file, found);
  expect(existsSync(file), `${file} is missing: npm run test:golden writes it`).toBe(true);
  expect(found).toBe(readFileSync(file, 'utf8'));
}

describe('a query, its answer and its SQL', () => {
  it.each(CASES.map(({ name }) => name))('%s', async (name) => {
    const folder = join(import.meta.dirname, name);
    const query = readFileSync(join(folder, 'query.graphql'), 'utf8');
    await api().database.capabilities();
    api().statements.length = 0;
    const { extensions: _, ...answer } = await api().ask(query);
    golden(join(folder, 'answer.json'), `${JSON.stringify(answer, undefined, 2)}\n`);
    const sent = api().statements.map(({ text }) => `${formatted(text)}\n`);
    golden(join(folder, 'statement.sql'), sent.join('\n'));
  });
});
