import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.ts';
import { metricsOfAll } from './metrics-of-all.ts';
import type { Observer, RequestRecord } from './request-record.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const { version: VERSION }: { readonly version: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
);

/** What Prometheus reads at /metrics. */
export class Metrics {
  readonly contentType: string;
  /** Of all processes together. Rejects where one of them does not answer. */
  readonly text: () => Promise<string>;
  readonly #registry = new Registry();
  readonly #known: ReadonlySet<string>;
  readonly #registers = { registers: [this.#registry] };
  readonly #requests = new Counter({
    ...this.#registers,
    name: 'lineage_requests_total',
    help: 'Requests by HTTP status.',
    labelNames: ['status'],
  });
  readonly #durations = new Histogram({
    ...this.#registers,
    name: 'lineage_request_duration_seconds',
    help: 'Time to the answer by operation: its name if it is in the manifest (PERSISTED_OPERATIONS), other, anonymous, or refused (not valid).',
    labelNames: ['operation'],
    buckets: SECONDS,
  });
  readonly #errors = new Counter({
    ...this.#registers,
    name: 'lineage_errors_total',
    help: 'Errors in answers by code.',
    labelNames: ['code'],
  });
  readonly #statements = new Histogram({
    ...this.#registers,
    name: 'lineage_statement_duration_seconds',
    help: 'Time of SQL statements, waiting for a connection included, by outcome.',
    labelNames: ['outcome'],
    buckets: SECONDS,
  });
  readonly #batches = new Histogram({
    ...this.#registers,
    name: 'lineage_loader_batch_size',
    help: 'Look-ups that share a statement.',
    buckets: [1, 2, 5, 10, 20, 50, 100],
  });

  /** `known`: the names of operations that get labels of their own. */
  constructor(database: Database, known: ReadonlySet<string>) {
    this.#known = known;
    this.contentType = this.#registry.contentType;
    collectDefaultMetrics({ register: this.#registry });
    this.text = cluster.isWorker ? metricsOfAll(this.#registry) : () => this.#registry.metrics();
    new Gauge({
      ...this.#registers,
      name: 'lineage_build_info',
      help: 'Always 1; the version of this server is a label.',
      labelNames: ['version'],
      aggregator: 'first',
    }).set({ version: VERSION }, 1);
    if (database.connections) this.#watch(database.connections.bind(database));
  }

  #watch(connections: NonNullable<Database['connections']>): void {
    new Gauge({
      ...this.#registers,
      name: 'lineage_pool_connections',
      help: 'Connections to the database by state, and requests that wait for one.',
      labelNames: ['state'],
      collect() {
        for (const [state, count] of Object.entries(connections())) this.set({ state }, count);
      },
    });
  }

  readonly observe: Observer = ({ operation, codes, status, ms, statements }) => {
    this.#requests.inc({ status });
    this.#durations.observe({ operation: this.#label(operation) }, ms / 1000);
    for (const code of codes) this.#errors.inc({ code });
    for (const statement of statements) {
      this.#statements.observe({ outcome: statement.failed ? 'failed' : 'ok' }, statement.ms / 1000);
      if (statement.batch !== undefined) this.#batches.observe(statement.batch);
    }
  };

  #label(operation: RequestRecord['operation']): string {
    if (!operation) return 'refused';
    if (operation.name === undefined) return 'anonymous';
    return this.#known.has(operation.name) ? operation.name : 'other';
  }
}
