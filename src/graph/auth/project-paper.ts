import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('ProjectPaper', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    projectId: t.exposeString('projectId', { nullable: true }),
    paperId: t.exposeString('paperId', { nullable: true }),
    paperPath: t.exposeString('paperPath', { nullable: true }),
    addedByUserId: t.expose('addedByUserId', { type: 'BigInt', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

edgeFields('ProjectPaper');

rootFields('ProjectPaper', {
  one: 'projectPaper',
  by: [['projectId', 'paperId'], ['rowId']],
  many: 'projectPapers',
});
