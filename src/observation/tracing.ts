import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Observer, RequestRecord } from './request-record.ts';

const NAME = 'ragonometrics-lineage-api';

export interface Tracing {
  readonly observe: Observer;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Sends a span for each request, and one for each of its statements, to an OpenTelemetry collector. */
export function startTracing(endpoint: string): Tracing {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': NAME }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  const tracer = provider.getTracer(NAME);
  return {
    observe: (record) => traceRequest(tracer, record, callersTrace(record)),
    // A collector that is gone must not keep the process from ending.
    close: () => provider.shutdown().catch(() => {}),
  };
}

/** The trace that the caller is in, by the header of W3C Trace Context; else a new one. */
function callersTrace({ traceParent }: RequestRecord): Context {
  const given = parseTraceParent(traceParent ?? '');
  return given ? trace.setSpanContext(ROOT_CONTEXT, { ...given, isRemote: true }) : ROOT_CONTEXT;
}

/** Spans are made when the request has ended: nothing has to follow it through the executor. */
function traceRequest(tracer: Tracer, record: RequestRecord, parent: Context): void {
  const { requestId, operation, start, ms, status, statements, codes, cost } = record;
  const span = tracer.startSpan(
    operation ? `${operation.kind} ${operation.name ?? ''}`.trim() : 'refused',
    {
      kind: SpanKind.SERVER,
      startTime: start,
      attributes: {
        'graphql.operation.type': operation?.kind,
        'graphql.operation.name': operation?.name,
        'http.response.status_code': status,
        'lineage.request_id': requestId,
        'lineage.statements': statements.length,
        'lineage.cost': cost,
        'lineage.error_codes': [...new Set(codes)],
      },
    },
    parent,
  );
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  const inside = trace.setSpan(parent, span);
  for (const statement of statements) {
    const query = tracer.startSpan(
      'statement',
      {
        kind: SpanKind.CLIENT,
        startTime: statement.start,
        attributes: { 'db.system.name': 'postgresql', 'db.operation.batch.size': statement.batch },
      },
      inside,
    );
    if (statement.failed) query.setStatus({ code: SpanStatusCode.ERROR });
    query.end(statement.start + statement.ms);
  }
  span.end(start + ms);
}
