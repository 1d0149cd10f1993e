import { once } from 'node:events';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { pino } from 'pino';
import { type Config, readConfig } from '../../src/config/config.ts';
import type { Database } from '../../src/database/database.ts';
import type { Observer } from '../../src/observation/request-record.ts';
import { createLineageServer } from '../../src/server.ts';

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly missing?: string;
    readonly requestId?: string;
    readonly scope?: string;
    readonly runId?: string;
    /** How many of the same were told as one. */
    readonly count?: number;
  };
}

// biome-ignore lint/suspicious/noExplicitAny: an untyped query has an untyped answer; tests of typed documents have types.
type Untyped = any;

export interface Answer<Data = Untyped> {
  readonly data: Data;
  readonly errors?: readonly AnswerError[];
  readonly extensions?: { readonly cost: { readonly requested: number; readonly limit: number } };
}

export interface TestServer {
  readonly url: string;
  /** Any body, as application/json unless `headers` say otherwise. */
  post(body: string | Buffer, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The whole answer. */
  ask<Data = Untyped, Variables = Record<string, unknown>>(
    document: string | TypedDocumentNode<Data, Variables>,
    variables?: Variables,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Data>>;
  /** The data of an answer that has no error. */
  data<Data = Untyped, Variables = Record<string, unknown>>(
    document: string | TypedDocumentNode<Data, Variables>,
    variables?: Variables,
  ): Promise<Data>;
  close(): Promise<void>;
}

/** Settings of a test's own. */
type Changed = Partial<Omit<Config, 'secrets'>> & {
  readonly secrets?: Partial<Config['secrets']>;
};

/** The real server over a database, on a free loopback port. */
export async function startServer(
  database: Database,
  changed: Changed = {},
  logger = pino({ level: process.env.TEST_LOG ?? 'silent' }),
  observers: readonly Observer[] = [],
): Promise<TestServer> {
  const preset = readConfig({});
  const config = {
    ...preset,
    // Some tests read whole tables at once; test/stories/attacks.test.ts has the limits of callers.
    maxCost: 10_000_000,
    ...changed,
    secrets: { ...preset.secrets, sessionDigestKey: 'test key', ...changed.secrets },
  };
  const server = createLineageServer(database, config, logger, observers);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  const url = `http://127.0.0.1:${address.port}`;
  const post: TestServer['post'] = (body, headers) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      // A view of its own: the types of fetch know no Buffer over shared memory.
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  const ask: TestServer['ask'] = async (document, variables, headers) => {
    const query = typeof document === 'string' ? document : print(document);
    const response = await post(JSON.stringify({ query, variables }), headers);
    return JSON.parse(await response.text());
  };
  return {
    url,
    post,
    ask,
    data: async (document, variables) => {
      const { data, errors } = await ask(document, variables);
      if (errors) throw new Error(`Unexpected: ${JSON.stringify(errors)}`);
      return data;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
