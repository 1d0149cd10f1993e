import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('CitecCacheEntry', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    cacheKey: t.exposeString('cacheKey'),
    repecHandle: t.exposeString('repecHandle', { nullable: true }),
    fetchedAt: t.expose('fetchedAt', { type: 'DateTime', nullable: true }),
  }),
});

jsonFields('CitecCacheEntry', ['response']);

rootFields('CitecCacheEntry', { one: 'citecCacheEntry', by: [['cacheKey']], many: 'citecCacheEntries' });
