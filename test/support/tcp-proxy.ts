import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server, to be cut, silenced and closed as networks are. */
export class TcpProxy {
  readonly port: number;
  readonly #listener: ReturnType<typeof createServer>;
  readonly #sockets: Set<Socket>;
  readonly #state: { silent: boolean };

  private constructor(
    listener: ReturnType<typeof createServer>,
    port: number,
    sockets: Set<Socket>,
    state: { silent: boolean },
  ) {
    this.#listener = listener;
    this.port = port;
    this.#sockets = sockets;
    this.#state = state;
  }

  static async to(port: number, host: string, on = 0): Promise<TcpProxy> {
    const sockets = new Set<Socket>();
    const state = { silent: false };
    const listener = createServer((client) => {
      const server = connect(port, host);
      for (const [from, to] of [
        [client, server],
        [server, client],
      ] as const) {
        sockets.add(from);
        from.on('data', (data) => !state.silent && to.write(data));
        from.on('error', () => to.destroy());
        from.on('close', () => {
          sockets.delete(from);
          to.destroy();
        });
      }
    }).listen(on, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    if (typeof address !== 'object' || !address) throw new Error('The proxy has no port.');
    return new TcpProxy(listener, address.port, sockets, state);
  }

  /** From now on nothing passes, and nobody is told. */
  silence(): void {
    this.#state.silent = true;
  }

  /** Every connection is reset. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.#listener.close();
    this.cut();
    await once(this.#listener, 'close');
  }
}
