import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('ProjectQueryCacheEntry', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    projectCacheKey: t.exposeString('projectCacheKey'),
    projectId: t.exposeString('projectId', { nullable: true }),
    cacheKey: t.exposeString('cacheKey', { nullable: true }),
    query: t.exposeString('query', { nullable: true }),
    queryNormalized: t.exposeString('queryNormalized', { nullable: true }),
    paperPath: t.exposeString('paperPath', { nullable: true }),
    model: t.exposeString('model', { nullable: true }),
    contextHash: t.exposeString('contextHash', { nullable: true }),
    answer: t.exposeString('answer', { nullable: true }),
    paperFingerprint: t.exposeString('paperFingerprint', { nullable: true }),
    promptProfileHash: t.exposeString('promptProfileHash', { nullable: true }),
    retrievalProfileHash: t.exposeString('retrievalProfileHash', { nullable: true }),
    personaProfileHash: t.exposeString('personaProfileHash', { nullable: true }),
    personaHash: t.exposeString('personaHash', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

jsonFields('ProjectQueryCacheEntry', ['safetyFlagsJson']);

edgeFields('ProjectQueryCacheEntry');

rootFields('ProjectQueryCacheEntry', {
  one: 'projectQueryCacheEntry',
  by: [['projectCacheKey']],
  many: 'projectQueryCacheEntries',
});
