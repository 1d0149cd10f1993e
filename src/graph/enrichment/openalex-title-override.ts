import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';
import { TitleMatchType } from '../../schema/closed-sets.ts';

builder.prismaObject('OpenalexTitleOverride', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    titlePattern: t.exposeString('titlePattern', { nullable: true }),
    matchType: t.expose('matchType', { type: TitleMatchType, nullable: true }),
    openalexWorkId: t.exposeString('openalexWorkId', { nullable: true }),
    priority: t.exposeInt('priority', { nullable: true }),
    note: t.exposeString('note', { nullable: true }),
    enabled: t.exposeBoolean('enabled', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

rootFields('OpenalexTitleOverride', {
  one: 'openalexTitleOverride',
  by: [['rowId']],
  many: 'openalexTitleOverrides',
});
