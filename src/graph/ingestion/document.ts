import { edgeFields } from '../../lineage/edge-field.ts';
import { rootFields } from '../../lineage/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('Document', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    docId: t.exposeString('docId'),
    path: t.exposeString('path'),
    title: t.exposeString('title', { nullable: true }),
    author: t.exposeString('author', { nullable: true }),
    extractedAt: t.expose('extractedAt', { type: 'DateTime', nullable: true }),
    fileHash: t.exposeString('fileHash', { nullable: true }),
    textHash: t.exposeString('textHash', { nullable: true }),
  }),
});

edgeFields('Document', ['metadata', 'openalexMetadata', 'vectors', 'pipelineRuns', 'workflowRuns']);

rootFields('Document', { one: 'document', by: [['docId']], many: 'documents' });
