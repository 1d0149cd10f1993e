import { parseArgs } from 'node:util';
import { readConfig } from '../config/config.ts';
import { ConfigError } from '../errors.ts';
import { mintToken } from '../security/mint-token.ts';

/** `npm run token -- --scope lineage:read [--projects a,b] [--expires 1h] [--subject me]`: a token for JWT_SECRET. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scope: { type: 'string', multiple: true, default: [] },
      projects: { type: 'string' },
      expires: { type: 'string', default: '1h' },
      subject: { type: 'string', default: 'local' },
    },
  });
  const { scope, projects, expires, subject } = values;
  const words = scope.flatMap((text) => text.split(/[\s,]+/)).filter((word) => word !== '');
  const token = await mintToken(readConfig(process.env), {
    scopes: words,
    projects: projects?.split(',').map((project) => project.trim()),
    expires,
    subject,
  });
  process.stdout.write(`${token}\n`);
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof TypeError;
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
