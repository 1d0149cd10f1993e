import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('PrepManifest', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    runId: t.exposeString('runId'),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    corpusHash: t.exposeString('corpusHash', { nullable: true }),
  }),
});

jsonFields('PrepManifest', ['payload']);

edgeFields('PrepManifest');

rootFields('PrepManifest', { one: 'prepManifest', by: [['runId']], many: 'prepManifests' });
