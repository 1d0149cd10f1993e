import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('OpenalexCitationGraphCacheEntry', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    cacheKey: t.exposeString('cacheKey'),
    centerWorkId: t.exposeString('centerWorkId'),
    nHops: t.exposeInt('nHops'),
    maxReferences: t.exposeInt('maxReferences'),
    maxCiting: t.exposeInt('maxCiting'),
    maxNodes: t.exposeInt('maxNodes'),
    algoVersion: t.exposeString('algoVersion'),
    generatedAt: t.expose('generatedAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    staleUntil: t.expose('staleUntil', { type: 'DateTime' }),
    lastAccessedAt: t.expose('lastAccessedAt', { type: 'DateTime' }),
    refreshJobId: t.exposeString('refreshJobId', { nullable: true }),
    refreshFailures: t.exposeInt('refreshFailures'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

jsonFields('OpenalexCitationGraphCacheEntry', ['payloadJson', 'summaryJson']);

edgeFields('OpenalexCitationGraphCacheEntry');

rootFields('OpenalexCitationGraphCacheEntry', {
  one: 'openalexCitationGraphCacheEntry',
  by: [['cacheKey']],
  many: 'openalexCitationGraphCacheEntries',
});
