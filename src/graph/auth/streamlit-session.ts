import { edgeFields } from '../../lineage/edge-field.ts';
import { rootFields } from '../../lineage/root-fields.ts';
import { sessionDigestField } from '../../lineage/session-digest.ts';
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

edgeFields('StreamlitSession', ['user', 'tokenUsage']);

rootFields('StreamlitSession', { one: 'streamlitSession', by: [['rowId']], many: 'streamlitSessions' });
