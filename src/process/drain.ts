import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long running requests may take when the process is told to stop; statements end sooner by their own timeout. */
const DRAIN_MS = 20_000;

/** Ends a server without losing a request. */
export class Drain {
  readonly #server: Server;
  /** A list: the garbage of a Set that changes with each request keeps requests alive, which made V8 collect twice as long. */
  readonly #running: ServerResponse[] = [];

  constructor(server: Server) {
    this.#server = server;
    server.prependListener('request', (_, response: ServerResponse) => {
      this.#running.push(response);
      response.once('close', () => this.#running.splice(this.#running.indexOf(response), 1));
    });
  }

  /**
   * From here on each answer closes its connection, so that whoever keeps it sends nothing more on it. For `delay`
   * milliseconds new requests are still taken: a balancer finds out by /ready. Then the port is closed.
   */
  async stop(delay: number): Promise<void> {
    const server = this.#server;
    for (const response of this.#running) closeAfter(response);
    server.prependListener('request', (_, response: ServerResponse) => closeAfter(response));
    if (delay > 0) await sleep(delay);
    const closed = once(server, 'close');
    server.close();
    // A kept-alive connection becomes idle when its request has its answer; Node would keep it for seconds more.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const limit = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await closed;
    clearInterval(sweep);
    clearTimeout(limit);
  }
}

function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
