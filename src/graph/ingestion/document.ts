import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('Document', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    docId: t.exposeString('docId'),
    path: t.exposeString('path', { nullable: true }),
    title: t.exposeString('title', { nullable: true }),
    author: t.exposeString('author', { nullable: true }),
    extractedAt: t.expose('extractedAt', { type: 'DateTime', nullable: true }),
    fileHash: t.exposeString('fileHash', { nullable: true }),
    textHash: t.exposeString('textHash', { nullable: true }),
  }),
});

edgeFields('Document');

rootFields('Document', { one: 'document', by: [['docId']], many: 'documents' });
