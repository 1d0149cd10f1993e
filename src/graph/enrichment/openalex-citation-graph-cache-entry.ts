import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('OpenalexCitationGraphCacheEntry', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    cacheKey: t.exposeString('cacheKey'),
    centerWorkId: t.exposeString('centerWorkId', { nullable: true }),
    nHops: t.exposeInt('nHops', { nullable: true }),
    maxReferences: t.exposeInt('maxReferences', { nullable: true }),
    maxCiting: t.exposeInt('maxCiting', { nullable: true }),
    maxNodes: t.exposeInt('maxNodes', { nullable: true }),
    algoVersion: t.exposeString('algoVersion', { nullable: true }),
    generatedAt: t.expose('generatedAt', { type: 'DateTime', nullable: true }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
    staleUntil: t.expose('staleUntil', { type: 'DateTime', nullable: true }),
    lastAccessedAt: t.expose('lastAccessedAt', { type: 'DateTime', nullable: true }),
    refreshJobId: t.exposeString('refreshJobId', { nullable: true }),
    refreshFailures: t.exposeInt('refreshFailures', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

jsonFields('OpenalexCitationGraphCacheEntry', ['payloadJson', 'summaryJson']);

edgeFields('OpenalexCitationGraphCacheEntry');

rootFields('OpenalexCitationGraphCacheEntry', {
  one: 'openalexCitationGraphCacheEntry',
  by: [['cacheKey']],
  many: 'openalexCitationGraphCacheEntries',
});
