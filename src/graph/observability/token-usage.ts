import { computedField } from '../../lineage/fields/computed-fields.ts';
import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { sessionDigestField } from '../../lineage/fields/session-digest.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('TokenUsage', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
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

computedField('TokenUsage', 'pipelineStep');
computedField('TokenUsage', 'estimatedCostUsd');

jsonFields('TokenUsage', ['meta']);

sessionDigestField('TokenUsage');

edgeFields('TokenUsage');

rootFields('TokenUsage', {
  one: 'tokenUsage',
  by: [['rowId']],
  many: 'tokenUsageList',
  formerly: 'tokenUsages',
});
