import { TcpProxy } from './tcp-proxy.ts';

/** A port of loopback on which nobody listens. */
export async function freePort(): Promise<number> {
  const proxy = await TcpProxy.to(0, '127.0.0.1');
  await proxy.close();
  return proxy.port;
}
