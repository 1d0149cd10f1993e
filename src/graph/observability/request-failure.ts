import { builder } from '../../builder.ts';
import { jsonFields } from '../../lineage/json-field.ts';
import { rootFields } from '../../lineage/root-fields.ts';

builder.prismaObject('RequestFailure', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    component: t.exposeString('component', { nullable: true }),
    error: t.exposeString('error', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

jsonFields('RequestFailure', ['contextJson']);

rootFields('RequestFailure', { one: 'requestFailure', by: [['rowId']], many: 'requestFailures' });
