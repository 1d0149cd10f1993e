import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';
import { TitleMatchType } from '../../schema/closed-sets.ts';

builder.prismaObject('OpenalexTitleOverride', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    titlePattern: t.exposeString('titlePattern'),
    matchType: t.expose('matchType', { type: TitleMatchType }),
    openalexWorkId: t.exposeString('openalexWorkId'),
    priority: t.exposeInt('priority'),
    note: t.exposeString('note', { nullable: true }),
    enabled: t.exposeBoolean('enabled'),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

rootFields('OpenalexTitleOverride', {
  one: 'openalexTitleOverride',
  by: [['rowId']],
  many: 'openalexTitleOverrides',
});
