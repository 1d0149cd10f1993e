import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { sessionDigestField } from '../../lineage/fields/session-digest.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('StreamlitSession', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    userId: t.expose('userId', { type: 'BigInt', nullable: true }),
    username: t.exposeString('username'),
    source: t.exposeString('source'),
    currentProjectId: t.exposeString('currentProjectId', { nullable: true }),
    currentPersonaId: t.exposeString('currentPersonaId', { nullable: true }),
    authenticatedAt: t.expose('authenticatedAt', { type: 'DateTime' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

sessionDigestField('StreamlitSession');

edgeFields('StreamlitSession');

rootFields('StreamlitSession', { one: 'streamlitSession', by: [['rowId']], many: 'streamlitSessions' });
