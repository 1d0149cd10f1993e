import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Postgres } from '../../src/database/postgres.ts';
import { unreachableReason } from '../../src/observation/unreachable-reason.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import { folderForTest } from '../support/folder-for-test.ts';
import { hasPostgres, PgCluster } from '../support/pg-cluster.ts';

const ENCRYPTED = { text: 'select ssl::text from pg_stat_ssl where pid = pg_backend_pid()', values: [] };

function open(url: string): Postgres {
  const database = new Postgres({ url, poolSize: 2, statementTimeout: 5000, connectTimeout: 5000 });
  onTestFinished(() => database.close());
  return database;
}

describe.skipIf(!hasPostgres)('TLS as libpq has it (needs the binaries of PostgreSQL)', () => {
  const forAll = closedAfterAll();
  let plain: PgCluster;
  let tls: PgCluster;
  let folder: string;
  beforeAll(async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'lineage-tls-'));
    folder = forAll.adopt(temporary, (path) => rmSync(path, { recursive: true, force: true }));
    chmodSync(folder, 0o755);
    certificate('server', 'localhost');
    certificate('stranger', 'localhost');
    // Of nobody else: PostgreSQL refuses a key that others may read.
    const hba = join(folder, 'hba.conf');
    writeFileSync(hba, 'hostssl all all all trust\nlocal all all trust\n');
    plain = forAll.adopt(await PgCluster.create(), (cluster) => cluster.remove());
    await plain.start();
    const files = [`ssl_cert_file=${folder}/server.crt`, `ssl_key_file=${folder}/server.key`];
    tls = forAll.adopt(await PgCluster.create(['ssl=on', ...files]), (cluster) => cluster.remove());
    for (const name of ['server.key', 'server.crt', 'hba.conf']) tls.give(join(folder, name));
    await tls.start();
  });

  function certificate(name: string, host: string): void {
    const [key, crt] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
    const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
    const args = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
    ];
    execFileSync('openssl', [...args, '-keyout', key, '-out', crt, ...subject], { stdio: 'ignore' });
    chmodSync(key, 0o600);
  }

  /** Whether the connection is encrypted; else why there is none. */
  async function connect(cluster: PgCluster, query: string, host = '127.0.0.1'): Promise<string> {
    const url = `postgres://postgres@${host}:${cluster.port}/postgres?${query}`;
    const database = open(url);
    // Several at once: all of them find the way.
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => database.query(ENCRYPTED)));
    const said = answers.map((answer) =>
      answer.status === 'fulfilled'
        ? String(answer.value[0]?.[0])
        : (unreachableReason(answer.reason) ?? 'other'),
    );
    expect(new Set(said).size).toBe(1);
    return said[0] ?? '';
  }
  const ca = (name = 'server') => `sslrootcert=${folder}/${name}.crt`;

  it.each([
    ['', 'false'],
    ['sslmode=disable', 'false'],
    ['sslmode=allow', 'false'],
    ['sslmode=prefer', 'false'],
    ['sslmode=require', 'The server does not support SSL connections'],
  ])('a server without TLS, %s: %s', async (query, expected) => {
    expect(await connect(plain, query)).toBe(expected);
  });

  it.each([
    ['', 'false'],
    ['sslmode=disable', 'false'],
    ['sslmode=allow', 'false'],
    ['sslmode=prefer', 'true'],
    ['sslmode=require', 'true'],
    ['ssl=true', 'true'],
  ])('a server with a self-signed certificate, %s: encrypted %s', async (query, expected) => {
    expect(await connect(tls, query)).toBe(expected);
  });

  it('checks the certificate, and the name only with verify-full', async () => {
    expect(await connect(tls, `sslmode=verify-ca&${ca()}`)).toBe('true');
    expect(await connect(tls, `sslmode=require&${ca()}`)).toBe('true');
    expect(await connect(tls, `sslmode=verify-full&${ca()}`, 'localhost')).toBe('true');
    expect(await connect(tls, `sslmode=verify-full&${ca()}`)).toMatch(/does not match certificate/);
    for (const mode of ['require', 'verify-ca', 'verify-full'])
      expect(await connect(tls, `sslmode=${mode}&${ca('stranger')}`, 'localhost')).toMatch(/certificate/);
    expect(await connect(tls, 'sslmode=verify-full', 'localhost')).toMatch(/self-signed certificate/);
  });

  it('a server that takes nothing but TLS: allow and prefer find it', async () => {
    await tls.session((client) => client.query(`alter system set hba_file = '${folder}/hba.conf'`));
    await tls.kill('SIGINT');
    // The session that asks whether it accepts is plain, so it is not asked.
    await tls.start({ patient: false });
    await vi.waitFor(async () => expect(await connect(tls, 'sslmode=require')).toBe('true'), {
      timeout: 20_000,
    });
    for (const query of ['', 'sslmode=allow', 'sslmode=prefer'])
      expect(await connect(tls, query)).toBe('true');
    expect(await connect(tls, 'sslmode=disable')).toMatch(/no pg_hba.conf entry .* no encryption/);
  });
});

describe.skipIf(!hasPostgres)('a socket (needs the binaries of PostgreSQL)', () => {
  it('by ?host= with a user and a password, as Cloud SQL has it, and by an encoded host', async () => {
    const folder = folderForTest();
    const cluster = await PgCluster.create([`unix_socket_directories=${folder}`]);
    cluster.give(folder);
    onTestFinished(() => cluster.remove());
    await cluster.start();
    for (const url of [
      `postgres://postgres:secret@:${cluster.port}/postgres?host=${folder}`,
      `postgres://postgres:secret@/postgres?host=${folder}&port=${cluster.port}&sslmode=require`,
      `postgres://postgres@${encodeURIComponent(folder)}:${cluster.port}/postgres`,
    ]) {
      const database = open(url);
      expect(await database.query({ text: 'select inet_server_addr()', values: [] })).toEqual([[null]]);
      expect(database.label).not.toContain('secret');
    }
  });
});
