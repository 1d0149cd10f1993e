import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('RetrievalEvent', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    runId: t.exposeString('runId', { nullable: true }),
    requestId: t.exposeString('requestId', { nullable: true }),
    query: t.exposeString('query', { nullable: true }),
    method: t.exposeString('method', { nullable: true }),
    topK: t.exposeInt('topK', { nullable: true }),
  }),
});

jsonFields('RetrievalEvent', ['statsJson']);

edgeFields('RetrievalEvent');

rootFields('RetrievalEvent', { one: 'retrievalEvent', by: [['rowId']], many: 'retrievalEvents' });
