import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { hasNginx, startNginx } from '../support/nginx.ts';
import { hasPostgres, PgCluster } from '../support/pg-cluster.ts';
import { start, urlOf } from '../support/process.ts';

// The operator: the server behind nginx, by the configuration of the docs.
const LOCATION = readFileSync(join(import.meta.dirname, '../../docs/operator/nginx.conf'), 'utf8');
/** nginx takes the prefix off where the address ends with a slash. */
const STRIPPING = LOCATION.replace('proxy_pass http://lineage;', 'proxy_pass http://lineage/;');
const QUERY = JSON.stringify({ query: '{ documents(first: 1) { totalCount } }' });

describe.skipIf(!hasNginx || !hasPostgres)(
  'behind nginx (needs nginx and the binaries of PostgreSQL)',
  () => {
    let cluster: PgCluster;
    beforeAll(async () => {
      cluster = await PgCluster.withDemo();
    });
    afterAll(() => cluster?.remove());

    async function serve(port: number, env: Readonly<Record<string, string>> = {}) {
      const started = start({
        DATABASE_URL: cluster.url,
        PORT: String(port),
        PUBLIC_URL: 'https://data.example.org/lineage',
        LOG_LEVEL: 'silent',
        ...env,
      });
      await urlOf(started);
      return started;
    }

    /** When all of the answer is there. */
    const statusWhole = async (answer: Response): Promise<number> => {
      await answer.text();
      return answer.status;
    };

    const post = (url: string, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${url}/lineage/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: QUERY,
      });

    test.each([
      ['passes on', LOCATION],
      ['takes off', STRIPPING],
    ])('under a path that nginx %s: the API, GraphiQL, its files and redirects', async (_, locations) => {
      const port = await freePort();
      const started = await serve(port);
      expect(started.output.out).toContain('https://data.example.org/lineage/graphql');
      const url = await startNginx([port], locations);

      expect(await (await post(url)).json()).toEqual({
        data: { documents: { totalCount: 12 } },
        extensions: expect.anything(),
      });

      const root = await fetch(`${url}/lineage/`, { redirect: 'manual' });
      expect([root.status, root.headers.get('location')]).toEqual([302, '/lineage/graphql']);

      const page = await fetch(`${url}/lineage/graphql`, { headers: { accept: 'text/html' } });
      const [, script = ''] = /<script[^>]+src="([^"]+)"/.exec(await page.text()) ?? [];
      const file = await fetch(new URL(script, `${url}/lineage/graphql`));
      expect([file.status, file.headers.get('content-type')]).toEqual([
        200,
        'text/javascript; charset=utf-8',
      ]);
      expect((await fetch(`${url}/lineage/ready`)).status).toBe(200);
    });

    test('a page of the public address may ask, one of another may not, nor by forging what a proxy forwards', async () => {
      const port = await freePort();
      await serve(port);
      const url = await startNginx([port], LOCATION);
      expect((await post(url, { origin: 'https://data.example.org' })).status).toBe(200);
      expect((await post(url, { origin: 'https://evil.example' })).status).toBe(403);
      const forged = {
        origin: 'https://evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
      };
      expect((await post(url, forged)).status).toBe(403);
    });

    test('where the proxy is trusted, redirects and origins follow what it forwards, and nothing that is forged', async () => {
      const port = await freePort();
      await serve(port, { TRUST_PROXY: 'true', PUBLIC_URL: 'https://data.example.org' });
      const forwarding = `proxy_set_header X-Forwarded-Host data.example.org;
        proxy_set_header X-Forwarded-Proto https;
        proxy_set_header X-Forwarded-Prefix /lineage;`;
      const url = await startNginx([port], LOCATION.replace(/(proxy_pass .*)/, `$1 ${forwarding}`));
      const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-prefix': '/evil' };

      const root = await fetch(`${url}/lineage/`, { redirect: 'manual', headers: forged });
      expect([root.status, root.headers.get('location')]).toEqual([302, '/lineage/graphql']);
      expect((await post(url, { ...forged, origin: 'https://data.example.org' })).status).toBe(200);
      expect((await post(url, { ...forged, origin: 'https://evil.example' })).status).toBe(403);
      expect((await post(url, { ...forged, origin: 'http://data.example.org:81' })).status).toBe(403);
    });

    test('two servers are restarted one after the other under load, and no request is lost', {
      timeout: 180_000,
    }, async () => {
      const ports = [await freePort(), await freePort()];
      const servers = [];
      for (const port of ports)
        servers.push({ port, started: await serve(port, { SHUTDOWN_DELAY_MS: '6000' }) });
      const url = await startNginx(ports, LOCATION);

      let loaded = true;
      const statuses: (number | string)[] = [];
      const callers = Array.from({ length: 8 }, async () => {
        while (loaded) statuses.push(await post(url).then(statusWhole, String));
      });
      for (const { port, started } of servers) {
        const before = statuses.length;
        await vi.waitUntil(() => statuses.length > before + 20, { timeout: 20_000 });
        started.child.kill('SIGTERM');
        // It says that it stops, and still answers.
        await expect
          .poll(async () => (await fetch(`http://127.0.0.1:${port}/ready`)).json(), { timeout: 5000 })
          .toMatchObject({ code: 'STOPPING' });
        const late = await fetch(`http://127.0.0.1:${port}/graphql?query={__typename}`);
        expect([late.status, late.headers.get('connection')]).toEqual([200, 'close']);
        expect(await started.exited).toBe(0);
        await serve(port);
      }
      loaded = false;
      await Promise.all(callers);
      expect(statuses.length).toBeGreaterThan(50);
      expect(statuses.filter((status) => status !== 200)).toEqual([]);
    });
  },
);
