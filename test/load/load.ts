import { Agent, request } from 'node:http';
import { memoryOf } from '../bench/server-process.ts';
import { HOSTILE } from './hostile.ts';

const WALK = JSON.stringify({
  query: `query Walk($runId: String!) { workflowRun(runId: $runId) { runId status steps { step status }
    pipelineRuns { nodes { rowId vectors(first: 20) { nodes { rowId document { title } } } } }
    tokenUsage(first: 20) { nodes { model totalTokens } } usage { calls totalTokens } } }`,
  variables: { runId: 'demo-walk' },
});
/** Every so many requests, one is hostile: 1 %. */
const ONE_IN = 100;
/** Every so many hostile ones, the caller goes away before the answer. */
const GOES_AWAY = 5;

export interface Load {
  readonly good: number;
  /** Answers to good callers that were not the whole walk. */
  readonly failed: readonly string[];
  readonly hostile: number;
  /** By HTTP status and code; hostile queries may well be answered, within their limits. */
  readonly refused: ReadonlyMap<string, number>;
  /** Milliseconds, of good callers. */
  readonly p50: number;
  readonly p99: number;
  /** Resident memory of the server in MB, once a second. */
  readonly memory: readonly number[];
}

/** So many connections ask without pause for some seconds; 1 % of what they ask is hostile. */
export async function load(url: string, pid: number, connections: number, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const whole = (await send(url, WALK, agent)).text;
  const failed: string[] = [];
  const refused = new Map<string, number>();
  const taken: number[] = [];
  const memory: number[] = [];
  const until = performance.now() + seconds * 1000;
  let sent = 0;
  let hostile = 0;
  const attack = async (): Promise<void> => {
    const body = HOSTILE[hostile++ % HOSTILE.length] ?? '';
    const { status, text } = await send(url, body, agent, hostile % GOES_AWAY === 0 ? 5 : undefined);
    const [, code = ''] = /"code":"(\w+)"/.exec(text) ?? [];
    const kind = `${status} ${code}`.trim();
    refused.set(kind, (refused.get(kind) ?? 0) + 1);
  };
  const walk = async (): Promise<void> => {
    const start = performance.now();
    const { status, text } = await send(url, WALK, agent);
    taken.push(performance.now() - start);
    if (status !== 200 || text !== whole) failed.push(`${status} ${text.slice(0, 200)}`);
  };
  const sample = setInterval(() => memory.push(memoryOf(pid) ?? Number.NaN), 1000);
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await (++sent % ONE_IN === 0 ? attack() : walk());
    }),
  );
  clearInterval(sample);
  agent.destroy();
  taken.sort((one, other) => one - other);
  const at = (share: number): number => taken[Math.floor(taken.length * share)] ?? Number.NaN;
  return { good: taken.length, failed, hostile, refused, p50: at(0.5), p99: at(0.99), memory };
}

/** Status 0: no answer, e.g. since the caller went away after `leaveAfter` ms. */
function send(
  url: string,
  body: string,
  agent: Agent,
  leaveAfter?: number,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, async (response) => {
      let text = '';
      try {
        for await (const part of response.setEncoding('utf8')) text += part;
        resolve({ status: response.statusCode ?? 0, text });
      } catch (error) {
        resolve({ status: 0, text: String(error) });
      }
    });
    sent.once('error', (error) => resolve({ status: 0, text: String(error) }));
    sent.end(body);
    if (leaveAfter !== undefined) setTimeout(() => sent.destroy(), leaveAfter);
  });
}
