import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { startTracing } from '../../src/observation/tracing.ts';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as test } from '../support/server-test.ts';

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: unknown }[];
}

/** A collector on loopback: the spans that it was sent. */
async function collector() {
  const spans: SentSpan[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const text of request.setEncoding('utf8')) body += text;
    bodies.push(`${request.url} ${body}`);
    for (const { scopeSpans } of JSON.parse(body).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, bodies };
}

/** Spans are sent at the latest when it is closed. */
function tracingForTest(url: string) {
  const tracing = startTracing(url);
  onTestFinished(() => tracing.close());
  return tracing;
}

test('a span for the request within the trace of its caller, and one for each statement within it', async ({
  serve,
}) => {
  const { url, spans, bodies } = await collector();
  const { database } = await databaseForTest('demo');
  const tracing = tracingForTest(url);
  const server = await serve(database, {}, undefined, [tracing.observe]);
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const hidden = 'A private question?';
  await server.ask(
    'query Two($q: String!) { documents { totalCount } queryCacheEntries(where: { model: { eq: $q } }) { totalCount } }',
    { q: hidden },
    { traceparent: `00-${traceId}-b7ad6b7169203331-01`, 'x-request-id': 'trace-9' },
  );
  await server.ask('{ nope }');
  await tracing.close();

  expect(bodies[0]).toMatch(/^\/v1\/traces .*ragonometrics-lineage-api/);
  expect(bodies.join('')).not.toContain(hidden);
  const request = spans.find(({ name }) => name === 'query Two');
  expect(request).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331' });
  expect(request?.attributes).toContainEqual({
    key: 'lineage.request_id',
    value: { stringValue: 'trace-9' },
  });
  const statements = spans.filter(({ name }) => name === 'statement');
  expect(statements).toHaveLength(2);
  for (const statement of statements) {
    expect(statement).toMatchObject({ traceId, parentSpanId: request?.spanId });
    expect(BigInt(statement.startTimeUnixNano)).toBeGreaterThanOrEqual(
      BigInt(request?.startTimeUnixNano ?? 0),
    );
    expect(BigInt(statement.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(request?.endTimeUnixNano ?? 0));
  }
  const refused = spans.find(({ name }) => name === 'refused');
  expect(refused?.traceId).not.toBe(traceId);
});

test('a collector that is not there disturbs nobody', async ({ serve }) => {
  const { database } = await databaseForTest('demo');
  const tracing = tracingForTest('http://127.0.0.1:1');
  const server = await serve(database, {}, undefined, [tracing.observe]);
  expect(await server.data('{ __typename }')).toEqual({ __typename: 'Query' });
  await tracing.close();
});
