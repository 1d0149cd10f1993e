import { beforeAll, describe, expect, it } from 'vitest';
import { seedScale } from '../../prisma/seed/scale.ts';
import type { Statement } from '../../src/database/database.ts';
import { SCENARIOS } from '../bench/scenarios.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { explain } from '../support/explain.ts';
import type { TestServer } from '../support/server.ts';

const scenario = (name: string): string => SCENARIOS.find((one) => one.name === name)?.query ?? '';
const ADVISED = 'create index on indexing.vectors (pipeline_run_id, id)';

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await open.database('empty');
  const session = { query: opened.sql, exec: opened.exec };
  await seedScale(session, 'tiny', { runs: 1, vectors: 1, events: 1, usage: 1 });
  await seedScale(session, 'big', { runs: 1, vectors: 3000, events: 1000, usage: 1000 });
  await seedScale(session, 'many', { runs: 60, vectors: 2, events: 2, usage: 2 });
  await opened.exec(`${ADVISED}; analyze`);
  server = await open.server(opened.database);
  await opened.database.capabilities();
});

// biome-ignore lint/suspicious/noExplicitAny: an untyped query has an untyped answer.
async function ask(query: string, variables = {}): Promise<{ data: any; statements: readonly Statement[] }> {
  opened.statements.length = 0;
  const data = await server.data(query, variables);
  return { data, statements: [...opened.statements] };
}

const only = (statements: readonly Statement[]): Statement => {
  expect(statements).toHaveLength(1);
  return statements[0] ?? { text: '', values: [] };
};

describe('one statement', () => {
  it('serves the walk, the same one for a run of few rows and of thousands', async () => {
    const tiny = await ask(scenario('walk'), { runId: 'tiny-1' });
    const big = await ask(scenario('walk'), { runId: 'big-1' });
    expect(tiny.data.workflowRun.tokenUsage.nodes).toHaveLength(1);
    expect(big.data.workflowRun.usage.calls).toBe(1000);
    expect(only(big.statements).text).toBe(only(tiny.statements).text);
  });

  it('serves the list of runs with their sums, of 1 run and of 50', async () => {
    const list = scenario('list');
    const fifty = await ask(list);
    expect(fifty.data.workflowRuns.nodes).toHaveLength(50);
    only(fifty.statements);
    const one = await ask(list.replace('first: 50', 'first: 1'));
    expect(one.data.workflowRuns.nodes).toHaveLength(1);
    only(one.statements);
  });

  it('serves 500 runs with the first 20 of four edges', async () => {
    const edges = ['records', 'retrievalEvents', 'tokenUsage', 'vectors'];
    const below = edges.map((edge) => `${edge}(first: 20) { nodes { rowId } }`).join(' ');
    const { statements } = await ask(`{ workflowRuns(first: 500) { nodes { runId ${below} } } }`);
    only(statements);
  });

  it('serves each root field, and each alias of one', async () => {
    const two = '{ a: workflowRuns(first: 1) { nodes { runId } } b: vectors(first: 1) { nodes { rowId } } }';
    expect((await ask(two)).statements).toHaveLength(2);
    const aliases = `{ workflowRun(runId: "big-1") { a: tokenUsage(first: 1) { nodes { rowId } }
      b: tokenUsage(first: 2, orderBy: { rowId: DESC }) { nodes { rowId } } c: tokenUsage { totalCount } } }`;
    only((await ask(aliases)).statements);
  });

  it('looks up 50 nodes of one type', async () => {
    const { data } = await ask('{ tokenUsageList(first: 50) { nodes { id } } }');
    const ids = data.tokenUsageList.nodes.map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(50);
    const query =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on TokenUsage { model run { status } } } }';
    const nodes = await ask(query, { ids });
    expect(nodes.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
    only(nodes.statements);
  });
});

/** The columns that a statement names, of any table: each stands as "alias"."column". */
const columnsIn = ({ text }: Statement): string[] => {
  const named = [...text.matchAll(/"(\w+)"\."(\w+)"(?! as )/g)];
  const ofRows = named.filter(
    ([, alias = '']) => !/^(key|ingestion|indexing|workflow|retrieval|observability)/.test(alias),
  );
  return [...new Set(ofRows.map(([, , column = '']) => column))].sort();
};

