import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** `npm start` as a process of its own, which ends with the test. */
export interface Started {
  readonly child: ChildProcess;
  readonly output: { out: string; err: string };
  readonly exited: Promise<number | null>;
}

export function start(env: Readonly<Record<string, string>>, words: readonly string[] = []): Started {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text));
  return { child, output, exited: once(child, 'exit').then(([code]) => code) };
}

/** The endpoint, as soon as the process says that it serves. */
export async function urlOf({ output, exited }: Started): Promise<string> {
  let ended = false;
  void exited.then(() => (ended = true));
  for (;;) {
    const [, url] = /(http:\S+\/graphql)/.exec(output.out) ?? [];
    if (url !== undefined) return url;
    if (ended) throw new Error(`The server did not start: ${output.err}`);
    await sleep(20);
  }
}

/** The whole answer, on a connection of its own: of several processes, any may take it. */
export const ask = async (url: string, query: string): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query }),
  });
  return response.json();
};
