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
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

rootFields('QueryCacheEntry', { one: 'queryCacheEntry', by: [['cacheKey']], many: 'queryCacheEntries' });
