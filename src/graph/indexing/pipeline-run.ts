import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('PipelineRun', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    workflowRunId: t.exposeString('workflowRunId', { nullable: true }),
    workstreamId: t.exposeString('workstreamId', { nullable: true }),
    arm: t.exposeString('arm', { nullable: true }),
    paperSetHash: t.exposeString('paperSetHash', { nullable: true }),
    indexBuildReason: t.exposeString('indexBuildReason', { nullable: true }),
    gitSha: t.exposeString('gitSha', { nullable: true }),
    extractorVersion: t.exposeString('extractorVersion', { nullable: true }),
    embeddingModel: t.exposeString('embeddingModel', { nullable: true }),
    chunkWords: t.exposeInt('chunkWords', { nullable: true }),
    chunkOverlap: t.exposeInt('chunkOverlap', { nullable: true }),
    normalized: t.exposeBoolean('normalized', { nullable: true }),
    idempotencyKey: t.exposeString('idempotencyKey', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

edgeFields('PipelineRun');

rootFields('PipelineRun', { one: 'pipelineRun', by: [['rowId'], ['idempotencyKey']], many: 'pipelineRuns' });
