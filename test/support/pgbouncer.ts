import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';

const BINARY = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find((path) =>
  existsSync(path),
);
export const hasPgbouncer = BINARY !== undefined;

/** A PgBouncer in transaction mode before the server of `url`; returns the URL through it. */
export async function startPgbouncer(url: string, settings: readonly string[] = []): Promise<string> {
  const server = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'lineage-pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { hostname, username, password } = server;
  const user = `user=${username || 'postgres'}${password && ` password=${decodeURIComponent(password)}`}`;
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    [
      '[databases]',
      `* = host=${hostname} port=${server.port || 5432} ${user}`,
      '[pgbouncer]',
      `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =`,
      'auth_type = any\npool_mode = transaction\ndefault_pool_size = 2',
      ...settings,
    ].join('\n'),
  );
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(BINARY ?? 'pgbouncer', ['-q', ...asNobody, join(folder, 'pgbouncer.ini')], {
    stdio: 'ignore',
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });
  while (!(await answers(port))) if (child.exitCode !== null) throw new Error('PgBouncer did not start.');
  server.host = `127.0.0.1:${port}`;
  return server.href;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () =>
      setTimeout(resolve, 20, false),
    );
    socket.on('connect', () => socket.end());
  });
