import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

test('contributing.md counts the files of each recipe, and they are there', () => {
  const page = readFileSync(join(ROOT, 'docs/contributing.md'), 'utf8');
  const recipes = [...page.matchAll(/^\| an? [\w ]+\| (\d+): (.+?) +\|$/gm)];
  expect(recipes).toHaveLength(5);
  const files = ['src', 'prisma/seed', 'test', 'docs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => basename(file)),
  );
  for (const [, count, list = ''] of recipes) {
    expect([list, list.split(', ').length]).toEqual([list, Number(count)]);
    for (const [name] of list.matchAll(/[\w-]+(?:\.\w+)+/g)) expect(files).toContain(name);
  }
});
