import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('ProjectPersona', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    personaId: t.exposeString('personaId'),
    projectId: t.exposeString('projectId'),
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    systemPromptSuffix: t.exposeString('systemPromptSuffix', { nullable: true }),
    defaultModel: t.exposeString('defaultModel'),
    isDefault: t.exposeBoolean('isDefault'),
    isActive: t.exposeBoolean('isActive'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

jsonFields('ProjectPersona', ['retrievalProfileJson']);

edgeFields('ProjectPersona');

rootFields('ProjectPersona', { one: 'projectPersona', by: [['personaId']], many: 'projectPersonas' });
