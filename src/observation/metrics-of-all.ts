import cluster from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import { AggregatorRegistry, type Registry } from 'prom-client';

// With WORKERS a request for /metrics meets any process, and none but the primary reaches all of them.

const QUESTION = 'lineage:metrics';
/** prom-client waits 5 s for a process that does not answer. */
const PATIENCE_MS = 6000;

interface Message {
  readonly type: typeof QUESTION;
  readonly id: number;
  /** In an answer; absent where the processes could not be asked. */
  readonly text?: string;
}

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === QUESTION;

/** In the primary: gathers the metrics of all workers for the one that asks. */
export function answerWorkers(): void {
  const registry = new AggregatorRegistry();
  cluster.on('message', (worker, message: unknown) => {
    if (!isMessage(message)) return;
    registry
      .clusterMetrics()
      .then((text) => ({ ...message, text }))
      .catch(() => message)
      .then((answer) => worker.isConnected() && worker.send(answer));
  });
}

/** In a worker: what asks the primary for the metrics of all, this one's among them. */
export function metricsOfAll(own: Registry): () => Promise<string> {
  AggregatorRegistry.setRegistries(own);
  // It listens for the primary's question as soon as it exists.
  new AggregatorRegistry();
  let asked = 0;
  return async () => {
    asked += 1;
    const id = asked;
    const listen = Promise.withResolvers<string | undefined>();
    const hear = (message: unknown): void => {
      if (isMessage(message) && message.id === id) listen.resolve(message.text);
    };
    process.on('message', hear);
    try {
      process.send?.({ type: QUESTION, id } satisfies Message);
      const text = await Promise.race([listen.promise, sleep(PATIENCE_MS, undefined, { ref: false })]);
      if (text === undefined) throw new Error('The metrics of the other processes did not come.');
      return text;
    } finally {
      process.off('message', hear);
    }
  };
}
