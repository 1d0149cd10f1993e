import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../errors.ts';

/** The folders that this process holds itself. */
const held = new Set<string>();

/**
 * One server per folder: two would ruin the database in it. Returns what lets the folder go. A lock whose process is
 * gone (kill -9) does not count, nor one whose process number now belongs to another process, as in a container that
 * was started again.
 */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'server.pid');
  const own = `${lock}.${process.pid}`;
  const identity = `${process.pid} ${startOf(process.pid)}`;
  writeFileSync(own, identity);
  try {
    if (!held.has(folder)) removeStale(lock, `${own}.stale`);
    // Linking fails when the lock is there, and never shows a half-written one.
    linkSync(own, lock);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    const [holder] = contentOf(lock)?.split(' ') ?? [];
    throw new ConfigError(
      `DATA_DIR is in use by process ${holder}; stop that server or choose another folder.`,
    );
  } finally {
    rmSync(own, { force: true });
  }
  held.add(folder);
  return () => {
    held.delete(folder);
    rmSync(lock, { force: true });
  };
}

function removeStale(lock: string, aside: string): void {
  const content = contentOf(lock);
  if (content === undefined || isHeld(content)) return;
  renameSync(lock, aside);
  // Another start may have replaced it between the look and the move: then that one keeps it.
  if (contentOf(aside) !== content) linkSync(aside, lock);
  rmSync(aside);
}

function isHeld(content: string): boolean {
  const [pid, ...start] = content.split(' ');
  const number = Number(pid);
  return number !== process.pid && isAlive(number) && startOf(number) === start.join(' ');
}

/** When a process started, where the system tells; it tells two processes of one number apart. */
function startOf(pid: number): string {
  try {
    // Behind the name, which is in parentheses and may hold anything: the 20th field.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  // Signals to 0 and below go to groups of processes.
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
