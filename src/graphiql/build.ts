import { join } from 'node:path';

// `npm run graphiql`: GraphiQL with its plugins, as files that the server sends. An installation without what is only for
// development (`--omit=dev`) has nothing to build it with, and is to get `dist/graphiql` from one that has.
const configFile = join(import.meta.dirname, 'page/vite.config.ts');
const vite = await import('vite').catch((error: unknown) => {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
  throw error;
});
if (vite) await vite.build({ configFile, logLevel: 'error' });
else process.stdout.write('GraphiQL is not built: this installation has no Vite.\n');
