import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('IndexVersion', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    indexId: t.exposeString('indexId'),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    embeddingModel: t.exposeString('embeddingModel', { nullable: true }),
    chunkWords: t.exposeInt('chunkWords', { nullable: true }),
    chunkOverlap: t.exposeInt('chunkOverlap', { nullable: true }),
    corpusFingerprint: t.exposeString('corpusFingerprint', { nullable: true }),
    indexPath: t.exposeString('indexPath', { nullable: true }),
    shardPath: t.exposeString('shardPath', { nullable: true }),
  }),
});

edgeFields('IndexVersion');

rootFields('IndexVersion', { one: 'indexVersion', by: [['indexId']], many: 'indexVersions' });
