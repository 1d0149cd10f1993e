import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formattedSql } from '../support/formatted-sql.ts';
import { useServer } from '../support/use-server.ts';

// Pages that show SQL or a query tree show those of today. `npm run test:golden` writes the SQL anew.

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/soft-links.md');
const SHOWN = /`([^`\n]+)`, is sent as\n\n```sql\n([\s\S]+?)\n```/;
const api = useServer('demo');

test('the SQL in docs/soft-links.md is what is sent for the query above it', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const [shown = '', query = '', before = ''] = SHOWN.exec(page) ?? [];
  const { data, statements } = api();
  statements.length = 0;
  await data(`{ ${query} }`);
  const sent = statements.map(({ text }) => formattedSql(text)).join('\n');
  if (process.env.UPDATE === '1')
    writeFileSync(
      PAGE,
      page.replace(shown, () => shown.replace(before, () => sent)),
    );
  const [, , now] = SHOWN.exec(readFileSync(PAGE, 'utf8')) ?? [];
  expect(now).toBe(sent);
});

test('the tree in ARCHITECTURE.md is how that of the walk begins', () => {
  const page = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const [, shown] = /as a tree begins:\n\n```\n([\s\S]+?)```/.exec(page) ?? [];
  const tree = readFileSync(join(ROOT, 'test/queries/walk/tree.txt'), 'utf8');
  expect(tree.slice(0, shown?.length)).toBe(shown);
});
