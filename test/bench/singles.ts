import pg from 'pg';
import { ask, sequential } from './drive.ts';
import { measureQuestion, openBench } from './grown.ts';
import { promised } from './questions.ts';
import { WHALE } from './scenarios.ts';
import { memoryOf, start } from './server-process.ts';
import { check, say } from './verdict.ts';

const TIMES = 15;

/** A run of 100,000 vectors, one request after another, by hand and by the API. */
export async function measureWhale(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query("select from workflow.run_records where run_id = 'whale-1' limit 1");
  const advised = await client.query(
    "select from pg_indexes where schemaname = 'indexing' and indexdef like '%(pipeline_run_id, id)%' and tablename = 'vectors'",
  );
  await client.end();
  if (rows.length === 0) return say('\nwhale: this database has no run whale-1; see npm run seed -- --help');
  const hand = await start('hand', 'test/bench/by-hand.ts', databaseUrl, 'by-hand');
  const ours = await start('ours', 'src/main.ts', databaseUrl, 'ours');
  const body = JSON.stringify({ query: WHALE.query, variables: { runId: 'whale-1' } });
  try {
    const before = memoryOf(ours.pid) ?? 0;
    const byHand = await sequential(hand.url, body, TIMES);
    const byApi = await sequential(ours.url, body, TIMES);
    const again = [await sequential(hand.url, body, TIMES), await sequential(ours.url, body, TIMES)] as const;
    const [least, most] = [Math.min(byHand, again[0]), Math.min(byApi, again[1])];
    say(
      `\nwhale, ${advised.rows.length > 0 ? 'with' : 'without'} the advised indexes: by hand ${least.toFixed(1)} ms, ours ${most.toFixed(1)} ms`,
    );
    check('whale: ours / hand, latency', most / least, '<=', 1.3);
    check('whale: growth of memory, MB', (memoryOf(ours.pid) ?? 0) - before, '<=', 100);
  } finally {
    await Promise.all([ours.stop(), hand.stop()]);
  }
}

/** The answers whose speed is promised, by the API and by hand. */
export async function measureAnswers(databaseUrl: string): Promise<void> {
  const bench = await openBench(databaseUrl);
  const { rows } = await bench.client.query(
    "select to_char(max(created_at) - interval '30 days', 'YYYY-MM-DD') as first, to_char(max(created_at) - interval '7 days', 'YYYY-MM-DD') as week, to_char(max(created_at), 'YYYY-MM-DD') as last from observability.token_usage",
  );
  for (const question of promised(rows[0]?.first, rows[0]?.week, rows[0]?.last, 'whale-1')) {
    const { ms, byHand } = await measureQuestion(question, bench, 1.3);
    say(
      `${question.name}: ${ms.toFixed(1)} ms, by hand ${byHand.toFixed(1)} ms, ${(ms / byHand).toFixed(2)}`,
    );
  }
  await bench.close();
}

/** Page 1,000 of all vectors against page 1. */
export async function measureDepth(databaseUrl: string): Promise<void> {
  const ours = await start('ours', 'src/main.ts', databaseUrl, 'ours');
  await measureDepthOf(ours.url).finally(ours.stop);
}

async function measureDepthOf(url: string): Promise<void> {
  const counted = JSON.parse(await ask(url, JSON.stringify({ query: '{ vectors { totalCount } }' })));
  const query =
    'query ($after: String) { vectors(first: 100, after: $after) { nodes { rowId } pageInfo { endCursor } } }';
  const body = (after: string | null): string => JSON.stringify({ query, variables: { after } });
  let cursor: string | null = null;
  let first: string | null = null;
  for (let page = 1; page < 1000; page += 1) {
    const { data } = JSON.parse(await ask(url, body(cursor)));
    cursor = data.vectors.pageInfo.endCursor;
    first ??= cursor;
  }
  const [two, thousand] = [await sequential(url, body(first), 50), await sequential(url, body(cursor), 50)];
  say(
    `\npage 2 of ${counted.data.vectors.totalCount} vectors: ${two.toFixed(1)} ms, page 1,000: ${thousand.toFixed(1)} ms`,
  );
  check('page 1,000 / page 2, latency', thousand / two, '<=', 1.3);
}

/** 500 runs with the first 20 of four edges, in one request. */
export async function measureFanOut(url: string): Promise<void> {
  const edges = ['records', 'retrievalEvents', 'tokenUsage', 'vectors'];
  const below = edges.map((edge) => `${edge}(first: 20) { nodes { rowId } }`).join(' ');
  const body = JSON.stringify({ query: `{ workflowRuns(first: 500) { nodes { runId ${below} } } }` });
  say(`fan-out of 500 runs x 20 rows of four edges: ${(await sequential(url, body, 5)).toFixed(0)} ms`);
}
