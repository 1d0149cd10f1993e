import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('Project', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    projectId: t.exposeString('projectId'),
    name: t.exposeString('name', { nullable: true }),
    slug: t.exposeString('slug', { nullable: true }),
    isActive: t.exposeBoolean('isActive', { nullable: true }),
    createdByUserId: t.expose('createdByUserId', { type: 'BigInt', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

edgeFields('Project');

rootFields('Project', { one: 'project', by: [['projectId'], ['slug']], many: 'projects' });
