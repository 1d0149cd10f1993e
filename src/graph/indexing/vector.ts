import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('Vector', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    docId: t.exposeString('docId', { nullable: true }),
    chunkId: t.exposeString('chunkId'),
    chunkHash: t.exposeString('chunkHash', { nullable: true }),
    paperPath: t.exposeString('paperPath', { nullable: true }),
    page: t.exposeInt('page', { nullable: true }),
    startWord: t.exposeInt('startWord', { nullable: true }),
    endWord: t.exposeInt('endWord', { nullable: true }),
    text: t.exposeString('text', { nullable: true }),
    pipelineRunId: t.expose('pipelineRunId', { type: 'BigInt', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

edgeFields('Vector');

rootFields('Vector', { one: 'vector', by: [['chunkId'], ['rowId']], many: 'vectors' });
