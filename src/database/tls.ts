import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, rootCertificates } from 'node:tls';
import { ConfigError } from '../errors.ts';
import type { PostgresUrl } from './postgres-url.ts';

/** How a connection is made: plain, or by TLS with these options. */
export type Way = false | ConnectionOptions;

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
type Mode = (typeof MODES)[number];

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);

/** libpq's default is prefer; within one machine TLS would protect nothing, and costs. */
function modeOf({ host, parameters }: PostgresUrl): Mode {
  const text =
    parameters.get('sslmode') ?? (/^(true|1)$/.test(parameters.get('ssl') ?? '') ? 'require' : undefined);
  if (text === undefined) return host === undefined || isLoopback(host) ? 'allow' : 'prefer';
  const mode = MODES.find((name) => name === text);
  if (!mode) throw new ConfigError(`sslmode in DATABASE_URL takes one of ${MODES.join(', ')}.`);
  return mode;
}

/** The ways to try, one after the other, as libpq does: allow and prefer take what the server offers. */
export function waysOf(url: PostgresUrl): readonly [Way, ...Way[]] {
  // A socket does not leave the machine: libpq takes no TLS there either.
  if (url.host?.startsWith('/')) return [false];
  const mode = modeOf(url);
  if (mode === 'disable') return [false];
  const tls = optionsFor(mode, url);
  if (mode === 'allow') return [false, tls];
  return mode === 'prefer' ? [tls, false] : [tls];
}

function optionsFor(mode: Mode, { parameters }: PostgresUrl): ConnectionOptions {
  const read = (name: string): Buffer | undefined => {
    const path = parameters.get(name);
    return path === undefined ? undefined : readFile(name, path);
  };
  const [cert, key, passphrase] = [read('sslcert'), read('sslkey'), parameters.get('sslpassword')];
  const client = {
    ...(cert && { cert }),
    ...(key && { key }),
    ...(passphrase !== undefined && { passphrase }),
  };
  const ca = parameters.get('sslrootcert') === 'system' ? [...rootCertificates] : read('sslrootcert');
  // With a certificate to check against, libpq's `require` is `verify-ca`.
  const checks = mode === 'require' && ca ? 'verify-ca' : mode;
  if (checks !== 'verify-ca' && checks !== 'verify-full') return { ...client, rejectUnauthorized: false };
  const authority = ca ?? usersOwn();
  return {
    ...client,
    ...(authority && { ca: authority }),
    rejectUnauthorized: true,
    // Undefined says that the name is right.
    ...(checks === 'verify-ca' && { checkServerIdentity: () => undefined }),
  };
}

/** Where libpq looks when it is not told; without it, the authorities that Node knows. */
function usersOwn(): Buffer | undefined {
  const path = join(homedir(), '.postgresql', 'root.crt');
  return existsSync(path) ? readFile('sslrootcert', path) : undefined;
}

function readFile(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    throw new ConfigError(
      `${name} in DATABASE_URL is ${JSON.stringify(path)}, which cannot be read (${code}).`,
    );
  }
}

/** A failure after which libpq tries the other way: no TLS there, none that works, or none wanted by pg_hba.conf. */
export function isAboutTls(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    code === '28000' ||
    /^(ERR_SSL|ERR_TLS|EPROTO)/.test(code) ||
    /does not support SSL|establishing an SSL connection|secure TLS connection/i.test(error.message)
  );
}
