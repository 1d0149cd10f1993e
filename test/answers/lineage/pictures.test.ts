import { createRequire } from 'node:module';
import { instance } from '@viz-js/viz';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { WALK_RUN } from '../../../prisma/seed/stories/walk.ts';
import { encodeNodeId } from '../../../src/schema/node-id.ts';
import { browserTest, hasChromium } from '../../support/browser-test.ts';
import { useServer } from '../../support/use-server.ts';

// Pictures are text for programs of others: here these programs themselves read and draw them.

const api = useServer('demo');

/** What people, papers and attackers write into titles. */
const HOSTILE = [
  'A "quoted" title with \'both\' kinds',
  'brackets [1] {2} (3) <4> |5| ]] "] )) }}',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '&amp; &lt;b&gt; #35; #quot; &#8238;',
  'line\nbreak\r\nand\ttab \\n \\l \\N \\" \\',
  '`code` **bold** _it_ ~~no~~ *x*',
  '"`markdown`"',
  '1. a list',
  '2) another',
  '- and another',
  '+ more',
  '# heading',
  'end',
  'subgraph x',
  '%%{init: {"theme": "dark"}}%% %% comment',
  '---\ntitle: x\n---',
  'click n0 "javascript:alert(1)"; n0 --> n1:::BAD',
  '\u202eright to left override\u202c \u2067isolate',
  'שלום עולם, p. 3-9',
  'مرحبا "بالعالم"',
  '👩‍👩‍👧‍👦 family e\u0301 ünïcode 中文 😀',
  `long ${'x'.repeat(300)}`,
  '$x^2$ and $$\\frac{1}{2}$$',
  'fa:fa-car icon @{ shape: x }',
  ' ',
];

