import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { folderForTest } from '../support/folder-for-test.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

const TSCONFIG = {
  compilerOptions: {
    target: 'es2024',
    lib: ['es2024', 'dom'],
    module: 'nodenext',
    jsx: 'react-jsx',
    types: ['node', 'react'],
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    verbatimModuleSyntax: true,
  },
};

/** The text of a page of docs/clients. */
export const pageText = (page: string): string => readFileSync(join(ROOT, 'docs/clients', page), 'utf8');

/** The files of a page: its blocks of code that have a title. */
export const filesOf = (page: string): ReadonlyMap<string, string> =>
  new Map(
    [...pageText(page).matchAll(/^```\w+ title=(\S+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  );

export interface App {
  readonly folder: string;
  write(name: string, text: string): void;
  /** What a program prints: `node`, one of this repository's packages, or one of the system by its path. */
  run(program: string, ...args: readonly string[]): Promise<string>;
}

/** The files of a page in a folder of their own, for the server at `url`. */
export function appOf(page: string, url: string): App {
  const folder = folderForTest();
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(ROOT, 'schema.graphql'), join(folder, 'schema.graphql'));
  write('package.json', '{ "type": "module" }');
  write('tsconfig.json', JSON.stringify(TSCONFIG));
  for (const [name, text] of filesOf(page)) write(name, text.replaceAll('http://127.0.0.1:4000', url));
  return {
    folder,
    write,
    run: async (program, ...args) => {
      const own = program === 'node' ? process.execPath : join(ROOT, 'node_modules/.bin', program);
      const file = isAbsolute(program) ? program : own;
      // Programs write their complaints to either stream.
      const { stdout } = await run(file, args, { cwd: folder }).catch((error) => {
        throw new Error(`${program} ${args.join(' ')}: ${error.stdout}${error.stderr}`);
      });
      return stdout;
    },
  };
}
