import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSchema } from 'graphql';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { closedAfterAll } from '../support/closed-after-all.ts';
import { useServer } from '../support/use-server.ts';

// The package as a frontend gets it: packed, and unpacked in another project.
const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const api = useServer('demo');

describe('the client package', () => {
  const open = closedAfterAll();
  let project: string;
  let unpacked: string;
  beforeAll(async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'lineage-client-'));
    project = open.adopt(temporary, (folder) => rmSync(folder, { recursive: true, force: true }));
    // Without its scripts: one builds GraphiQL anew below the servers of other tests.
    await run('npm', ['run', '--silent', 'prepack'], { cwd: ROOT });
    await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], { cwd: ROOT });
    const [tarball = ''] = readdirSync(project);
    const modules = join(project, 'node_modules');
    unpacked = join(modules, '@ragonometrics/lineage-api');
    mkdirSync(unpacked, { recursive: true });
    await run('tar', ['-xzf', join(project, tarball), '--strip-components=1', '-C', unpacked]);
    // What every GraphQL client brings along; the types need the one, printing a document the other.
    for (const name of ['@graphql-typed-document-node/core', 'graphql'])
      cpSync(join(ROOT, 'node_modules', name), join(modules, name), { recursive: true });
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  });

  /** A program in that project, with the Node of the machine that runs it: no types to strip. */
  async function runThere(source: string): Promise<unknown> {
    const file = join(project, 'program.js');
    writeFileSync(file, source);
    onTestFinished(() => rmSync(file));
    return JSON.parse((await run(process.execPath, ['--no-experimental-strip-types', file])).stdout);
  }

  test('holds documents, types and the schema, and no server code', () => {
    const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/.test(name),
    );
    expect(files.filter((name) => !name.startsWith('dist/client/')).sort()).toEqual([
      'README.md',
      'package.json',
      'schema.graphql',
    ]);
    for (const name of files.filter((name) => name.endsWith('.js'))) {
      const imported = [...readFileSync(join(unpacked, name), 'utf8').matchAll(/from ['"](.*?)['"]/g)];
      expect(imported.filter(([, from]) => !from?.startsWith('./'))).toEqual([]);
    }
  });

  test('its documents run as they are', async () => {
    const answer = await runThere(`import { WalkDocument } from '@ragonometrics/lineage-api';
      import { print } from 'graphql';
      const body = JSON.stringify({ query: print(WalkDocument), variables: { runId: 'demo-walk' } });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('${api().url}/graphql', { method: 'POST', headers, body });
      console.log(await response.text());`);
    expect(answer).toMatchObject({ data: { workflowRun: { runId: 'demo-walk', status: 'completed' } } });
    expect(answer).not.toHaveProperty('errors');
  });

  test('its types know what a query gives and takes', async () => {
    const check = async (source: string): Promise<string> => {
      const file = join(project, 'typed.ts');
      writeFileSync(
        file,
        `import type { WalkQuery, WalkQueryVariables } from '@ragonometrics/lineage-api';\n${source}`,
      );
      const options = [
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2022',
        '--types',
        '',
        file,
      ];
      const tsc = join(ROOT, 'node_modules/.bin/tsc');
      return run(process.execPath, [tsc, ...options], { cwd: project }).then(
        () => 'right',
        ({ stdout }: { stdout: string }) => stdout,
      );
    };
    const good = `export const calls = ({ workflowRun }: WalkQuery): number | undefined => workflowRun?.usage?.calls;
      export const variables: WalkQueryVariables = { runId: 'demo-walk' };`;
    expect(await check(good)).toBe('right');
    expect(
      await check('export const wrong = ({ workflowRun }: WalkQuery) => workflowRun?.usage?.clals;'),
    ).toContain("Property 'clals' does not exist");
  });

  test('its schema is importable, and whole', async () => {
    const path = await runThere(
      `console.log(JSON.stringify(import.meta.resolve('@ragonometrics/lineage-api/schema.graphql')))`,
    );
    const schema = buildSchema(readFileSync(new URL(String(path)), 'utf8'));
    expect(schema.getType('WorkflowRun')).toBeDefined();
  });
});
