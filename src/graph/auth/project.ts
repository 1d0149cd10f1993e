import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('Project', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    projectId: t.exposeString('projectId'),
    name: t.exposeString('name'),
    slug: t.exposeString('slug'),
    isActive: t.exposeBoolean('isActive'),
    createdByUserId: t.expose('createdByUserId', { type: 'BigInt', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

edgeFields('Project');

rootFields('Project', { one: 'project', by: [['projectId'], ['slug']], many: 'projects' });