/** The text of a label as it is meant to be read: one line, without what cannot be seen, cut. */
function read(title: string): string {
  const line = title
    .replace(/[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...new Intl.Segmenter('en').segment(line)].map(({ segment }) => segment);
  return characters.length > 44 ? `${characters.slice(0, 43).join('')}…` : line;
}
const seen = (text: string): string => text.replace(/[\u2060\u2068\u2069]/gu, '').trim();

const pictureOf = async (id: string, args = ''): Promise<{ mermaid: string; dot: string }> => {
  const { lineage } = await api().data(`query ($id: ID!) { lineage(of: $id${args}) { mermaid dot } }`, {
    id,
  });
  return lineage;
};
/** A project whose name is the title: its lineage is a box, and those of what belongs to it. */
async function pictureOfTitle(title: string): Promise<{ mermaid: string; dot: string }> {
  await api().sql(`update auth.projects set name = $1 where project_id = 'labor'`, [title]);
  return pictureOf(encodeNodeId('Project', 'labor'), ', depth: 1, direction: UPSTREAM');
}

const aPaper = async (): Promise<string> => {
  const [row] = await api().sql(
    'select doc_id from indexing.vectors group by 1 order by count(*) desc limit 1',
  );
  return encodeNodeId('Document', String(row?.doc_id));
};

describe('a picture', () => {
  it('of a run has its stages, folds many of a kind, colours statuses and explains itself', async () => {
    const { mermaid } = await pictureOf(encodeNodeId('WorkflowRun', WALK_RUN), ', depth: 1');
    const stages = [...mermaid.matchAll(/subgraph stage\d+\["(.+)"\]/g)].map(([, name]) => name);
    expect(stages).toEqual(['Papers', 'Index', 'Run', 'Steps and answers', 'Retrieval', 'Usage', 'Other']);
    const [row] = await api().sql(
      `select count(*) filter (where record_kind = 'step') as steps, count(*) filter (where run_id = $1) as records
       from workflow.run_records where run_id = $1 or reuse_source_run_id = $1`,
      [WALK_RUN],
    );
    expect(mermaid).toContain(`[["${row?.steps} steps<br/>completed`);
    expect(mermaid).toContain(`${Number(row?.records) - 20} records`);
    expect(mermaid).toMatch(/subgraph legend\["Legend"\]/);
    expect(mermaid).toMatch(/keyGOOD.*completed/);
    expect(mermaid).toContain('was available to');
  });

  it('names the chunks of a paper by its author, its year and their pages', async () => {
    const picture = await pictureOf(
      await aPaper(),
      ', direction: DOWNSTREAM, depth: 1, limitPerEdge: 7, only: [DOCUMENT_VECTORS]',
    );
    expect(picture.mermaid).toMatch(/\[\["7 chunks of [^"]+ \d{4} \(p\. \d+(-\d+)?\)"\]\]/);
  });

  it('of a thousand nodes has boxes for people to read', async () => {
    const { mermaid, dot } = await pictureOf(await aPaper(), ', depth: 6, limitPerEdge: 200');
    const boxes = mermaid.match(/^ {4}n\d+\[/gm) ?? [];
    expect(boxes.length).toBeGreaterThan(10);
    expect(boxes.length).toBeLessThanOrEqual(60);
    expect(dot.match(/^ {4}n\d+ \[/gm)).toHaveLength(boxes.length);
    const drawn = new Set(mermaid.match(/\bn\d+\b/g));
    for (const [, from = '', to = ''] of mermaid.matchAll(/^ {2}(n\d+) \S+ (n\d+)$/gm))
      expect([drawn.has(from), drawn.has(to), from === to]).toEqual([true, true, false]);
  });
});

describe('Graphviz draws it', () => {
  /** The texts of an SVG, as a reader sees them. */
  const texts = (svg: string): string[] =>
    [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
      text
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('\u00a0', ' ')
        .replaceAll('&amp;', '&'),
    );

  it('as it is, for a run and for a paper', async () => {
    const viz = await instance();
    for (const id of [encodeNodeId('WorkflowRun', WALK_RUN), await aPaper()]) {
      const { dot } = await pictureOf(id);
      const { status, output, errors } = viz.render(dot, { format: 'svg' });
      expect([status, errors.filter(({ level }) => level !== 'warning')]).toEqual(['success', []]);
      expect(output).toContain('Legend');
    }
  });

  it.each(HOSTILE)('with the title %j', async (title) => {
    const viz = await instance();
    const { dot } = await pictureOfTitle(title);
    const { status, output = '' } = viz.render(dot, { format: 'svg' });
    expect(status).toBe('success');
    expect(texts(output).map((text) => seen(text))).toContain(read(title) || 'labor');
  });
});

describe.skipIf(!hasChromium)('Mermaid draws it', () => {
  let page: Page;
  browserTest.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js') });
    await page.evaluate('mermaid.initialize({ startOnLoad: false })');
  });

  /** The lines of the boxes' labels, as a reader sees them; throws what the parser says. */
  const draw = (text: string): Promise<string[]> =>
    page.evaluate(`(async () => {
      const { svg } = await mermaid.render('picture', ${JSON.stringify(text)});
      document.body.innerHTML = svg;
      return [...document.querySelectorAll('.node .nodeLabel')].flatMap((label) => label.innerHTML.split(/<br\\s*\\/?>/)
        .map((line) => { const one = document.createElement('p'); one.innerHTML = line; return one.textContent; }));
    })()`);

  it('as it is, for a run and for a paper', async () => {
    for (const id of [encodeNodeId('WorkflowRun', WALK_RUN), await aPaper()]) {
      const { mermaid } = await pictureOf(id);
      const lines = await draw(mermaid);
      expect(lines.length).toBeGreaterThan(20);
    }
  });

  it('and refuses what is no flowchart', async () => {
    await expect(draw('flowchart LR\n  a["unclosed')).rejects.toThrow(/Parse error/);
  });

  it.each(HOSTILE)('with the title %j', async (title) => {
    const { mermaid } = await pictureOfTitle(title);
    expect(
      mermaid.split('\n').filter((line) => !/^[ -~\p{L}\p{M}\p{N}\p{S}\u2060\u2068\u2069…·–—]*$/u.test(line)),
    ).toEqual([]);
    const lines = await draw(mermaid);
    expect(lines.map((line) => seen(line))).toContain(read(title) || 'labor');
    expect(
      await page.evaluate(
        `document.querySelectorAll('.node img, .node script, .node strong, .node em, .node li, .node code').length`,
      ),
    ).toBe(0);
  });
});
