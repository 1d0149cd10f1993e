import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('QueryCacheEntry', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    cacheKey: t.exposeString('cacheKey'),
    query: t.exposeString('query', { nullable: true }),
    queryNormalized: t.exposeString('queryNormalized', { nullable: true }),
    paperPath: t.exposeString('paperPath', { nullable: true }),
    model: t.exposeString('model', { nullable: true }),
    contextHash: t.exposeString('contextHash', { nullable: true }),
    answer: t.exposeString('answer', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    paperFingerprint: t.exposeString('paperFingerprint', { nullable: true }),
    promptProfileHash: t.exposeString('promptProfileHash', { nullable: true }),
    retrievalProfileHash: t.exposeString('retrievalProfileHash', { nullable: true }),
    personaProfileHash: t.exposeString('personaProfileHash', { nullable: true }),
    shareEligible: t.exposeBoolean('shareEligible', { nullable: true }),
    sourceProjectId: t.exposeString('sourceProjectId', { nullable: true }),
    sourceUserId: t.expose('sourceUserId', { type: 'BigInt', nullable: true }),
  }),
});

jsonFields('QueryCacheEntry', ['safetyFlagsJson']);

edgeFields('QueryCacheEntry');

rootFields('QueryCacheEntry', { one: 'queryCacheEntry', by: [['cacheKey']], many: 'queryCacheEntries' });