const HEADER = ['record_key', 'record_kind', 'run_id', 'step'];

describe('a column is read only where it is asked for', () => {
  it.each([
    ['{ runRecords(first: 5) { nodes { status } } }', ['created_at', 'id', 'status']],
    ['{ runRecords(first: 5) { nodes { rowId payloadJson } } }', ['created_at', 'id', 'payload_json']],
    ['{ vectors(first: 5) { nodes { page } } }', ['id', 'page']],
    ['{ vectors(first: 5) { nodes { text document { title } } } }', ['doc_id', 'id', 'text', 'title']],
    ['{ tokenUsageList { totalCount } }', []],
    ['{ workflowRun(runId: "big-1") { usage { totalTokens } } }', ['run_id', 'total_tokens']],
    [
      '{ workflowRun(runId: "big-1") { retrievalEvents(first: 3) { nodes { method } } } }',
      ['id', 'method', 'run_id'],
    ],
  ])('%s', async (query, expected) => {
    const statement = only((await ask(query)).statements);
    const known = query.includes('workflowRun(') ? [...HEADER, 'workflow_run_id', 'id'] : [];
    const read = columnsIn(statement);
    expect(read).toEqual(expect.arrayContaining(expected));
    expect(read.filter((column) => ![...expected, ...known].includes(column))).toEqual([]);
  });

  it('and what many rows of a page lead to travels once', async () => {
    const { data, statements } = await ask(
      '{ workflowRun(runId: "big-1") { vectors(first: 500) { nodes { document { path } } } } }',
    );
    const paths: string[] = data.workflowRun.vectors.nodes.map(
      ({ document }: { document: { path: string } }) => document.path,
    );
    const different = new Set(paths);
    expect(different.size).toBeLessThan(paths.length);
    const { text, values } = only(statements);
    const [row] = await opened.sql(text, [...values]);
    const answer = JSON.stringify(row?.answer);
    for (const path of different) expect(answer.split(path)).toHaveLength(2);
  });

  it('never reads a whole row, nor in the walk the wide columns', async () => {
    const { text } = only((await ask(scenario('walk'), { runId: 'big-1' })).statements);
    // All columns of a subquery are those that it selects.
    expect(text).not.toMatch(
      /\*(?!\)| from \(| from "step)|payload|metadata_json|config_effective|"text"|"embedding"/,
    );
  });
});

describe('a page', () => {
  const PAGE = `query ($after: String) { workflowRun(runId: "big-1") {
    vectors(first: 50, after: $after) { nodes { rowId } pageInfo { endCursor hasNextPage } } } }`;
  const ALL = 'query ($after: String) { vectors(first: 50, after: $after) { nodes { rowId } } }';

  /** The cursor of a row near the end. */
  async function deep(list: string): Promise<string> {
    const query = `{ vectors(last: 60) { pageInfo { startCursor } } workflowRun(runId: "big-1") { vectors(last: 60) { pageInfo { startCursor } } } }`;
    const { data } = await ask(query);
    return (list === 'root' ? data : data.workflowRun).vectors.pageInfo.startCursor;
  }

  it.each([
    ['root', ALL],
    ['edge', PAGE],
  ])('far back is found by its position, never by counting: %s', async (list, query) => {
    const { data, statements } = await ask(query, { after: await deep(list) });
    expect((list === 'root' ? data : data.workflowRun).vectors.nodes.length).toBeGreaterThan(40);
    const statement = only(statements);
    expect(statement.text).not.toMatch(/\boffset\b/i);
    expect(statement.text).toMatch(/\blimit\b/i);
    const plan = await explain(opened.sql, statement);
    const onVectors = plan.filter(({ table }) => table === 'indexing.vectors');
    expect(onVectors).toHaveLength(1);
    expect(onVectors[0]?.indexCondition).toMatch(/\bid > /);
  });

  it('is counted without grouping or ordering, and a count alone reads no page', async () => {
    const query = '{ vectors { totalCount } workflowRuns { totalCount } }';
    const { statements } = await ask(query);
    expect(statements).toHaveLength(2);
    for (const { text } of statements) {
      expect(text).toMatch(/count\(\*\)/);
      expect(text).not.toMatch(/group by|order by|distinct/i);
    }
  });
});
