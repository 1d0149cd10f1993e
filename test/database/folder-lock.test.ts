import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lockFolder } from '../../src/database/folder-lock.ts';
import { ConfigError } from '../../src/errors.ts';
import { folderForTest } from '../support/folder-for-test.ts';

/** Another process that locks the folder and stays. */
async function holder(folder: string) {
  const module = new URL('../../src/database/folder-lock.ts', import.meta.url).href;
  const code = `const { lockFolder } = await import('${module}'); lockFolder(process.argv[1]);
    console.log('locked'); setInterval(() => {}, 1000)`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

it('is refused while another process has it, in one line that names the process', async () => {
  const folder = folderForTest();
  const { pid } = await holder(folder);
  expect(() => lockFolder(folder)).toThrow(
    new ConfigError(`DATA_DIR is in use by process ${pid}; stop that server or choose another folder.`),
  );
  expect(readdirSync(folder)).toEqual(['server.pid']);
});

it('is had again after its holder was killed', async () => {
  const folder = folderForTest();
  const child = await holder(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it('is refused to the process that has it, until it lets go', () => {
  const folder = folderForTest();
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(ConfigError);
  unlock();
  lockFolder(folder)();
});

it.each([
  ['this very number, from before a container was started again', `${process.pid} 1`],
  ['a number that holds nothing', 'nonsense'],
  ['no number at all, since the disk was full', ' '],
])('does not count a lock with %s', (_, content) => {
  const folder = folderForTest();
  writeFileSync(join(folder, 'server.pid'), content);
  lockFolder(folder)();
});

it.skipIf(!existsSync('/proc/self/stat'))(
  'does not count a lock whose number belongs to another process now (needs /proc)',
  () => {
    const folder = folderForTest();
    writeFileSync(join(folder, 'server.pid'), '1 12345678901234');
    const unlock = lockFolder(folder);
    expect(readFileSync(join(folder, 'server.pid'), 'utf8').split(' ')[0]).toBe(String(process.pid));
    unlock();
  },
);
