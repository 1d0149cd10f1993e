import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('ProjectPersona', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    personaId: t.exposeString('personaId'),
    projectId: t.exposeString('projectId', { nullable: true }),
    slug: t.exposeString('slug', { nullable: true }),
    name: t.exposeString('name', { nullable: true }),
    systemPromptSuffix: t.exposeString('systemPromptSuffix', { nullable: true }),
    defaultModel: t.exposeString('defaultModel', { nullable: true }),
    isDefault: t.exposeBoolean('isDefault', { nullable: true }),
    isActive: t.exposeBoolean('isActive', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

jsonFields('ProjectPersona', ['retrievalProfileJson']);

edgeFields('ProjectPersona');

rootFields('ProjectPersona', { one: 'projectPersona', by: [['personaId']], many: 'projectPersonas' });
