import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { folderForTest } from '../support/folder-for-test.ts';
import { NEEDS_REAL_RUNS, realRunsPresent } from '../support/real-runs.ts';
import { useServer } from '../support/use-server.ts';

// The Python of the system, for which Debian has pandas; a Python of one's own seldom does.
const PYTHON = '/usr/bin/python3';
const EXAMPLES = join(import.meta.dirname, '../../examples');
const RUNNER = join(import.meta.dirname, '../../tools/execute-notebook.py');
const NEEDS = ['pandas', 'matplotlib', 'requests', 'nbconvert', 'ipykernel'];
const isMissing = spawnSync(PYTHON, ['-c', `import ${NEEDS.join(', ')}`]).status !== 0;
const run = promisify(execFile);

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly {
    readonly text?: readonly string[];
    readonly data?: Record<string, unknown>;
  }[];
}
interface Notebook {
  readonly cells: readonly Cell[];
}

/** What its variables hold at the end. */
const REPORT = `import json
print(json.dumps({
    "runs": len(runs),
    "tokensByStatus": runs.groupby("status")["usage.totalTokens"].sum().to_dict(),
    "steps": [step["step"] for step in run["steps"]],
    "tokens": tokens.stack().loc[lambda sums: sums > 0].reset_index().values.tolist(),
    "arms": {arm["arm"]: arm["usage"]["totalTokens"] for arm in arms},
    "confidence": {arm: confidence[arm].value_counts().to_dict() for arm in confidence},
    "docId": paper["docId"],
    "weeks": weeks["at"].nunique(),
    "chunks": chunks[["page", "startWord"]].values.tolist(),
    "failed": failed,
}))`;

const cellOf = (source: string): unknown => ({
  id: 'report',
  cell_type: 'code',
  execution_count: null,
  metadata: {},
  outputs: [],
  source,
});

/** Executed as a whole, with a last cell that tells what came out. */
async function execute(url: string): Promise<{ readonly notebook: Notebook; readonly report: unknown }> {
  const folder = folderForTest();
  const source = JSON.parse(readFileSync(join(EXAMPLES, 'notebook.ipynb'), 'utf8'));
  writeFileSync(
    join(folder, 'in.ipynb'),
    JSON.stringify({ ...source, cells: [...source.cells, cellOf(REPORT)] }),
  );
  const files = [join(folder, 'in.ipynb'), join(folder, 'out.ipynb')];
  await run(PYTHON, [RUNNER, ...files], { env: { ...process.env, LINEAGE_URL: url } });
  const notebook: Notebook = JSON.parse(readFileSync(join(folder, 'out.ipynb'), 'utf8'));
  const last = notebook.cells.at(-1)?.outputs?.[0]?.text ?? [];
  return { notebook, report: JSON.parse([last].flat().join('')) };
}

const api = useServer('demo');

/** What a reader sees below each cell, up to times: texts, and that there is a picture. */
const shown = ({ cells }: Notebook): unknown =>
  cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ outputs = [] }) =>
      outputs.map(({ text, data }) => ({
        text: [data?.['text/plain'] ?? text ?? ''].flat().join('').replaceAll(TIME, 'TIME'),
        kinds: Object.keys(data ?? {}).sort(),
      })),
    );
const TIME = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[\d.]*(\+00:00)?/g;

const shipped = (): Notebook => JSON.parse(readFileSync(join(EXAMPLES, 'notebook.ipynb'), 'utf8'));

test('it is shipped with the outputs of all its cells', () => {
  const last = ({ source }: Cell): string => [source].flat().join('').trim().split('\n').at(-1) ?? '';
  const silent = shipped().cells.filter(
    (cell) => cell.cell_type === 'code' && cell.outputs?.length === 0 && !last(cell).includes(' = '),
  );
  expect(silent).toEqual([]);
  expect(shipped().cells.flatMap(({ outputs = [] }) => outputs).length).toBeGreaterThan(10);
});

// CI has what it needs, or fails.
describe.skipIf(isMissing && !process.env.CI)('run from top to bottom', () => {
  test('its frames hold what plain SQL counts', { timeout: 180_000 }, async () => {
    const { notebook, report } = await execute(`${api().url}/graphql`);
    const sql = (text: string) => api().sql(text);
    // If they differ: `npm start` in one terminal, `npm run notebook` in another.
    expect(shown(shipped())).toEqual(shown({ cells: notebook.cells.slice(0, -1) }));
    const HEADERS = `select * from workflow.run_records where record_kind = 'run' and step = '' and record_key = 'main'`;
    const [count] = await sql(`select count(*)::int as runs from (${HEADERS}) as h`);
    const byStatus = await sql(`select status, coalesce(sum(total_tokens), 0)::int as sum
      from (${HEADERS}) as h left join observability.token_usage u using (run_id) group by 1`);
    const tokens = await sql(`select step, model, sum(total_tokens)::int as sum
      from observability.token_usage where run_id = 'demo-walk' group by 1, 2 order by 1, 2`);
    const arms = await sql(`select h.arm, sum(total_tokens)::int as sum
      from (${HEADERS}) as h join observability.token_usage u using (run_id)
      where h.workstream_id = 'ws-model-size' group by 1`);
    const [week] = await sql(`select count(*)::int as count from (${HEADERS}) as h,
      generate_series((select date_trunc('week', min(started_at), 'UTC') from workflow.run_records), (select max(finished_at) from workflow.run_records), interval '7 days') as start
      where h.run_id = 'demo-walk'`);
    const [paper] = await sql(`select doc_id, count(*)::int as chunks from indexing.vectors
      group by 1 order by 2 desc limit 1`);
    expect(report).toMatchObject({
      runs: count?.runs,
      tokensByStatus: Object.fromEntries(byStatus.map(({ status, sum }) => [status, sum])),
      tokens: tokens.map(({ step, model, sum }) => [step, model, sum]),
      arms: Object.fromEntries(arms.map(({ arm, sum }) => [arm, sum])),
      docId: paper?.doc_id,
      weeks: week?.count,
      failed: ['BAD_USER_INPUT'],
    });
    const { chunks } = report as { readonly chunks: readonly (readonly [number, number])[] };
    expect(chunks).toHaveLength(Number(paper?.chunks));
    expect(chunks).toEqual(chunks.toSorted(([page, word], [other, next]) => page - other || word - next));
    const charts = notebook.cells.flatMap(({ outputs = [] }) =>
      outputs.filter(({ data }) => data?.['image/png']),
    );
    expect(charts).toHaveLength(2);
  });
});

describe.skipIf(!realRunsPresent || (isMissing && !process.env.CI))(
  `over a real database (${NEEDS_REAL_RUNS})`,
  () => {
    const real = useServer('real-runs');

    test('it runs from top to bottom, without the runs of the demo', { timeout: 180_000 }, async () => {
      const { report } = await execute(`${real().url}/graphql`);
      const [count] = await real().sql(`select count(*)::int as runs from workflow.run_records
        where record_kind = 'run' and step = '' and record_key = 'main'`);
      expect(report).toMatchObject({ runs: count?.runs, failed: ['BAD_USER_INPUT'] });
    });
  },
);
