import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { Service } from 'kubernetes-models/v1/Service';
import { describe, expect, onTestFinished } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { SETTINGS } from '../../src/config/settings.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { examine } from '../../src/doctor/examine.ts';
import { databaseForTest } from '../support/databases.ts';
import { folderForTest } from '../support/folder-for-test.ts';
import { serverTest as it } from '../support/server-test.ts';
import { serverUrl } from '../support/server-url.ts';

const FOLDER = join(import.meta.dirname, '../../docs/operator');
const text = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
}
interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly description: string;
    readonly datasource: { readonly uid: string };
    readonly fieldConfig: { readonly defaults: { readonly unit: string } };
    readonly targets: readonly { readonly refId: string; readonly expr: string }[];
  }[];
}
const rules: Rules = parse(text('alerts.yml'));
const { panels }: Dashboard = JSON.parse(text('grafana-dashboard.json'));
const alerts = rules.groups.flatMap((group) => group.rules);
const queries = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

const promtool = (file: string) => spawnSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

describe.skipIf(!hasPromtool)('Prometheus (needs promtool)', () => {
  it('takes the alert rules', () => {
    expect(promtool(join(FOLDER, 'alerts.yml'))).toMatchObject({ status: 0 });
  });

  it('takes each query of the dashboard', () => {
    const folder = folderForTest();
    // As Grafana fills them in.
    const filled = queries.map((expr) => expr.replaceAll('$__rate_interval', '5m').replaceAll('$job', '.+'));
    const recorded = filled.map((expr, index) => ({ record: `query_${index}`, expr }));
    const file = join(folder, 'queries.json');
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'queries', rules: recorded }] }));
    expect(promtool(file)).toMatchObject({ status: 0 });
  });
});

it('alerts and dashboard read only metrics and codes that the server has', async ({ serve }) => {
  const { database } = await databaseForTest('demo');
  const server = await serve(database);
  await server.ask('{ documents { totalCount } nonsense }');
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  // Connections are counted where there is a pool.
  const known = new Set([...metrics.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name)).add(
    'lineage_pool_connections',
  );
  const { ERROR_CODES } = await import('../../src/error-codes.ts');
  for (const expr of [...alerts.map((alert) => alert.expr), ...queries]) {
    const names = [...expr.matchAll(/\b((?:lineage|nodejs|process)_\w+)/g)].map(([, name = '']) => name);
    expect(names, expr).not.toEqual([]);
    for (const name of names) expect(known, expr).toContain(name.replace(/_bucket$/, ''));
    for (const [, code] of expr.matchAll(/code="(\w+)"/g)) expect(Object.keys(ERROR_CODES)).toContain(code);
  }
});

it('each panel says what it shows, in which unit, from the data source that is chosen', () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  for (const { title, description, datasource, fieldConfig, targets } of panels) {
    expect([title, description, fieldConfig.defaults.unit]).not.toContain('');
    expect(datasource.uid).toMatch(/^\$\{datasource\}$/);
    expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
  }
});

describe('the Kubernetes manifests', () => {
  const [deployment, service, budget] = parseAllDocuments(text('kubernetes/lineage-api.yaml')).map(
    (document) => document.toJS(),
  );

  it('are valid', () => {
    new Deployment(deployment).validate();
    new Service(service).validate();
    new PodDisruptionBudget(budget).validate();
  });

  it('probe what the server has, name settings that there are, and give it the time to stop', () => {
    const { spec } = deployment.spec.template;
    const [container] = spec.containers;
    expect(container.livenessProbe.httpGet.path).toBe('/health');
    expect(container.readinessProbe.httpGet.path).toBe('/ready');
    const names: readonly string[] = Object.values(SETTINGS).map(({ name }) => name);
    const env: { name: string; value: string }[] = container.env;
    for (const { name } of env) expect(names).toContain(name);
    const delay = Number(env.find(({ name }) => name === 'SHUTDOWN_DELAY_MS')?.value);
    expect(spec.terminationGracePeriodSeconds * 1000).toBeGreaterThan(delay + 20_000);
    expect(service.spec.selector).toEqual(deployment.spec.template.metadata.labels);
  });
});

it.skipIf(serverUrl === undefined)(
  'the role of read-only-role.sql can read all tables and change none (needs TEST_DATABASE_URL)',
  async () => {
    const { sql, exec } = await databaseForTest('empty');
    const [{ name } = {}] = await sql('select current_database() as name');
    const role = `lineage_reader_${process.pid}`;
    const url = new URL(serverUrl ?? '');
    url.pathname = `/${name}`;
    await exec(text('read-only-role.sql').replaceAll('lineage_reader', role));
    onTestFinished(async () => void (await exec(`drop owned by ${role}; drop role ${role}`)));
    [url.username, url.password] = [role, 'change%20me'];
    const database = new Postgres({
      url: url.href,
      poolSize: 1,
      statementTimeout: 10_000,
      connectTimeout: 5000,
    });
    onTestFinished(() => database.close());
    expect(await examine(database)).toMatchObject({
      user: role,
      writable: [],
      missingTables: [],
      missingColumns: [],
    });
  },
);
