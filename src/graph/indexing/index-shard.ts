import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('IndexShard', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    shardName: t.exposeString('shardName', { nullable: true }),
    path: t.exposeString('path', { nullable: true }),
    pipelineRunId: t.expose('pipelineRunId', { type: 'BigInt', nullable: true }),
    indexId: t.exposeString('indexId', { nullable: true }),
    isActive: t.exposeBoolean('isActive', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

edgeFields('IndexShard');

rootFields('IndexShard', { one: 'indexShard', by: [['rowId'], ['shardName']], many: 'indexShards' });
