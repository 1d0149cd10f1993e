import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('PaperNote', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    userId: t.expose('userId', { type: 'BigInt', nullable: true }),
    username: t.exposeString('username', { nullable: true }),
    paperId: t.exposeString('paperId', { nullable: true }),
    pageNumber: t.exposeInt('pageNumber', { nullable: true }),
    highlightText: t.exposeString('highlightText', { nullable: true }),
    noteText: t.exposeString('noteText', { nullable: true }),
    color: t.exposeString('color', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
    projectId: t.exposeString('projectId', { nullable: true }),
  }),
});

jsonFields('PaperNote', ['highlightTermsJson']);

edgeFields('PaperNote');

rootFields('PaperNote', { one: 'paperNote', by: [['rowId']], many: 'paperNotes' });
