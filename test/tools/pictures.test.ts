import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Edge } from '../../src/lineage/edges/edge.ts';
import { EDGES } from '../../src/lineage/edges.ts';
import { STORIES } from '../../tools/pictures/stories.ts';
import { graphOf } from '../../tools/pictures/story-graph.ts';
import { useServer } from '../support/use-server.ts';

// The pictures in docs/ say what the API and edges.ts say: their structure, not where a box stands.

const DOCS = join(import.meta.dirname, '../../docs');
const api = useServer('demo');
const picture = (name: string): string => readFileSync(join(DOCS, name), 'utf8');
const read = (text: string): string => text.replace(/&#x?(\w+);/g, (_, code) => String.fromCharCode(code));

describe.each(STORIES)('docs/pictures/$name.svg, if not: npm run docs:pictures', (story) => {
  const svg = picture(`pictures/${story.name}.svg`);

  test('has the nodes that lineage gives, with their titles and statuses', async () => {
    const { nodes } = await graphOf(story, (query, variables) => api().data(query, variables));
    const drawn = [
      ...svg.matchAll(
        /<g data-node="(.+?)" class="(.*?)"><title>(.+?)<\/title>\s*<rect.+\n<rect class="(\w+)"/g,
      ),
    ];
    expect(
      drawn.map(([, id, start, title = '', tone]) => ({
        id,
        isStart: start === 'start',
        title: read(title),
        tone,
      })),
    ).toEqual(
      nodes.map(({ id, depth, status, tone }) => ({
        id,
        isStart: depth === 0,
        title: expect.stringMatching(status === null ? /\)$/ : new RegExp(`· ${status}\\)$`)),
        tone,
      })),
    );
    for (const [at, { title }] of nodes.entries()) expect(read(drawn[at]?.[3] ?? '')).toContain(title);
  });

  test('has its edges, in their grades', async () => {
    const { edges } = await graphOf(story, (query, variables) => api().data(query, variables));
    const drawn = [...svg.matchAll(/class="line (\w*)" data-from="(.+?)" data-to="(.+?)"/g)];
    expect(drawn.map(([, grade, from, to]) => ({ grade, from, to }))).toEqual(
      edges.map(({ grade, from, to }) => ({ grade: (grade ?? '').toLowerCase(), from, to })),
    );
  });

  test('can be read on light and on dark pages', () => {
    expect(svg).toContain('@media (prefers-color-scheme: dark)');
    expect(svg).not.toMatch(/<script|<foreignObject|href=/);
  });
});

test('the stories are told: a citation, a taken-over index, a mended answer, two arms, a retraction', async () => {
  const [mended] = await api().sql(`select p.payload_json->>'answer' <> r.payload_json->>'answer' as differs
    from workflow.run_records p join workflow.run_records r using (record_kind, record_key)
    where record_kind = 'question' and record_key = 'A02' and p.run_id = 'demo-parent' and r.run_id = 'demo-remediation'`);
  expect(mended?.differs).toBe(true);
  for (const name of ['walk', 'reuse', 'remediation', 'arms', 'retracted'])
    expect(picture(`pictures/${name}.svg`)).toContain('class="line cited_by" data-from');
});

/** The pairs of types of which one edge leads to the other, through no third table. */
const pairs = new Set(
  Object.entries(EDGES).flatMap(([type, own]) =>
    Object.values<Edge>(own)
      .filter(({ via }) => !via)
      .map(({ to }) => [type, to].sort().join(' ')),
  ),
);
const drawnLinks = (svg: string, kind: string): string[] =>
  [...svg.matchAll(/class="edge (\w+)">\s*<title>(\w+)&#45;&gt;(\w+)<\/title>/g)]
    .filter(([, one]) => kind === '' || one === kind)
    .map(([, , from = '', to = '']) => [from, to].sort().join(' '))
    .sort();

describe('docs/graph.svg and docs/soft-links.svg, if not: npm run docs:graph', () => {
  test('the graph has all edges of edges.ts, each once', () => {
    expect(drawnLinks(picture('graph.svg'), '')).toEqual([...pairs].sort());
  });

  test('what is drawn as a foreign key is one in the database, and no other', async () => {
    const keys =
      await api().sql(`select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent
      from pg_constraint c where contype = 'f'`);
    const { tableOf } = await tables();
    const hard = drawnLinks(picture('graph.svg'), 'hard').map((pair) => pair.split(' ').map(tableOf).sort());
    const expected = keys
      .map(({ child, parent }) => [String(child), String(parent)].sort())
      .filter((pair, at, all) => all.findIndex((other) => `${other}` === `${pair}`) === at);
    expect(hard.sort()).toEqual(expected.sort());
  });

  test('the columns that soft-links.svg names are there', async () => {
    const svg = picture('soft-links.svg');
    const names = [...svg.matchAll(/<text[^>]*>(?:\s|&#160;)*(step|[a-z_]+_id)(?:\s|&#160;)*<\/text>/g)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(10);
    const columns = await api().sql('select distinct column_name as name from information_schema.columns');
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    for (const link of drawnLinks(svg, '')) expect(pairs).toContain(link);
  });
});

async function tables() {
  const { TABLES } = await import('../../src/database/tables.ts');
  const names: Readonly<Record<string, { readonly name: string }>> = TABLES;
  return { tableOf: (type: string): string => names[type]?.name ?? type };
}
