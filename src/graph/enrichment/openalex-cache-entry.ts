import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('OpenalexCacheEntry', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    cacheKey: t.exposeString('cacheKey'),
    workId: t.exposeString('workId', { nullable: true }),
    query: t.exposeString('query', { nullable: true }),
    fetchedAt: t.expose('fetchedAt', { type: 'DateTime', nullable: true }),
  }),
});

jsonFields('OpenalexCacheEntry', ['response']);

rootFields('OpenalexCacheEntry', {
  one: 'openalexCacheEntry',
  by: [['cacheKey']],
  many: 'openalexCacheEntries',
});
