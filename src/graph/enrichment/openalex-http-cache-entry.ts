import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('OpenalexHttpCacheEntry', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    requestKey: t.exposeString('requestKey'),
    url: t.exposeString('url', { nullable: true }),
    statusCode: t.exposeInt('statusCode', { nullable: true }),
    fetchedAt: t.expose('fetchedAt', { type: 'DateTime', nullable: true }),
  }),
});

jsonFields('OpenalexHttpCacheEntry', ['paramsJson', 'response']);

rootFields('OpenalexHttpCacheEntry', {
  one: 'openalexHttpCacheEntry',
  by: [['requestKey']],
  many: 'openalexHttpCacheEntries',
});
