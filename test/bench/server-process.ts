import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What the API calls its connections. */
export const APPLICATION = 'ragonometrics-lineage-api';

/** A server in a process of its own, or one that someone else started (`pid` undefined). */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly pid: number | undefined;
  /** By which its connections are known in pg_stat_activity. */
  readonly application: string | undefined;
  readonly stop: () => Promise<void>;
}

/** Starts a file with node and waits for the line that tells its address. */
export async function start(
  name: string,
  file: string,
  databaseUrl: string,
  application: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Contestant> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PGAPPNAME: application,
    PORT: '0',
    LOG_LEVEL: 'error',
    ...settings,
  };
  const child = spawn(process.execPath, [join(ROOT, file)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await address(child, name);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  };
  return { name, url, pid: child.pid, application, stop };
}

function address(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it listened.`)));
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const [url] = /http:\/\/[\d.]+:\d+\/graphql/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
}

const TICK_MS = 10;

/** CPU time that a process took so far, in ms; undefined where the system has no /proc, or not for this process. */
export function cpuOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return undefined;
  }
}

/** Resident memory of a process, in MB. */
export function memoryOf(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
