import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEmbedded } from '../../src/database/open-embedded.ts';
import { folderForTest } from '../support/folder-for-test.ts';
import { serverUrl } from '../support/server-url.ts';

const COUNT = { text: 'select count(*) from workflow.run_records', values: [] };

/** Another process that opens the folder, says how many records there are, and stays. */
function open(folder: string): ChildProcess {
  const module = new URL('../../src/database/open-embedded.ts', import.meta.url).href;
  const code = `const { openEmbedded } = await import('${module}');
    const database = await openEmbedded(process.argv[1]);
    console.log(String(await database.query(${JSON.stringify(COUNT)}))); setInterval(() => {}, 1000)`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function said(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child has no output.');
  const [data] = await once(child.stdout, 'data');
  return String(data).trim();
}

// The embedded database is the same whatever the other tests run on.
describe.skipIf(serverUrl !== undefined)('the embedded database', () => {
  it('survives a kill in the middle of its first start, and one in use', async () => {
    const folder = folderForTest();

    const first = open(folder);
    await expect
      .poll(() => existsSync(join(folder, 'pglite.draft', 'PG_VERSION')), { timeout: 60_000 })
      .toBe(true);
    await kill(first);
    expect(existsSync(join(folder, 'pglite'))).toBe(false);

    const second = open(folder);
    const records = await said(second);
    expect(Number(records)).toBeGreaterThan(100);
    await expect(openEmbedded(folder)).rejects.toThrow(`DATA_DIR is in use by process ${second.pid}`);
    await kill(second);

    const database = await openEmbedded(folder);
    onTestFinished(() => database.close().catch(() => {}));
    expect(await database.query(COUNT)).toEqual([[records]]);
    await expect(
      database.query({ text: 'delete from workflow.run_records', values: [] }),
    ).rejects.toMatchObject({ code: '25006' });
    await database.close();
    await expect(database.query(COUNT)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });

    const again = await openEmbedded(folder);
    onTestFinished(() => again.close());
    expect(await again.query(COUNT)).toEqual([[records]]);
  }, 120_000);
});
