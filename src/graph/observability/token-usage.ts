import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { sessionDigestField } from '../../lineage/fields/session-digest.ts';
import { needs } from '../../lineage/need.ts';
import { tableRows } from '../../lineage/row-type.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('TokenUsage', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    model: t.exposeString('model', { nullable: true }),
    operation: t.exposeString('operation', { nullable: true }),
    step: t.exposeString('step', { nullable: true }),
    questionId: t.exposeString('questionId', { nullable: true }),
    inputTokens: t.exposeInt('inputTokens', { nullable: true }),
    outputTokens: t.exposeInt('outputTokens', { nullable: true }),
    totalTokens: t.exposeInt('totalTokens', { nullable: true }),
    requestId: t.exposeString('requestId', { nullable: true }),
    providerRequestId: t.exposeString('providerRequestId', { nullable: true }),
    latencyMs: t.exposeInt('latencyMs', { nullable: true }),
    cacheHit: t.exposeBoolean('cacheHit', { nullable: true }),
    costUsdInput: t.exposeFloat('costUsdInput', { nullable: true }),
    costUsdOutput: t.exposeFloat('costUsdOutput', { nullable: true }),
    costUsdTotal: t.exposeFloat('costUsdTotal', { nullable: true }),
    runId: t.exposeString('runId', { nullable: true }),
    projectId: t.exposeString('projectId', { nullable: true }),
    personaId: t.exposeString('personaId', { nullable: true }),
  }),
});

builder.objectField('TokenUsage', 'pipelineStep', (t) =>
  t.string({
    nullable: true,
    description: tableRows('TokenUsage').columns.get('pipelineStep')?.description ?? '',
    extensions: needs({ kind: 'value', fields: ['pipelineStep'] }),
    resolve: ({ pipelineStep }) => textOf(pipelineStep),
  }),
);

/** Made of a column that this database may lack: then it is the error that says so. */
function textOf(value: unknown): string | null {
  if (value instanceof Error) throw value;
  return typeof value === 'string' ? value : null;
}

jsonFields('TokenUsage', ['meta']);

sessionDigestField('TokenUsage');

edgeFields('TokenUsage');

rootFields('TokenUsage', {
  one: 'tokenUsage',
  by: [['rowId']],
  many: 'tokenUsageList',
  formerly: 'tokenUsages',
});
