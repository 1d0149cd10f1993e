import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent } from '../support/real-runs.ts';
import { useServer } from '../support/use-server.ts';

// What README.md and the pages that it leads to promise.

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const api = useServer('demo');

const README = read('README.md');
const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'examples/web/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const withoutCode = (page: string): string =>
  page.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]+`/g, '');
/** As GitHub names a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

describe.each(PAGES)('%s', (path) => {
  const page = read(path);

  test('has no link to a file or heading that is not there', () => {
    const links = [...withoutCode(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(
      ([, to = '']) => to,
    );
    const broken = links.filter((link) => {
      const [file = '', heading] = link.split('#', 2);
      const target = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(ROOT, target))) return true;
      if (heading === undefined || !target.endsWith('.md')) return false;
      const headings = [...read(target).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => anchor(text));
      return !headings.includes(heading);
    });
    expect(broken).toEqual([]);
  });

  test('names no command of npm that is not there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const web = JSON.parse(read('examples/web/package.json')).scripts;
    const named = [...page.matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !(name in scripts) && !(name in web))).toEqual([]);
  });
});

describe('README.md', () => {
  test('begins with a picture and the line that starts it, and has the line of the tests', () => {
    expect(README).toMatch(
      /^# .+\n\n!\[[^\]]+\]\(docs\/pictures\/walk\.svg\)\n\n```\nnpm ci && npm start\n```\n/,
    );
    expect(README.match(/^npm ci && npm test$/gm)).toHaveLength(1);
  });

  test('lists all its headings, in their order', () => {
    const headings = [...README.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const listed = [...README.matchAll(/^- \[(.+)\]\(#(.+)\)$/gm)];
    expect(listed.map(([, title]) => title)).toEqual(headings);
    expect(listed.map(([, , to]) => to)).toEqual(headings.map((heading = '') => anchor(heading)));
  });

  test('has a first query that answers, with citations whose words are found', async () => {
    const [, query = ''] = /## The first query[\s\S]+?```graphql\n([\s\S]+?)```/.exec(README) ?? [];
    const { workflowRun: run } = await api().data(query);
    const [usage] = await api().sql(
      `select count(*)::int as calls, sum(total_tokens)::int as tokens from observability.token_usage
       where run_id = 'demo-walk'`,
    );
    expect(run.usage).toMatchObject({ calls: usage?.calls, totalTokens: usage?.tokens });
    expect(run.papers.edges).toHaveLength(3);
    const quotes = await api().sql(
      `select payload_json->>'quote_snippet' as quote from workflow.run_records
       where run_id = 'demo-walk' and record_kind = 'question' order by id limit 2`,
    );
    expect(run.records.nodes.map((node: Answer) => node.citations.nodes[0]?.quote)).toEqual(
      quotes.map(({ quote }) => quote),
    );
  });

  test('gives the figures of docs/performance.md', () => {
    const [why = ''] = README.split('## Why not').slice(1);
    const figures = why.split('\n## ')[0]?.match(/\d,?\d{3}\b|\b512\b/g) ?? [];
    expect(figures).toHaveLength(6);
    const performance = read('docs/performance.md');
    for (const figure of figures) expect(performance).toContain(figure);
  });

  test('names the version that this is', () => {
    expect(README).toContain(`Version ${JSON.parse(read('package.json')).version}:`);
  });
});

interface Answer {
  readonly citations: { readonly nodes: readonly { readonly quote: string | null }[] };
}

describe.skipIf(!realRunsAsWrittenPresent)(`over real rows (${NEEDS_REAL_RUNS})`, () => {
  const real = useServer('real-runs-as-written');

  test('the first query shows something of each run', async () => {
    const [, query = ''] = /```graphql\n([\s\S]*?)```/.exec(README) ?? [];
    expect(query).toContain('"demo-walk"');
    const runs = await real().sql(
      `select h.run_id, (select count(*)::int from workflow.run_records s where s.run_id = h.run_id and s.record_kind = 'step') as steps,
        (select count(*)::int from workflow.run_records q where q.run_id = h.run_id and q.record_kind = 'question') as answers,
        (select count(*)::int from observability.token_usage u where u.run_id = h.run_id) as calls
       from workflow.run_records h where h.record_kind = 'run'`,
    );
    expect(runs.length).toBeGreaterThan(0);
    for (const { run_id, steps, answers, calls } of runs) {
      const { workflowRun } = await real().data(query.replace('demo-walk', String(run_id)));
      expect(workflowRun.outcome, String(run_id)).not.toBeNull();
      expect(workflowRun.steps).toHaveLength(Number(steps));
      expect(workflowRun.papers.totalCount).toBeGreaterThan(0);
      expect(workflowRun.records.nodes).toHaveLength(Math.min(2, Number(answers)));
      expect(workflowRun.usage.calls).toBe(calls);
      if (Number(calls) > 0) expect(workflowRun.usage.estimatedCostUsd).toBeGreaterThan(0);
    }
  });
});
